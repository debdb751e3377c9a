import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { countryCodes, countryName, languageName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { wordsOf } from '#office/search/search.ts';
import { first, severalIn, type Column } from './column.ts';

type Of = Pick<Column, 'key' | 'label'> & Partial<Pick<Column, 'needed' | 'example'>>;
type Codes = NonNullable<Column['codes']>;

/** One code of a list, by its word in any written form or by the code itself. */
export function choiceColumn({ codes, ...of }: Of & { codes: Codes }): Column {
  const known = meanings(codes);
  return {
    ...of, codes, holds: 'code', covers: [of.key],
    read: (cell) => {
      const code = known.get(keyOf(cell));
      return code ? { fields: { [of.key]: [code] } } : { rule: 'importNotAWord', values: { text: cell.slice(0, 60) } };
    },
    write: (values, { form }) => inWords(first(values, of.key), codes, form),
  };
}

/** Any number of them. */
export function choicesColumn({ codes, ...of }: Of & { codes: Codes }): Column {
  const known = meanings(codes);
  return {
    ...of, codes, holds: 'codes', covers: [of.key],
    read: (cell) => {
      // A word may have a comma in it, so the whole comes first.
      const texts = severalIn(cell).flatMap((text) => (known.has(keyOf(text)) ? [text] : text.split(',').map((part) => part.trim()).filter(Boolean)));
      const strange = texts.find((text) => !known.has(keyOf(text)));
      if (strange !== undefined) return { rule: 'importNotAWord', values: { text: strange.slice(0, 60) } };
      const chosen = new Set(texts.map((text) => known.get(keyOf(text)) ?? ''));
      return { fields: { [of.key]: codes.of.filter((code) => chosen.has(code)) } };
    },
    write: (values, { form }) => (values[of.key] ?? []).map((code) => inWords(code, codes, form)).join('; '),
  };
}

/** The words of a list of codes under a namespace of the messages. */
export function coded(of: readonly string[], namespace: string): Codes {
  return { of, word: (code, form) => words(form, namespace)(code) };
}

export const countryWords: Codes = {
  of: countryCodes, word: countryName,
  also: { sad: 'US', usa: 'US', 'sjedinjene americke drzave': 'US', bih: 'BA', 'velika britanija': 'GB', uk: 'GB', 'united kingdom of great britain': 'GB', makedonija: 'MK', 'ruska federacija': 'RU', 'cesko': 'CZ', 'ceska republika': 'CZ', holandija: 'NL' },
};

export function languageWords(of: readonly string[]): Codes {
  return { of, word: languageName };
}

/** How texts are compared: words only, whatever their script, case and diacritics. */
export function keyOf(text: string): string {
  return wordsOf(text).join(' ');
}

function inWords(code: string, { word }: Codes, form: WrittenForm | null): string {
  return code && form ? word(code, form) : code;
}

/** Made once, at the first cell: all the words of a country list in three forms. */
function meanings(codes: Codes): { get(key: string): string | undefined; has(key: string): boolean } {
  let made: Map<string, string> | undefined;
  const all = () => (made ??= new Map([...Object.entries(codes.also ?? {}), ...codes.of.flatMap((code): [string, string][] => [...writtenForms.map((form) => [keyOf(codes.word(code, form)), code] as [string, string]), [keyOf(code), code]])]));
  return { get: (key) => all().get(key), has: (key) => all().has(key) };
}
