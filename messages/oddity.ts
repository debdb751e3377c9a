import { offerCyrillic } from '#messages/cyrillic.ts';
import { toLatin } from '#messages/latin.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/**
 * Letters that a reader takes for others: a word of two scripts, a word or a whole text in the other script, signs that
 * nobody sees. `at` and `text` say where it stands, `letters` what is odd about it, `mended` how it would be right; the same
 * as `text` where only a person can tell.
 */
export type Oddity = {
  readonly rule: 'mixedLetters' | 'otherScript' | 'wrongFace' | 'unseenSigns';
  readonly at: number; readonly text: string; readonly letters: string; readonly mended: string;
};

/**
 * What is odd about a text of this face, in the order of the text. Acronyms, Roman numerals and names wholly of Latin letters
 * may stand in Cyrillic text, and addresses anywhere; a name that exists in Latin only belongs to the Latin face.
 */
export function oddities(text: string, face: WrittenForm): Oddity[] {
  if (text.length > longest) return [];
  const letters = withoutAddresses(text);
  const whole = wrongFace(letters, text, face);
  const inBoth = !whole && /\p{Script=Latin}/u.test(letters);
  const words = whole ? [] : [...letters.matchAll(/[\p{L}\p{M}]+/gu)].flatMap((found) => oddWord(found[0], found.index, inBoth, face) ?? []);
  return [...whole ? [whole] : [], ...words, ...unseenSigns(text)].toSorted((a, b) => a.at - b.at);
}

/** The text as it would be right, as far as that can be told. */
export function mend(text: string, face: WrittenForm): string {
  let now = unseenSigns(text).toReversed().reduce(replaced, text);
  // One word put right may show another to be odd beside it.
  for (let round = 0; round < 4; round += 1) now = oddities(now, face).toReversed().reduce(replaced, now);
  return now;
}

/** No field takes more, and whoever sends it shall not make us read it letter by letter before he is told so. */
const longest = 20_000;

/** Blanks in the place of addresses. Looked for word by word, so that a text of one word without end costs no more than any other. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    if (/@|:\/\/|www\./.test(word)) return ' '.repeat(word.length);
    return word.length > longestAddress ? word : word.replace(address, (found) => ' '.repeat(found.length));
  });
}

const longestAddress = 300;
const address = /(?<![\p{L}\p{N}])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:\/\S*)?(?![\p{L}\p{N}])/gu;
const latin = /\p{Script=Latin}/gu;
const cyrillic = /\p{Script=Cyrillic}/gu;

function replaced(text: string, { at, text: odd, mended }: Oddity): string {
  return text.slice(0, at) + mended + text.slice(at + odd.length);
}

/** A text without a letter of its own script, that is more than acronyms. */
function wrongFace(letters: string, text: string, face: WrittenForm): Oddity | null {
  const [own, other] = face === 'sr-Cyrl' ? [cyrillic, latin] : [latin, cyrillic];
  if (letters.match(own) || !letters.match(other)) return null;
  if (face === 'sr-Cyrl' && !/[\p{L}\p{M}]\p{Ll}/u.test(letters)) return null;
  const offered = face === 'sr-Cyrl' ? offerCyrillic(text) : toLatin(text);
  const sure = face !== 'sr-Cyrl' || !/\p{Script=Latin}\p{Ll}/u.test(offered);
  return { rule: 'wrongFace', at: 0, text, letters: '', mended: sure && letters === text ? offered : text };
}

function oddWord(word: string, at: number, inBoth: boolean, face: WrittenForm): Oddity | null {
  const [lat, cyr] = [word.match(latin) ?? [], word.match(cyrillic) ?? []];
  const odd = (rule: Oddity['rule'], mended: string, held: readonly string[]): Oddity => ({ rule, at, text: word, letters: [...new Set(held)].join(' '), mended });
  if (lat.length > 0 && cyr.length > 0) {
    const ending = /^(\p{Script=Latin}{2,})(\p{Script=Cyrillic}{1,3})$/u.exec(word);
    if (face === 'sr-Cyrl' && ending?.[1] && ending[2] && /^\p{Lu}+$/u.test(ending[1]) && /^\p{Ll}+$/u.test(ending[2])) return odd('mixedLetters', `${ending[1]}-${ending[2]}`, cyr);
    const toCyrillic = face === 'sr-Cyrl' && lat.length <= cyr.length;
    return toCyrillic ? odd('mixedLetters', inCyrillic(word), lat) : odd('mixedLetters', inLatin(word), cyr);
  }
  if (face === 'sr-Cyrl') {
    if (lat.length === 0) return null;
    if (/^(a|o|je)$/.test(word)) return odd('mixedLetters', inCyrillic(word), lat);
    return /[čćžšđ]/i.test(word) && !isForeign(word) ? odd('otherScript', offerCyrillic(word), lat) : null;
  }
  if (cyr.length === 0 || !inBoth) return null;
  const alike = cyr.length <= 2 && cyr.every((letter) => letter in toTwin);
  return alike ? odd('mixedLetters', inLatin(word), cyr) : odd('otherScript', toLatin(word), cyr);
}

function isForeign(word: string): boolean {
  return offerCyrillic(word) === word;
}

/** Direction marks, blanks and joints without width; between two pictures a joint is right. */
function unseenSigns(text: string): Oddity[] {
  return [...text.matchAll(/[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+|\u200D(?!\p{Extended_Pictographic})/gu)]
    .map(({ 0: signs, index }) => ({ rule: 'unseenSigns', at: index, text: signs, letters: [...signs].map((sign) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' '), mended: '' }));
}

/** Letters of the two scripts that look alike. */
const twins = 'AА BВ CС EЕ HН JЈ KК MМ OО PР TТ XХ YУ aа cс eе jј kк oо pр xх yу';
const fromTwin: Readonly<Record<string, string>> = Object.fromEntries(twins.split(' ').map(([a = '', b = '']) => [a, b]));
const toTwin: Readonly<Record<string, string>> = Object.fromEntries(twins.split(' ').map(([a = '', b = '']) => [b, a]));

function inCyrillic(word: string): string {
  return word.replace(latin, (letter) => fromTwin[letter] ?? offerCyrillic(letter));
}

function inLatin(word: string): string {
  return word.replace(cyrillic, (letter) => toTwin[letter] ?? toLatin(letter));
}
