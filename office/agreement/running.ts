import type { FuzzyDate } from '#db/columns.ts';
import type { Act, Terms } from './agreement.ts';
import { addDays, addMonths, daysBetween } from './days.ts';
import { endOfPeriod, noticeBy, periodEndedBy, periodOf, periodOn, periodWatched, type Bounds, type Period } from './term.ts';

export type UnknownFact = 'signedOn' | 'entryIntoForce' | 'inForceFrom' | 'term' | 'renewal' | 'renewalMonths' | 'noticeMonths' | 'noticeDate';

/** What has to be done by when. Days are ISO, reckoned from the earliest day that a fuzzy date allows. */
export type Alarms = {
  /** First day of the next tacit period. */
  readonly renewsOn: string | null;
  /** Last day in force of a term that ends by the clock, by a notice, or for want of a renewal; null while it goes on. */
  readonly endsBy: string | null;
  /** The days between which that day lies: the same one twice where it is known. */
  readonly endsWithin: Bounds | null;
  /** Last day on which a notice still ends a period, of a tacit term the first one that a notice given today would end, */
  readonly noticeBy: string | null;
  /** and the last day of that period: the running one, or a later one where the day for the running one has passed or lay before it began. */
  readonly noticeEnds: string | null;
  readonly decideBy: string | null;
  readonly decideByPassed: boolean;
  /** Days until `endsBy`, where that is within the next ninety. */
  readonly soonIn: number | null;
};

/** How the term of an agreement in force runs on a day. */
export type Running = {
  readonly period: Period | null;
  /** The notice that stands, if one does. */
  readonly notice: Act | null;
  /** The last day in force, where that day has passed and ended the agreement. */
  readonly endedOn: string | null;
  /** The last day of a first period, where nobody knows whether another followed. */
  readonly lapsed: string | null;
  readonly alarms: Alarms;
  readonly unknown: readonly UnknownFact[];
};

/** Days before its end from which an agreement expires soon. */
const soon = 90;

/**
 * The running period and what has to be done in it. A term without renewal, or with an express one that did
 * not come, ends by the clock, or as soon as a notice has run out; a tacit one goes on until a notice given in time ends it, and
 * a notice that came a day late binds for another term. `buffer` is in days before the last day for notice.
 */
export function running(terms: Terms, from: FuzzyDate | null, acts: readonly Act[], today: string, buffer: number): Running {
  const start = terms.validFrom ?? from;
  const notice = standingNotice(acts);
  const tacit = terms.renewal === 'tacit';
  const noticeEnds = tacit && notice ? periodEndedBy(terms, start, notice.on?.latest ?? null) : null;
  const { now, granted } = periodsOn(terms, start, acts, today);
  const lasts = noticeEnds ?? granted;
  const end = endOfPeriod(terms, start, lasts);
  const passed = end?.latest && end.latest < today ? end.latest : null;
  const lapsed = terms.renewal === null || (tacit && !terms.renewalMonths) ? passed : null;
  const endsByClock = terms.renewal === 'none' || terms.renewal === 'express' || noticeEnds !== null;
  const period = lapsed ? null : periodOf(terms, start, Math.min(now, lasts));
  const { endsBy, endsWithin } = firstOf(endsByClock ? endByClock(end) : null, notice && !(tacit && end) ? runsOut(terms, notice) : null);
  const watched = tacit ? periodWatched(terms, start, lasts, today) : lasts;
  return {
    period, notice, lapsed, endedOn: endsByClock ? passed : null,
    alarms: { endsBy, endsWithin, ...alarms({ terms, last: lapsed ? null : end, watched: lapsed ? null : periodOf(terms, start, watched), notice, endsBy, today, buffer }) },
    unknown: unknownOf(terms, end !== null, notice),
  };
}

/**
 * The period that runs today, and the last one that is granted as things stand, both counted from 0. A renewal agreed
 * ahead of the end grants the next period, which does not run before the one that it follows is over.
 */
