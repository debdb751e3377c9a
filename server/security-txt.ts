/** Where RFC 9116 wants it. */
export const securityPath = '/.well-known/security.txt';

const days = 180;

/**
 * Whom to tell of a hole, after RFC 9116. `contact` is a mailto: or https: address. What it says holds for half a year from the
 * day on which it is asked for, as the running server vouches for it.
 */
export function securityText(contact: string, publicUrl: URL, now: Date): string {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days));
  return [
    `Contact: ${contact}`, `Expires: ${until.toISOString().replace('.000', '')}`, 'Preferred-Languages: sr, en', `Canonical: ${new URL(securityPath, publicUrl).href}`, '',
  ].join('\n');
}
