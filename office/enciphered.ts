import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Enciphers the secret of a link for as long as its letter waits, under a key that is not in the database: neither a reader of the
 * table nor the finder of a backup can open the link. `bound` is the id of the letter, so that it opens nothing from another row.
 */
export function encipher(secret: string, bound: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/**
 * The secret again; null where the key is another one by now, or the row is not the one that it was put into. What was sealed under the
 * secret before the present one opens too, for as long as that is named (AUTH_SECRET_BEFORE); nothing is sealed under it any more.
 */
export function decipher(sealed: string, bound: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  return open(bytes, bound, key()) ?? (process.env.AUTH_SECRET_BEFORE ? open(bytes, bound, keyFrom(process.env.AUTH_SECRET_BEFORE)) : null);
}

/** What lies under the secret before, sealed anew under the present one; null where there is nothing to do, or it opens under neither. */
export function resealed(sealed: string, bound: string): string | null {
  if (open(Buffer.from(sealed, 'base64url'), bound, key()) !== null) return null;
  const secret = decipher(sealed, bound);
  return secret === null ? null : encipher(secret, bound);
}

function open(bytes: Buffer, bound: string, under: Uint8Array): string | null {
  try {
    const opened = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, 12));
    opened.setAAD(Buffer.from(bound));
    opened.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([opened.update(bytes.subarray(12, -16)), opened.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function key(): Uint8Array {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set, so no link can be put into a letter.');
  return keyFrom(secret);
}

function keyFrom(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'povelja.outbox', 32));
}
