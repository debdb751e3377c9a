import { permits } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ProposalRecord } from './read.ts';

/** What this person may do with a proposal that cannot be approved as it was made: give it back to its author, or, as that one, make it anew; null where it is another's turn. */
export function turnOf(viewer: Viewer & { readonly id: string }, { state, createdBy, subject }: Pick<ProposalRecord, 'state' | 'createdBy' | 'subject'>): 'return' | 'amend' | null {
  if (state === 'open' && createdBy !== viewer.id && permits(viewer, 'proposal.return', subject)) return 'return';
  return permits(viewer, 'proposal.amend', subject) ? 'amend' : null;
}
