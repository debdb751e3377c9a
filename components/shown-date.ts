import type { WrittenForm } from '#messages/local-text.ts';

/** A date as its three fields hold it. */
export type TypedDate = { day: string; month: string; year: string; approximate: boolean };

/** `monthOf` gives a month's genitive („јуна“), `about` puts „око“ before a date. */
export type DateWords = { monthOf: (month: number) => string; about: (date: string) => string };

/**
 * How a typed date will be written, null where it is none yet. The same as `writeDate`, for the browser, which is
 * not sent the reader of EDTF for one line under a field.
 */
export function shownDate({ day, month, year, approximate }: TypedDate, form: WrittenForm, words: DateWords): string | null {
  const [y, m, d] = [year, month, day].map((part) => Number(part.trim().replace(/\.$/, '') || '0')) as [number, number, number];
  if (!Number.isInteger(y) || y < 1000 || y > 2999 || !(m >= 0 && m <= 12) || (d > 0 && m === 0)) return null;
  const at = new Date(Date.UTC(y, Math.max(0, m - 1), Math.max(1, d)));
  if (d < 0 || d > 31 || at.getUTCMonth() !== Math.max(0, m - 1)) return null;
  const precision: Precision = d ? 'day' : m ? 'month' : 'year';
  if (!approximate) return writeLong(at, form, precision);
  return words.about(precision === 'year' ? writeLong(at, form, precision) : inSentence(at, form, precision, words.monthOf));
}

/** An ISO day after a preposition: „21. новембра 2026.“. */
export function dayInSentence(iso: string, form: WrittenForm, monthOf: DateWords['monthOf']): string {
  return inSentence(new Date(`${iso}T00:00:00Z`), form, 'day', monthOf);
}

type Precision = 'day' | 'month' | 'year';
const locales = { 'sr-Cyrl': 'sr-Cyrl-RS', 'sr-Latn': 'sr-Latn-RS', en: 'en-GB' } as const;

function writeLong(at: Date, form: WrittenForm, precision: Precision): string {
  const shape: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (precision !== 'year') shape.month = 'long';
  if (precision === 'day') shape.day = 'numeric';
  return new Intl.DateTimeFormat(locales[form], shape).format(at);
}

function inSentence(at: Date, form: WrittenForm, precision: Precision, monthOf: DateWords['monthOf']): string {
  if (form === 'en') return writeLong(at, form, precision);
  const day = precision === 'day' ? `${at.getUTCDate()}. ` : '';
  return `${day}${monthOf(at.getUTCMonth() + 1)} ${at.getUTCFullYear()}.`;
}
