// Our own table: the npm packages looked at serve Russian, or write „ЉУБАВ“ as „LjUBAV“, or have
// stood still for years; and the whole rule is these thirty letters.
const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č',
  џ: 'dž', ш: 'š',
};

/**
 * Serbian Cyrillic written in Serbian Latin; every other character stays as it is. A capital Љ, Њ or Џ
 * becomes LJ, NJ, DŽ in a word of capitals and Lj, Nj, Dž elsewhere.
 */
export function toLatin(text: string): string {
  return text.replace(/[\u0400-\u04FF]/g, (letter, at: number) => {
    const lower = letter.toLowerCase();
    const latin = letters[lower];
    if (latin === undefined) return letter;
    if (letter === lower) return latin;
    return inCapitals(text, at) ? latin.toUpperCase() : capitalised(latin);
  });
}

/** Whether the capital at this place stands among capitals: the next letter decides, at a word's end the one before. */
function inCapitals(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (isLetter(next)) return isCapital(next);
  return isCapital(text[at - 1] ?? '');
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

function isCapital(character: string): boolean {
  return /^\p{Lu}$/u.test(character);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
