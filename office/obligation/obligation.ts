import type { FuzzyDate } from '#db/columns.ts';

export const obligationStates = ['open', 'done', 'waived'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** RFC 5545 recurrence rules that a form offers: yearly, every half-year, every quarter, monthly. */
export const recurrences = ['FREQ=YEARLY', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY'] as const;

/** The name under which the messages hold the words of a recurrence. */
export const recurrenceWord: Record<(typeof recurrences)[number], string> = {
  'FREQ=YEARLY': 'yearly', 'FREQ=MONTHLY;INTERVAL=6': 'halfYearly', 'FREQ=MONTHLY;INTERVAL=3': 'quarterly', 'FREQ=MONTHLY': 'monthly',
};

/** *Late* is computed, never stored: an open duty whose latest possible day has passed. */
export function obligationStandsOn(obligation: { state: ObligationState; due: FuzzyDate | null }, today: string): ObligationState | 'late' {
  const { state, due } = obligation;
  return state === 'open' && due?.latest && due.latest < today ? 'late' : state;
}
