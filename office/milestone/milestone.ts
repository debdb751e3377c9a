import type { FuzzyDate } from '#db/columns.ts';
import type { MilestoneActKind } from '#db/schema/milestone.ts';

/** Vocabulary of DOMAIN section 4. */
export const milestoneKinds = [
  'agreement_signed', 'consent_given', 'network_accession', 'project_event', 'call_deadline', 'report_due', 'fee_due', 'visit',
  'anniversary', 'result_reached', 'renewal_decision',
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export const milestoneActKinds = ['started', 'done', 'postponed', 'cancelled'] as const satisfies readonly MilestoneActKind[];

export const milestoneStates = ['planned', 'running', 'done', 'postponed', 'cancelled'] as const;
export type MilestoneState = (typeof milestoneStates)[number];

export const codePrefix = 'NI-PRK';

/** The days before a planned date in which a milestone counts as soon. */
export const soonDays = 30;

/** The views of the plan count so far and no further. */
export const mostCounted = 1000;

/** The views of the plan from which a milestone can be taken over in one press. */
export const planViews = ['week', 'overdue', 'unowned'] as const;

type Acted = { readonly kind: MilestoneActKind; readonly on?: FuzzyDate | null };

/**
 * What became of it, from its acts in the order in which the office entered them: done and cancelled are
 * final, else the last act says. With no act it is planned, or running where some progress is noted.
 */
export function milestoneState({ acts, progress }: { acts: readonly Acted[]; progress: number }): MilestoneState {
  const final = acts.findLast(({ kind }) => kind === 'done' || kind === 'cancelled');
  const last = final ?? acts.at(-1);
  if (!last) return progress > 0 ? 'running' : 'planned';
  return last.kind === 'started' ? 'running' : last.kind;
}

export function isOpen(state: MilestoneState): boolean {
  return state !== 'done' && state !== 'cancelled';
}

/** When it was reached, as far as its acts say. */
export function reachedOn(acts: readonly Acted[]): FuzzyDate | null {
  return acts.findLast(({ kind }) => kind === 'done')?.on ?? null;
}

/**
 * The date under which it stands in a list: of one that was reached when that was, be it unknown, else when it is planned.
 * db/narrow.sql says the same.
 */
export function dateOf({ actual, planned, acts }: { actual: FuzzyDate | null; planned: FuzzyDate | null; acts: readonly Acted[] }): FuzzyDate | null {
  return actual ?? (milestoneState({ acts, progress: 0 }) === 'done' ? null : planned);
}

export type Timing = { readonly kind: 'overdue' | 'soon'; readonly days: number };

/**
 * How an open milestone stands to today, an ISO day: overdue only when even the latest day of its planned date has passed;
 * soon from thirty days before the earliest one, and of a vague date that has begun from thirty days before its last.
 * `days` are days late or days left. Null otherwise.
 */
export function timing({ planned, state }: { planned: FuzzyDate | null; state: MilestoneState }, today: string): Timing | null {
  if (!planned || !isOpen(state)) return null;
  if (planned.latest && planned.latest < today) return { kind: 'overdue', days: daysBetween(planned.latest, today) };
  const next = planned.earliest && planned.earliest >= today ? planned.earliest : planned.latest;
  if (!next) return null;
  const left = daysBetween(today, next);
  return left <= soonDays ? { kind: 'soon', days: left } : null;
}

/** Whole days of the calendar, which no change of the clock shortens. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The same date so many days later, where the day is known; null where it is too vague to be moved by days. */
export function shifted(planned: FuzzyDate | null, by: number): FuzzyDate | null {
  if (!planned || !/^\d{4}-\d\d-\d\d$/.test(planned.edtf)) return null;
  const at = Date.parse(planned.edtf) + by * 86_400_000;
  const day = Number.isFinite(at) && at < Date.parse('9999-12-31') ? new Date(at).toISOString().slice(0, 10) : null;
  return day ? { edtf: day, earliest: day, latest: day } : null;
}
