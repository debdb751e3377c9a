import type { Terms } from './agreement.ts';
import { addDays, addMonths, monthsBetween } from './days.ts';

/** Two ISO days between which a fuzzy day lies; null where that side is open. */
export type Bounds = { readonly earliest: string | null; readonly latest: string | null };

/** One period of the agreement. `number` counts from 1; `endsOn` is its last day in force, null where it is not known or there is none. */
export type Period = { readonly number: number; readonly startsOn: Bounds | null; readonly endsOn: Bounds | null };

export type Term = Pick<Terms, 'validTo' | 'termMonths' | 'renewal' | 'renewalMonths' | 'noticeMonths'>;

/**
 * The last day of the period `k` (counted from 0) of a term that began on `start`: the day before
 * `start + term + k × renewal`, each reckoned from the start, so that short months never shift the later
 * ends. A stated last day stands in the place of the first end. Null where the term is open or unknown.
 */
export function endOfPeriod(term: Term, start: Bounds | null, k: number): Bounds | null {
  if (k > 0 && !term.renewalMonths) return null;
  const later = k * (term.renewalMonths ?? 0);
  if (term.validTo) return both(term.validTo, (day) => addDays(addMonths(addDays(day, 1), later), -1));
  if (!start || !term.termMonths) return null;
  const months = term.termMonths + later;
  return both(start, (day) => addDays(addMonths(day, months), -1));
}

/** The period `k`, with its first day. */
export function periodOf(term: Term, start: Bounds | null, k: number): Period {
  const before = k === 0 ? null : endOfPeriod(term, start, k - 1);
  return { number: k + 1, startsOn: k === 0 ? start : before && both(before, (day) => addDays(day, 1)), endsOn: endOfPeriod(term, start, k) };
}

/** Which period of a tacitly renewed term runs on this day, counted from 0; 0 where the first end is unknown. */
export function periodOn(term: Term, start: Bounds | null, day: string): number {
  const end = endOfPeriod(term, start, 0)?.latest;
  const step = term.renewalMonths;
  if (!end || !step || end >= day) return 0;
  // The estimate is at most one period off, because a day moves within its month only.
  let k = Math.max(0, Math.floor(monthsBetween(end, day) / step) - 1);
  while ((endOfPeriod(term, start, k)?.latest ?? day) < day) k += 1;
  return k;
}

/** The last day on which notice still ends this period; null where the end or the length of notice is unknown. */
export function noticeBy(term: Term, period: Period): string | null {
  const end = period.endsOn?.earliest;
  return end && term.noticeMonths !== null ? addMonths(end, -term.noticeMonths) : null;
}

/**
 * The period that a notice given on this day ends, counted from 0: the running one, or the next where the
 * notice came even a day late. Null where that cannot be known.
 */
export function periodEndedBy(term: Term, start: Bounds | null, givenOn: string | null): number | null {
  if (!givenOn || term.noticeMonths === null || !endOfPeriod(term, start, 0)) return null;
  const running = periodOn(term, start, givenOn);
  const furthest = running + Math.ceil((term.noticeMonths + vagueness(term, start)) / (term.renewalMonths || 1)) + 2;
  for (let k = running; k <= furthest; k += 1) {
    const by = noticeBy(term, periodOf(term, start, k));
    if (by === null) return null;
    if (givenOn <= by) return k;
  }
  return null;
}

/**
 * The period that somebody has to decide about today, counted from 0: the one that a notice given today would end, and not one that is
 * granted already (before `lasts`). Where no notice can be reckoned, the last one granted.
 */
export function periodWatched(term: Term, start: Bounds | null, lasts: number, today: string): number {
  return Math.max(lasts, (isBounded(term, start) ? periodEndedBy(term, start, today) : null) ?? lasts);
}

/** The last day for a notice that is next, `today` among those, and the one before it; fewer where there are none. */
export function noticeDaysAround(term: Term, start: Bounds | null, today: string): string[] {
  const next = isBounded(term, start) ? periodEndedBy(term, start, today) : null;
  if (next === null) return [];
  return [next - 1, next].flatMap((k) => (k < 0 ? [] : noticeBy(term, periodOf(term, start, k)) ?? []));
}

/** Whether some day is the last on which a period can end: without one nobody knows which of them runs. */
function isBounded(term: Term, start: Bounds | null): boolean {
  return Boolean(endOfPeriod(term, start, 0)?.latest);
}

/** How many months lie between the earliest and the latest possible end. */
function vagueness(term: Term, start: Bounds | null): number {
  const end = endOfPeriod(term, start, 0);
  return end?.earliest && end.latest ? monthsBetween(end.earliest, end.latest) : 0;
}

function both(bounds: Bounds, move: (day: string) => string): Bounds {
  return { earliest: bounds.earliest && move(bounds.earliest), latest: bounds.latest && move(bounds.latest) };
}
