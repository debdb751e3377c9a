import { fold } from '#messages/fold.ts';
import { dateFault, readTypedDate } from '#messages/typed-date.ts';
import { parseFuzzyDate, type FuzzyDate } from '#office/fuzzy-date.ts';
import type { CellFault } from './column.ts';

export type ReadWritten = FuzzyDate | CellFault | null;

/**
 * A date as people write it in tables: EDTF („2018-06“, „2018~“), „12. 6. 2018.“, „12/6/2018“ where no other reading is
 * possible, „јун 2018“, “June 12, 2018”, „око 2018.“, „2014–2020“, a midnight behind them. Null where the cell says that it is not known. A day that
 * does not exist is told in the words of the form.
 */
export function readWrittenDate(typed: string): ReadWritten {
  // Spreadsheets write midnight behind a day that they keep as a moment.
  const text = fold(typed).replace(/\s+0{1,2}:00(:00(\.0+)?)?$/, '').replace(/\s*(\bgodine|\bgod\.?|\bg\.)$/, '').trim();
  if (unknown.has(text.replace(/\.$/, ''))) return null;
  const [, about, bare = ''] = /^(oko|cca\.?|circa|c\.|about|around|~)?\s*(.*)$/.exec(text) ?? [];
  const edtf = edtfOf(bare);
  if (edtf === 'ambiguous') return { rule: 'ambiguousDate' };
  const date = edtf === null ? null : parseFuzzyDate(about && /^[\d-]+$/.test(edtf) ? `${edtf}~` : edtf);
  return date ?? faultInForm(typed) ?? { rule: isShort(bare) ? 'importShortYear' : 'notADate' };
}

function faultInForm(typed: string): CellFault | null {
  const parts = readTypedDate(typed);
  return parts && dateFault(parts);
}

/** A day or a month with the year in two digits: of which century nobody can say. */
function isShort(text: string): boolean {
  const [, month] = /^(?:\d{1,2}\.?[\s-]+)?([a-z]+)\.?[\s-]+'?\d{2}\.?$/.exec(text) ?? [];
  return /^\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2}\.?$/.test(text) || monthOf(month ?? '') !== null;
}

const unknown = new Set(['', '-', '–', '?', 'nije poznat', 'nije poznato', 'nepoznat', 'nepoznato', 'not known', 'unknown']);

function edtfOf(text: string): string | 'ambiguous' | null {
  const plain = text.toUpperCase().replace(/\.$/, '');
  if (parseFuzzyDate(plain)) return plain;
  const years = /^(\d{4})\.?\s*[–—-]\s*(\d{4})\.?$/.exec(text);
  if (years) return `${years[1]}/${years[2]}`;
  const instant = /^(\d{4}-\d{2}-\d{2})t[\d:.]+z?$/.exec(text);
  if (instant) return instant[1] ?? null;
  const ymd = /^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/.exec(text);
  if (ymd) return written(ymd[1], ymd[2], ymd[3]);
  const dmy = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?$/.exec(text);
  if (dmy) return ofThree(dmy);
  const my = /^(\d{1,2})\s*[./]\s*(\d{4})\.?$/.exec(text);
  if (my) return written(my[2], my[1]);
  return inWords(text);
}

/** With points the day comes first; with strokes only where the other reading is no date. */
function ofThree([, first, mark, second, year]: RegExpExecArray): string | 'ambiguous' {
  if (mark !== '/' || Number(first) === Number(second) || Number(first) > 12) return written(year, second, first);
  return Number(second) > 12 ? written(year, first, second) : 'ambiguous';
}

function inWords(text: string): string | null {
  const [, day, name = '', year] = /^(?:(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+)?([a-z]+)\.?,?[\s-]+(\d{4})\.?$/.exec(text) ?? [];
  const month = monthOf(name);
  if (month) return written(year, month, day);
  const [, first = '', second, last] = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text) ?? [];
  const english = monthOf(first);
  return english ? written(last, english, second) : null;
}

const months = [
  ['januar', 'january'], ['februar', 'february'], ['mart', 'march'], ['april'], ['maj', 'may'], ['jun', 'june', 'juni'], ['jul', 'july', 'juli'],
  ['avgust', 'august'], ['septembar', 'september', 'septembra'], ['oktobar', 'october', 'oktobra'], ['novembar', 'november', 'novembra'], ['decembar', 'december', 'decembra'],
];

/** The whole name, its genitive, or its first three letters. */
function monthOf(name: string): string | null {
  const at = name.length < 3 ? -1 : months.findIndex((names) => names.some((one) => name === one || name === `${one}a` || (name.length <= 4 && one.startsWith(name))));
  return at < 0 ? null : String(at + 1);
}

function written(year = '', month = '', day = ''): string {
  return [year, month.padStart(2, '0'), day && day.padStart(2, '0')].filter(Boolean).join('-');
}
