import { fold } from '#messages/fold.ts';
import { commonPhrases, commonWords } from './common-words.ts';

/**
 * Whether everybody would try this password early: a known phrase, or nothing but at most two usual words (in either script, with
 * digits for letters, repeated or not), short numbers and rows of the keyboard. NIST 800-63B section 5.1.1.2; the words are our own list.
 */
export function isCommonPassword(typed: string): boolean {
  const plain = fold(typed).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [plain, unleeted(fold(typed))].some((text) => phrases.has(text) || isMadeOf(text, commonWords, 2));
}

/** Whether nothing is in a text but at most so many of these words, and runs that hold no secret. */
export function isMadeOf(text: string, words: readonly string[], most: number): boolean {
  // The fewest words with which the text is spelt up to each place; null where it cannot be.
  const fewest: ({ count: number; last: string } | null)[] = [{ count: 0, last: '' }, ...Array.from({ length: text.length }, () => null)];
  for (let at = 0; at < text.length; at += 1) {
    const here = fewest[at];
    if (!here) continue;
    const reach = (end: number, count: number, last: string) => {
      const before = fewest[end];
      if (!before || before.count > count) fewest[end] = { count, last };
    };
    for (const word of words) if (text.startsWith(word, at)) reach(at + word.length, here.count + (word === here.last ? 0 : 1), word);
    for (const end of runsFrom(text, at)) reach(end, here.count, here.last);
  }
  const whole = fewest[text.length];
  return text !== '' && whole !== null && whole !== undefined && whole.count <= most;
}

const phrases = new Set(commonPhrases);
const rows = ['qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'abcdefghijklmnopqrstuvwxyz', 'abvgddjezzijklljmnnjoprstcufhccdzs', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const walks = rows.flatMap((row) => [row, [...row].toReversed().join('')]);

/** Where a run that begins here may end: a number, the same sign again and again, a row of the keyboard or of an alphabet. */
function runsFrom(text: string, at: number): number[] {
  const rest = text.slice(at);
  const number = /^\d+/.exec(rest)?.[0] ?? '';
  const same = /^(.)\1{2,}/u.exec(rest)?.[0] ?? '';
  const begun = at > 0 && /\d/.test(text[at - 1] ?? '');
  const ends = [same.length, !begun && isPlainNumber(number) ? number.length : 0];
  for (const walk of walks) {
    const from = walk.indexOf(rest.slice(0, 4));
    if (from < 0 || rest.length < 4) continue;
    let length = 4;
    while (length < rest.length && rest[length] === walk[from + length]) length += 1;
    ends.push(length);
  }
  return ends.filter((length) => length > 0).map((length) => at + length);
}

/** A year, a day, a postal code, a sequence, or one of these repeated. */
function isPlainNumber(number: string): boolean {
  if (number.length === 0) return false;
  if (number.length <= 6) return true;
  const steps = [...number].slice(1).map((digit, place) => (Number(digit) - Number(number[place]) + 10) % 10);
  if (new Set(steps).size === 1) return true;
  for (let period = 1; period <= number.length / 2; period += 1) {
    const part = number.slice(0, period);
    if (part.repeat(Math.ceil(number.length / period)).slice(0, number.length) === number) return isPlainNumber(part);
  }
  return '12345678901234567890'.includes(number);
}

const signs: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };

/** With letters where single signs between letters stand for them: `l0z1nka`. */
function unleeted(text: string): string {
  return text.replaceAll(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (sign) => signs[sign] ?? sign).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
