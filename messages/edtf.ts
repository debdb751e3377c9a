import edtf, { parse, type ParsedDate } from 'edtf';

/** A date as exact as somebody knew it. Bounds are ISO days; `lastYear` differs from `year` in a decade or century. */
export type ReadDate = Readonly<{
  kind: 'date';
  year: number;
  lastYear: number;
  month: number | null;
  day: number | null;
  approximate: boolean;
  uncertain: boolean;
  earliest: string;
  latest: string;
}>;

/** A period; a null end is open or not known. */
export type ReadInterval = Readonly<{ kind: 'interval'; start: ReadDate | null; end: ReadDate | null }>;

/**
 * Reads an EDTF text of level 0 or 1 (ISO 8601-2): a date or a period, in the years 1000 to 2999. Null for
 * seasons, times of day, days that no calendar has, and all that is not EDTF.
 */
export function readEdtf(text: string): ReadDate | ReadInterval | null {
  if (text.length > 40) return null;
  const known = alreadyRead.get(text);
  if (known !== undefined) return known;
  if (alreadyRead.size >= 2_000) alreadyRead.clear();
  const read = readAnew(text);
  alreadyRead.set(text, read);
  return read;
}

// The same few dates stand on every page, and the package's grammar takes a fifth of a millisecond for each.
const alreadyRead = new Map<string, ReadDate | ReadInterval | null>();

function readAnew(text: string): ReadDate | ReadInterval | null {
  const parsed = parsedOrNull(text);
  if (!parsed) return null;
  if (parsed.type !== 'Interval') return readDate(parsed as ParsedDate);
  const ends = parsed.values as (ParsedDate | number | null)[]; // Infinity where open, null where not known
  const [start = null, end = null] = ends.map((part) => (isDate(part) ? readDate(part) : null));
  const lost = [start, end].some((part, place) => !part && isDate(ends[place]));
  if (lost || (!start && !end)) return null;
  return start && end && start.earliest > end.latest ? null : { kind: 'interval', start, end };
}

function parsedOrNull(text: string): ReturnType<typeof parse> | null {
  try {
    return parse(text, { level: 1, types: ['Date', 'Interval'] });
  } catch {
    return null; // the package throws a syntax error on every text that is not EDTF
  }
}

function isDate(part: ParsedDate | number | null | undefined): part is ParsedDate {
  return typeof part === 'object' && part !== null;
}

function readDate(parsed: ParsedDate): ReadDate | null {
  const [year = 0, month, day] = parsed.values;
  if (parsed.type !== 'Date' || parsed.values.length > 3 || year < 1000) return null;
  const { min, max } = edtf(parsed);
  const [earliest, latest] = [isoDay(min), isoDay(max)];
  const lastYear = Number(latest.slice(0, 4));
  const unspecified = parsed.unspecified ?? 0;
  const date: ReadDate = {
    kind: 'date',
    year,
    lastYear,
    month: month === undefined || unspecified & monthBits ? null : month + 1,
    day: day === undefined || unspecified & dayBits ? null : day,
    approximate: Boolean(parsed.approximate),
    uncertain: Boolean(parsed.uncertain),
    earliest,
    latest,
  };
  return latest > '2999-12-31' || !inCalendar(date) ? null : date;
}

// How the package says which digits of YYYYMMDD are an X: one bit for each, the first year's digit lowest.
const monthBits = 0b0011_0000;
const dayBits = 0b1100_0000;

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The package lets 2023-02-29 through and moves it to March. */
function inCalendar(date: ReadDate): boolean {
  return date.day === null || Number(date.earliest.slice(8)) === date.day;
}
