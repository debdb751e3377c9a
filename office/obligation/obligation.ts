import type { FuzzyDate } from '#db/columns.ts';

export const obligationStates = ['open', 'done', 'waived'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** RFC 5545 recurrence rules that a row of a form offers; their words stand in the messages under the rules themselves. */
export const recurrences = ['FREQ=YEARLY', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY'] as const;

export const recurrenceUnits = ['years', 'months'] as const;
/** A recurrence as the office says it: every so many years or months, and at the latest on an ISO day. */
export type Recurrence = { readonly every: number; readonly unit: (typeof recurrenceUnits)[number]; readonly until: string | null };

/** Kinds of milestones that a recurring duty lays down, of those in DOMAIN section 4. */
export const dutyKinds = ['fee_due', 'report_due', 'renewal_decision', 'project_event', 'anniversary'] as const;

/** How far ahead the milestones of a recurring duty are laid down, in months: a year, and the month in which it is settled. */
export const monthsAhead = 13;

/** The rule of RFC 5545 that says it. */
export function ruleOf({ every, unit, until }: Recurrence): string {
  return [`FREQ=${unit === 'years' ? 'YEARLY' : 'MONTHLY'}`, every > 1 ? `INTERVAL=${every}` : null, until ? `UNTIL=${until.replaceAll('-', '')}` : null].filter(Boolean).join(';');
}

/** A rule in the office's words; null where it says more than „every so many years or months, until“. */
export function recurrenceOf(rule: string): Recurrence | null {
  const [, unit, every = '1', until] = /^FREQ=(YEARLY|MONTHLY)(?:;INTERVAL=(\d{1,4}))?(?:;UNTIL=(\d{8})(?:T\d{6}Z)?)?$/.exec(rule) ?? [];
  if (!unit || Number(every) < 1) return null;
  return { every: Number(every), unit: unit === 'YEARLY' ? 'years' : 'months', until: until ? until.replace(/(....)(..)(..)/, '$1-$2-$3') : null };
}

/**
 * *Late* is computed, never stored: an open duty whose latest possible day has passed. Of a recurring one that day is only
 * the first; whether one of its times is late, its milestones say.
 */
export function obligationStandsOn(obligation: { state: ObligationState; due: FuzzyDate | null; recurrence: string | null }, today: string): ObligationState | 'late' {
  const { state, due, recurrence } = obligation;
  return state === 'open' && !recurrence && due?.latest && due.latest < today ? 'late' : state;
}