function periodsOn(terms: Terms, start: FuzzyDate | null, acts: readonly Act[], today: string): { now: number; granted: number } {
  const renewals = acts.filter(({ kind }) => kind === 'renewal').length;
  const byClock = periodOn(terms, start, today);
  const granted = terms.renewal === 'tacit' ? Math.max(renewals, byClock) : renewals;
  // Without the length of a renewal no end of a later period is known, so the agreed one is taken to run.
  return { now: terms.renewalMonths ? Math.min(byClock, granted) : granted, granted };
}

/** The first notice since the last one was withdrawn. */
function standingNotice(acts: readonly Act[]): Act | null {
  const since = acts.findLastIndex(({ kind }) => kind === 'notice_withdrawn');
  return acts.slice(since + 1).find(({ kind }) => kind === 'notice') ?? null;
}

type End = { readonly endsBy: string | null; readonly endsWithin: Bounds | null };

function endByClock(end: Bounds | null): End {
  return { endsBy: end?.earliest ?? end?.latest ?? null, endsWithin: end };
}

/** The day on which a notice on an agreement that does not renew itself runs out, if its term is not over before; the end itself is an act. */
function runsOut({ noticeMonths }: Terms, { on }: Act): End | null {
  if (!on?.latest || noticeMonths === null) return null;
  const endsBy = addMonths(on.latest, noticeMonths);
  return { endsBy, endsWithin: { earliest: on.earliest && addMonths(on.earliest, noticeMonths), latest: endsBy } };
}

function firstOf(...ends: (End | null)[]): End {
  const known = ends.flatMap((end) => (end?.endsBy ? [{ ...end, endsBy: end.endsBy }] : []));
  return known.toSorted((a, b) => (a.endsBy < b.endsBy ? -1 : 1))[0] ?? { endsBy: null, endsWithin: null };
}

/** `last`: the end of the last period that is granted; `watched`: the one that a notice is to end. */
type Watched = { terms: Terms; last: Bounds | null; watched: Period | null; notice: Act | null; endsBy: string | null; today: string; buffer: number };

function alarms({ terms, last, watched, notice, endsBy, today, buffer }: Watched) {
  const left = endsBy ? daysBetween(today, endsBy) : null;
  const soonIn = left !== null && left <= soon ? Math.max(0, left) : null;
  const [end, noticeEnds] = [last?.earliest ?? null, watched?.endsOn?.earliest ?? null];
  if (notice || !end || !watched) return { renewsOn: null, noticeBy: null, noticeEnds: null, decideBy: null, decideByPassed: false, soonIn };
  // Only a tacit term needs a notice to end; any other is decided about before its own last day, where no notice would come earlier.
  const told = noticeInTime(terms, watched);
  const by = told ?? (terms.renewal === 'tacit' ? null : end);
  const decideBy = by && addDays(by, -buffer);
  return {
    renewsOn: terms.renewal === 'tacit' && terms.renewalMonths ? addDays(end, 1) : null, noticeBy: told, noticeEnds: told && noticeEnds,
    decideBy, decideByPassed: decideBy !== null && decideBy < today, soonIn,
  };
}

/** Of a fixed term that is as short as its notice there is no day for one: it would lie before the term begins. */
function noticeInTime(terms: Terms, watched: Period): string | null {
  const by = noticeBy(terms, watched);
  const began = watched.startsOn?.latest;
  return by && began && terms.renewal !== 'tacit' && by < began ? null : by;
}

function unknownOf(terms: Terms, ends: boolean, notice: Act | null): UnknownFact[] {
  const unknown: UnknownFact[] = [];
  if (!ends) unknown.push('term');
  if (ends && terms.renewal === null) unknown.push('renewal');
  if ((terms.renewal === 'tacit' || terms.renewal === 'express') && !terms.renewalMonths) unknown.push('renewalMonths');
  if (terms.renewal === 'tacit' && terms.noticeMonths === null) unknown.push('noticeMonths');
  if (notice && !notice.on) unknown.push('noticeDate');
  return unknown;
}
