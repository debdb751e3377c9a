import { Secret, TOTP } from 'otpauth';

// RFC 6238 as every app has it: SHA-1, six digits, thirty seconds.
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A fresh key for an app, in base32: 160 random bits, as RFC 4226 section 4 asks. */
export function newKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an app reads from the picture: whose the key is, and where. */
export function keyAddress(key: string, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ ...usual, issuer, label, secret: Secret.fromBase32(key) }).toString();
}

/**
 * The step (thirty seconds, counted from 1970) whose code this is, at `at` or one step to either side; null where it is none. Whether the
 * step was used already is the caller's to ask. The library compares bytes, and falls over six signs that have more of them than digits.
 */
export function stepOf(key: string, code: string, at: Date): number | null {
  if (!isAppCode(code)) return null;
  const secret = Secret.fromBase32(key);
  const off = TOTP.validate({ ...usual, secret, token: code, timestamp: at.getTime(), window: 1 });
  return off === null ? null : TOTP.counter({ period: usual.period, timestamp: at.getTime() }) + off;
}

/** Whether a text may be a code of an app at all. */
export function isAppCode(typed: string): boolean {
  return /^\d{6}$/.test(typed);
}
