import type { ProposalState } from '#db/schema/proposal.ts';
import type { FormValues } from '#office/outcome.ts';

/** Letters of why something is proposed. */
export const longestReason = 1_000;

/** In which a proposal can still be approved, or be sent again by its author. */
export function isUndecided(state: ProposalState): boolean {
  return state === 'open' || state === 'returned';
}

/** Fields of a form that hold values of persons, who may ask that they be erased. */
export function isOfPersons(field: string): boolean {
  return field.startsWith('contacts.');
}

export function withoutPersons(values: FormValues): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !isOfPersons(field)));
}
