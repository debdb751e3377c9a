import { fold } from '#messages/fold.ts';

const digraphs: Readonly<Record<string, string>> = { lj: 'љ', nj: 'њ', dž: 'џ' };
const letters: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', đ: 'ђ', e: 'е', ž: 'ж', z: 'з', i: 'и', j: 'ј', k: 'к', l: 'л', m: 'м',
  n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', ć: 'ћ', u: 'у', f: 'ф', h: 'х', c: 'ц', č: 'ч', š: 'ш',
};

// Beginnings of words in which nj, lj or dž are two sounds, since a prefix ends between them (folded, so
// that case and diacritics don't matter). Only the common ones: the result is checked by a person.
const apart = [
  'anjon', 'injek', 'injunk', 'konjekt', 'konjug', 'konjunk', 'vanjez', 'tanjug', 'nadziv', 'nadznj', 'odzal', 'odziv',
  'odzvak', 'podzanr',
];

/**
 * A Cyrillic spelling of Serbian Latin, as a suggestion for a person to check: the way back is no function. Words
 * with letters that Serbian lacks, codes with digits and Roman numbers stay as they are.
 */
export function offerCyrillic(text: string): string {
  return text.normalize('NFKC').replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (isForeign(word) ? word : inCyrillic(word)));
}

function isForeign(word: string): boolean {
  return !/^[abcčćdđefghijklmnoprsštuvzž]+$/i.test(word) || /^[IVXLCDM]{2,}$/.test(word);
}

function inCyrillic(word: string): string {
  const folded = fold(word);
  const separate = apart.some((beginning) => folded.startsWith(beginning));
  const pairs = separate ? word : word.replace(/lj|nj|dž/gi, (pair) => sameCase(digraphs[pair.toLowerCase()] ?? pair, pair));
  return pairs.replace(/[a-zčćđšž]/gi, (letter) => sameCase(letters[letter.toLowerCase()] ?? letter, letter));
}

function sameCase(cyrillic: string, latin: string): string {
  return latin.charAt(0) === latin.charAt(0).toLowerCase() ? cyrillic : cyrillic.toUpperCase();
}
