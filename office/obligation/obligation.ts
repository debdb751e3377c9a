import type { FuzzyDate } from '#db/columns.ts';

export const obligationStates = ['open', 'done', 'waived'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** RFC 5545 recurrence rules that a form offers; their words stand in the messages under the rules themselves. */
export const recurrences = ['FREQ=YEARLY', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY'] as const;

/** *Late* is computed, never stored: an open duty whose latest possible day has passed. */
export function obligationStandsOn(obligation: { state: ObligationState; due: FuzzyDate | null }, today: string): ObligationState | 'late' {
  const { state, due } = obligation;
  return state === 'open' && due?.latest && due.latest < today ? 'late' : state;
}
