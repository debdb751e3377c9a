import { fold } from '#messages/fold.ts';
import type { Issue } from '#office/outcome.ts';
import { isCommonPassword, isMadeOf } from './common-passwords.ts';
import { commonWords } from './common-words.ts';

/** Characters; with a second factor the shorter one will do (NIST 800-63B, SAFETY section 3). */
export const shortest = { alone: 15, withFactor: 12 };
const longest = 200;

/** Whose password it shall be; null of a person who is not there yet. */
export type About = { readonly name: string | null; readonly email: string | null; readonly hasSecondFactor: boolean };

/** What is wrong with a new password, whoever wants it: nothing about which signs it has, only length and what others would try first. */
export function passphraseIssue(typed: string, { name, email, hasSecondFactor }: About): Issue | null {
  const length = lengthOf(typed);
  const field = 'newPassword';
  if (length < (hasSecondFactor ? shortest.withFactor : shortest.alone)) return { field, rule: 'tooShortPassword', values: { min: shortest.alone, less: shortest.withFactor } };
  if (length > longest) return { field, rule: 'tooLong', values: { max: longest } };
  if (isCommonPassword(typed)) return { field, rule: 'commonPassword' };
  return isPersonal(typed, name ?? '', email ?? '') ? { field, rule: 'personalPassword' } : null;
}

/** Whether a password is long enough to hold an account by itself. */
export function isLongAlone(typed: string): boolean {
  return lengthOf(typed) >= shortest.alone;
}

/** Holds the whole name or address of the person, or the office's, or is made of parts of them and of usual words. */
function isPersonal(typed: string, name: string, email: string): boolean {
  const text = plain(typed);
  const parts = [...name.split(/\s+/), ...email.split(/[@._+-]/)].map(plain).filter((part) => part.length > 2);
  const names = name.split(/\s+/).map(plain);
  const whole = [names.join(''), names.toReversed().join(''), plain(email.split('@')[0] ?? ''), plain(email), 'kancelarijazamedjunarodnusaradnju', 'poveljagradanisa'];
  return whole.some((one) => one.length > 5 && text.includes(one)) || isMadeOf(text, [...new Set([...parts, ...commonWords])], 3) && parts.some((part) => text.includes(part));
}

function lengthOf(typed: string): number {
  return [...typed.normalize('NFKC')].length;
}

function plain(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
