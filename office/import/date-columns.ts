import { writeDate } from '#messages/dates.ts';
import { dateFields } from '#office/entry/fields.ts';
import { parseFuzzyDate, fromParts, noParts, type FuzzyDate } from '#office/fuzzy-date.ts';
import type { FormValues } from '#office/outcome.ts';
import { first, type CellFault, type Column, type Writing } from './column.ts';
import { readWrittenDate } from './written-date.ts';

type Of = Pick<Column, 'key' | 'label'> & Partial<Pick<Column, 'example' | 'beside'>>;

/** A date at the precision that is known. */
export function dateColumn(of: Of): Column {
  return {
    ...of, holds: 'date', covers: [of.key],
    read: (cell) => fieldsOf(of.key, cell),
    write: (values, writing) => writtenDate(values, of.key, writing),
  };
}

/** All the fields of the date, so that nothing of an older one remains. */
export function fieldsOf(name: string, cell: string): { fields: FormValues } | CellFault {
  const date = readWrittenDate(cell);
  if (date && 'rule' in date) return date;
  const blank = Object.fromEntries(['day', 'month', 'year', 'approximate', 'edtf'].map((part) => [`${name}.${part}`, [] as string[]]));
  return { fields: date ? { ...blank, ...dateFields(name, date) } : {} };
}

/** The date that stands in the fields of a form. */
export function dateIn(values: FormValues, name: string): FuzzyDate | null {
  const parts = { day: first(values, `${name}.day`), month: first(values, `${name}.month`), year: first(values, `${name}.year`) };
  const approximate = first(values, `${name}.approximate`) !== '';
  return noParts({ ...parts, approximate }) ? parseFuzzyDate(first(values, `${name}.edtf`)) : fromParts({ ...parts, approximate });
}

/** The date that stands in the fields of a form, as a cell holds it; '' where none does. */
export function writtenDate(values: FormValues, name: string, { form }: Writing): string {
  const date = dateIn(values, name);
  if (!date) return '';
  const said = form ? writeDate(date.edtf, form, 'table') : date.edtf;
  // Some dates have words that no cell is read by („пролеће“ has none, „између“ has): those are written as EDTF.
  const back = readWrittenDate(said);
  return back && 'edtf' in back && back.edtf === date.edtf ? said : date.edtf;
}
