import { readEdtf, type ReadDate } from '#messages/edtf.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { officeTimeZone, words } from '#messages/words.ts';

/**
 * `long` stands alone („21. новембар 2026.“), `table` is short („21. 11. 2026.“), `sentence` follows a
 * preposition („од 21. новембра 2026.“), `when` says when something happened („маја 2007.“, “in May 2007”).
 */
export type DateStyle = 'long' | 'table' | 'sentence' | 'when';

/** An EDTF date in words, never more exact than it is: a year stays a year. Throws on a text that is no EDTF date. */
export function writeDate(edtf: string, form: WrittenForm, style: DateStyle = 'long'): string {
  const read = readEdtf(edtf);
  if (!read) throw new RangeError(`No EDTF date: ${edtf}`);
  if (read.kind === 'date') return writeOne(read, form, style);
  const date = words(form, 'values.date');
  const { start, end } = read;
  if (!start) return end ? date('until', { date: writeOne(end, form, afterPreposition(end, style)) }) : '';
  if (!end) return date('since', { date: writeOne(start, form, afterPreposition(start, style)) });
  if (isPlainYear(start) && isPlainYear(end)) return date('years', { first: `${start.year}`, last: `${end.year}` });
  const each = style === 'table' ? 'table' : 'long';
  return date('range', { start: writeOne(start, form, each), end: writeOne(end, form, each) });
}

/** An ISO calendar day in words, also one that is reckoned beyond the years that a date is entered in. */
export function writeDay(iso: string, form: WrittenForm, style: DateStyle = 'long'): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)?.map(Number) ?? [];
  if (!year || readEdtf(iso) || new Date(iso).getUTCDate() !== day) return writeDate(iso, form, style);
  return writeOne({ kind: 'date', year, lastYear: year, month: month ?? null, day, approximate: false, uncertain: false, earliest: iso, latest: iso }, form, style);
}

/** A day that lies between two ISO days, as exactly as they say it: the day, its month, its year, or the years. `sentence` and `table` as after „до“. */
export function writeWithin({ earliest, latest }: { readonly earliest: string | null; readonly latest: string | null }, form: WrittenForm, style: DateStyle = 'long'): string {
  const [from, to] = [earliest ?? latest ?? '', latest ?? earliest ?? ''];
  if (from === to) return writeDay(from, form, style);
  const length = [7, 4].find((one) => from.slice(0, one) === to.slice(0, one));
  return writeDate(length ? to.slice(0, length) : `${from.slice(0, 4)}/${to.slice(0, 4)}`, form, style);
}

/** A day with its name, as a heading: „Субота, 21. новембар 2026.“, “Saturday, 21 November 2026”. */
export function writeWeekday(iso: string, form: WrittenForm): string {
  const name = new Intl.DateTimeFormat(form === 'en' ? 'en-GB' : `${form}-RS`, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
  return `${name.charAt(0).toLocaleUpperCase(form)}${name.slice(1)}, ${writeDay(iso, form)}`;
}

/** An instant as day and hour in Belgrade: „21. новембар 2026. у 8.29“, “21 November 2026 at 08:29”. */
export function writeInstant(instant: Date, form: WrittenForm, style: DateStyle = 'long'): string {
  return words(form, 'values.date')('instant', { day: writeDay(belgradeToday(instant), form, style), time: writeTime(instant, form) });
}

/** The hour in Belgrade: „8.29“, “08:29”. */
export function writeTime(instant: Date, form: WrittenForm): string {
  const [hour = '', minute = ''] = belgradeClock.format(instant).split(':');
  return form === 'en' ? `${hour}:${minute}` : `${Number(hour)}.${minute}`;
}

/** The calendar day in Belgrade at this instant, as ISO. */
export function belgradeToday(instant: Date): string {
  const parts = belgradeDay.formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * The instant at which the clocks of Belgrade show this ISO day and time („21:30“). Of an hour that comes twice in autumn, the
 * first; null for one that the spring leaps over, and for what is no time.
 */
export function belgradeInstant(day: string, time: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Belgrade is one hour ahead of UTC in winter and two in summer; the summer's reading is the earlier instant.
  return [2, 1].map((ahead) => new Date(asUtc - ahead * 3_600_000))
    .find((instant) => belgradeToday(instant) === day && belgradeClock.format(instant) === time) ?? null;
}

function writeOne(date: ReadDate, form: WrittenForm, style: DateStyle): string {
  const say = words(form, 'values.date');
  if (date.year !== date.lastYear) return say('between', { first: `${date.year}`, last: `${date.lastYear}` });
  let text = writeExact(date, form, date.approximate ? afterPreposition(date, style) : style);
  if (date.approximate) text = say('about', { date: text });
  else if (style === 'when') text = say(date.day ? 'onDay' : date.month ? 'inMonth' : 'inYear', { date: text });
  return date.uncertain ? say('uncertain', { date: text }) : text;
}

/** A table's numbers have no case, but a month's name has. */
function afterPreposition(date: ReadDate, style: DateStyle): DateStyle {
  return style === 'table' && date.day ? 'table' : 'sentence';
}

function isPlainYear(date: ReadDate): boolean {
  return !date.month && date.year === date.lastYear && !date.approximate && !date.uncertain;
}

/** Serbian puts the month in the genitive after a preposition and in telling when; Intl knows the nominative only. */
function writeExact(date: ReadDate, form: WrittenForm, style: DateStyle): string {
  const inSentence = style === 'sentence' || style === 'when';
  if (form !== 'en' && date.month && inSentence) {
    const month = words(form, 'values')('monthOf', { month: date.month });
    return date.day ? `${date.day}. ${month} ${date.year}.` : `${month} ${date.year}.`;
  }
  return formatter(form, style, date.day ? 'day' : date.month ? 'month' : 'year').format(new Date(date.earliest));
}

type Precision = 'day' | 'month' | 'year';
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one costs more than a hundred uses of it. */
function formatter(form: WrittenForm, style: DateStyle, precision: Precision): Intl.DateTimeFormat {
  const key = `${form} ${style} ${precision}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locales[form], shape(form, style, precision));
  formatters.set(key, known);
  return known;
}

const locales = { 'sr-Cyrl': 'sr-Cyrl-RS', 'sr-Latn': 'sr-Latn-RS', en: 'en-GB' } as const;

function shape(form: WrittenForm, style: DateStyle, precision: Precision): Intl.DateTimeFormatOptions {
  const days = { year: 'numeric', timeZone: 'UTC' } as const;
  if (precision === 'year') return days;
  if (precision === 'month') return { ...days, month: 'long' };
  const month = style !== 'table' ? 'long' : form === 'en' ? 'short' : 'numeric';
  return { ...days, month, day: 'numeric' };
}

const belgradeDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: officeTimeZone, year: 'numeric', month: '2-digit', day: '2-digit',
});
const belgradeClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: officeTimeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
