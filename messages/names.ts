import type { WrittenForm } from '#messages/local-text.ts';

/** The name of a country by its ISO 3166-1 code, after CLDR; the code itself where none is known. */
export function countryName(code: string, form: WrittenForm): string {
  return displayNames('region', form).of(code) ?? code;
}

/** The name of a language by its BCP 47 tag: „немачки“, “German”. */
export function languageName(tag: string, form: WrittenForm): string {
  return displayNames('language', form).of(tag) ?? tag;
}

// Codes that CLDR names and ISO 3166-1 does not assign: groups, reserved and user-assigned ones.
const unassigned = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '));

/** Every country code that ISO 3166-1 assigns today: those that CLDR names and does not replace by another. */
export const countryCodes: readonly string[] = pairsOfLetters().filter(
  (code) => !unassigned.has(code) && isNamed(code) && isCurrent(code),
);

/** The choices of a form, in the alphabetical order of the reader's language. */
export function countries(form: WrittenForm): { code: string; name: string }[] {
  return countryCodes
    .map((code) => ({ code, name: countryName(code, form) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, form));
}

const kept = new Map<string, Intl.DisplayNames>();

function displayNames(type: 'region' | 'language', form: WrittenForm): Intl.DisplayNames {
  const key = `${type} ${form}`;
  const known = kept.get(key) ?? new Intl.DisplayNames(form === 'en' ? 'en-GB' : `${form}-RS`, { type });
  kept.set(key, known);
  return known;
}

function pairsOfLetters(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function isNamed(code: string): boolean {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
