import type { FuzzyDate } from '#db/columns.ts';
import { readEdtf } from '#messages/edtf.ts';

export type { FuzzyDate } from '#db/columns.ts';

/** What the three fields of a form hold, as typed or as numbers; '' or null where nothing stands. */
export type DateParts = {
  day: string | number | null;
  month: string | number | null;
  year: string | number | null;
  approximate: boolean;
};

/**
 * A date of EDTF level 0 or 1 (`2003`, `2007-05`, `2018-06-12`, `2018~`, `2007-05?`, `201X`, `2014/2020`) with its
 * bounds as ISO days; a bound is null where a period is open. Null for all else. An unknown date is no
 * FuzzyDate: its field holds null.
 */
export function parseFuzzyDate(edtf: string): FuzzyDate | null {
  const text = edtf.trim();
  const read = readEdtf(text);
  if (!read) return null;
  if (read.kind === 'date') return { edtf: text, earliest: read.earliest, latest: read.latest };
  return { edtf: text, earliest: read.start?.earliest ?? null, latest: read.end?.latest ?? null };
}

/** The date that a form's fields say; null where they say none (a day without its month, the 30th of February). */
export function fromParts({ day, month, year, approximate }: DateParts): FuzzyDate | null {
  const [y, m, d] = [digits(year), digits(month), digits(day)];
  if (!/^\d{4}$/.test(y) || !/^\d{0,2}$/.test(m) || !/^\d{0,2}$/.test(d) || (d && !m)) return null;
  const calendar = [y, m && m.padStart(2, '0'), d && d.padStart(2, '0')].filter(Boolean).join('-');
  return parseFuzzyDate(`${calendar}${approximate ? '~' : ''}`);
}

/** Whether a form's fields hold nothing, which is how a reader of the form says that the date is unknown. */
export function noParts({ day, month, year }: DateParts): boolean {
  return [day, month, year].every((part) => digits(part) === '');
}

/** The fields that a form is drawn from; null for a period or a decade, which three fields cannot hold. */
export function toParts(date: FuzzyDate): DateParts | null {
  const read = readEdtf(date.edtf);
  if (read?.kind !== 'date' || read.year !== read.lastYear || read.uncertain) return null;
  return { day: read.day, month: read.month, year: read.year, approximate: read.approximate };
}

/** Order by the earliest possible day, then by the latest; the open and the unknown come last. */
export function compareFuzzy(a: FuzzyDate | null, b: FuzzyDate | null): number {
  return compareDays(a?.earliest, b?.earliest) || compareDays(a?.latest, b?.latest);
}

/** Whether the whole date lies after this ISO day: true only if even its earliest day does. */
export function fuzzyIsAfter(date: FuzzyDate, today: string): boolean {
  return date.earliest !== null && date.earliest > today;
}

/** Whether even the last day that one date allows lies before the first day of the other; never where one of them is unknown. */
export function isCertainlyBefore(a: FuzzyDate | null, b: FuzzyDate | null): boolean {
  return Boolean(a?.latest && b?.earliest && a.latest < b.earliest);
}

function digits(part: string | number | null): string {
  return part === null ? '' : String(part).trim().replace(/\.$/, '');
}

function compareDays(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b || (!a && !b)) return 0;
  if (!a) return 1;
  if (!b) return -1;
  return a < b ? -1 : 1;
}
