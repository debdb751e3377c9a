import ICAL from 'ical.js';
import type { FuzzyDate } from '#db/columns.ts';
import { fromParts, toParts } from './fuzzy-date.ts';

/** One time that a duty falls due: the ISO day by which it is known for ever, and its date as exact as the first one was given. */
export type Occurrence = { readonly day: string; readonly planned: FuzzyDate };
/** ISO days, both included. */
type Between = { readonly from: string; readonly to: string };

/** So many steps at most: half a century by days, and an end for a rule that never comes to its day. */
const mostSteps = 20_000;

/**
 * When a duty that first falls due on `first` falls due again between two days, by a recurrence rule of RFC 5545; a time known to its year
 * or month belongs to them until its last day. A month
 * that lacks the day takes its last one: RFC 5545 would leave that month out, but a fee of the 31st is owed in April too, and
 * a report of 29 February every year (RFC 7529 calls it SKIP=BACKWARD). Nothing where the rule cannot be read, or where
 * the first date is too vague for it.
 */
export function occurrences(rule: string, first: FuzzyDate | null, { from, to }: Between): Occurrence[] {
  return [...series(rule, first, to)].filter(({ day, planned }) => (planned.latest ?? day) >= from);
}

/** The first time after this ISO day, or null where there is none. */
export function occurrenceAfter(rule: string, first: FuzzyDate | null, day: string): Occurrence | null {
  for (const one of series(rule, first, '9999-12-31')) if (one.day > day) return one;
  return null;
}

/** Whether the rule can be read, and the first date is exact enough: a rule of months needs a month, one of weeks or days a day. */
export function recurs(rule: string, first: FuzzyDate | null): boolean {
  return !series(rule, first, '9999-12-31').next().done;
}

/** The same day so many months later, or the last one of a shorter month; ISO days. */
export function monthsAfter(day: string, months: number): string {
  const { year, month, day: date } = split(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function* series(text: string, first: FuzzyDate | null, to: string): Generator<Occurrence> {
  const rule = read(text);
  const parts = first && toParts(first);
  if (!rule || !parts || !first?.earliest || (!parts.month && rule.freq !== 'YEARLY') || (!parts.day && ['WEEKLY', 'DAILY'].includes(rule.freq))) return;
  const until = rule.until ? rule.until.toString().slice(0, 10) : null;
  rule.until = null;
  // Steps go from the first of the month, which every month has; the day is set afterwards.
  const plain = ['YEARLY', 'MONTHLY'].includes(rule.freq) && Object.keys(rule.parts).length === 0;
  const steps = rule.iterator(ICAL.Time.fromDateString(plain ? `${first.earliest.slice(0, 8)}01` : first.earliest));
  for (let taken = 0; taken < mostSteps; taken += 1) {
    const step = steps.next()?.toString().slice(0, 10);
    if (!step) return;
    const planned = plain ? fromParts({ ...parts, ...placed(step, parts) }) : fromParts({ ...split(step), approximate: false });
    if (!planned?.earliest || planned.earliest > to || (until && planned.earliest > until)) return;
    yield { day: planned.earliest, planned };
  }
}

/** Null for what is no rule, and for rules that the library does not reckon rightly: of parts it knows weekdays (it moves 30 February to March). */
function read(text: string): ICAL.Recur | null {
  try {
    const rule = ICAL.Recur.fromString(text);
    return ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'].includes(rule.freq) && Object.keys(rule.parts).every((part) => part === 'BYDAY') ? rule : null;
  } catch {
    return null;
  }
}

/** The year of the step, its month where the first date names one, and the day or the last one that the month has. */
function placed(step: string, { day, month }: { day: string | number | null; month: string | number | null }) {
  const at = split(step);
  const last = new Date(Date.UTC(at.year, at.month, 0)).getUTCDate();
  return { year: at.year, month: month ? at.month : null, day: day ? Math.min(Number(day), last) : null };
}

function split(day: string) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}
