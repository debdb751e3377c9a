/** Where Latin and Cyrillic letters that look alike stand in one word: the word and its letters of the rarer script. */
export type MixedWord = { word: string; letters: string };

/**
 * The first word that mixes the two scripts, or null. Words end at a hyphen, since „ECAD-а“ is right. Such words
 * look right, and no search finds them.
 */
export function mixedScript(text: string): MixedWord | null {
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const latin = word.match(/\p{Script=Latin}/gu) ?? [];
    const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
    if (latin.length > 0 && cyrillic.length > 0) {
      const odd = latin.length <= cyrillic.length ? latin : cyrillic;
      return { word, letters: [...new Set(odd)].join(' ') };
    }
  }
  return null;
}

/**
 * Whether the text holds characters that no reader can see and that may make it read otherwise than it looks:
 * controls (line ends and tabs apart), overrides of direction, blanks without width, lone surrogates.
 */
export function hasControlCharacters(text: string): boolean {
  return !text.isWellFormed() || /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u.test(text.replace(/[\n\r\t]/g, ''));
}
