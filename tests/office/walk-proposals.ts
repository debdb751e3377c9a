import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { proposal } from '#db/schema/proposal.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Action } from '#office/permission.ts';
import { amend, comment, reject, returnProposal, send, takeBack } from '#office/proposal/write.ts';
import { systemViewer, type Viewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';

const proposed = { opened: {}, typed: { website: ['https://primer.rs'] }, reason: 'нова адреса', baseVersion: null };

/** What may be done to a proposal about a published organisation, each time to a proposal of its own. */
export const proposalDeeds: readonly { readonly action: Action; readonly words: string; run(viewer: Viewer, id: string): Promise<Outcome<Entered>> }[] = [
  { action: 'proposal.amend', words: 'amend', run: async (viewer, id) => amend(viewer, { id, ...await aboutWhat(id), ...proposed }) },
  { action: 'proposal.comment', words: 'comment', run: (viewer, id) => comment(viewer, { id, entry: { field: '', text: 'шта је извор?' } }) },
  { action: 'proposal.return', words: 'return', run: (viewer, id) => returnProposal(viewer, { id, reason: 'недостаје извор' }) },
  { action: 'proposal.reject', words: 'reject', run: (viewer, id) => reject(viewer, { id, reason: 'није тачно' }) },
  { action: 'proposal.takeBack', words: 'take back', run: (viewer, id) => takeBack(viewer, { id }) },
];

async function aboutWhat(id: string): Promise<{ recordId: string; deed: string }> {
  const [row] = await reader().select({ recordId: proposal.recordId, deed: proposal.deed }).from(proposal).where(eq(proposal.id, id));
  return { recordId: row?.recordId ?? '', deed: row?.deed ?? '' };
}

export function propose(viewer: Viewer, recordId: string): Promise<Outcome<Entered>> {
  return send(viewer, { noun: 'organisation', recordId, action: 'organisation.revise', deed: 'organisation.revise', ...proposed });
}

/** One that somebody else wrote. */
export async function proposalOfAnother(recordId: string): Promise<string> {
  return accepted(await propose(systemViewer, recordId));
}
