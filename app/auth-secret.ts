/** What seals a token and the mark of a form. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set.');
  return secret;
}

/** What opens them: the same, and the one before it for as long as it is named, so that a new secret signs nobody out. */
export function openingSecrets(): string[] {
  return [authSecret(), ...(process.env.AUTH_SECRET_BEFORE ? [process.env.AUTH_SECRET_BEFORE] : [])];
}
