import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret: whoever reads the table cannot use it. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
