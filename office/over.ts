import type { StandingState } from '#office/agreement/agreement.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import type { ProjectState } from '#office/project/project.ts';

/** The states in which a record is over: it owes nothing more, and nothing of it is awaited (DOMAIN section 3). */
export const over = {
  agreement: ['expired', 'completed', 'terminated', 'replaced', 'archived', 'dropped'],
  membership: ['ended'],
  project: ['rejected', 'closed', 'cancelled'],
} as const satisfies { agreement: readonly StandingState[]; membership: readonly MembershipState[]; project: readonly ProjectState[] };

export function isOver(noun: keyof typeof over, state: string): boolean {
  return (over[noun] as readonly string[]).includes(state);
}
