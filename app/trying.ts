import { belgradeToday } from '#messages/dates.ts';
import type { Issue } from '#office/outcome.ts';
import type { ProposalRecord } from '#office/proposal/read.ts';
import { inRehearsal } from '#office/rehearsal.ts';
import type { Viewer } from '#office/viewer.ts';
import { entryOf, settled } from './considering.ts';
import { deedOf } from './deeds.ts';

/**
 * Does what a proposal asks for, lets `look` see the register as it is then, and forgets it. What stands in the way of the act
 * is said as it would be to whoever approved it.
 */
export async function tryOut<T>(viewer: Viewer, proposal: ProposalRecord, look: () => Promise<T>): Promise<{ seen: T } | { issues: readonly Issue[] }> {
  const deed = deedOf(proposal.deed);
  if (!deed || !proposal.recordId) return { issues: [{ field: '', rule: 'notFound' }] };
  const id = proposal.recordId;
  const now = deed.fields ? await deed.fields(viewer, id) : null;
  const read = entryOf(deed, now ? settled(proposal, now, []) : proposal.typed);
  if (!read.ok) return { issues: read.issues };
  return inRehearsal(async (asSystem) => {
    const done = await deed.verb(asSystem, { id, today: belgradeToday(new Date()), proposal: proposal.id, note: proposal.note, entry: read.entry as never });
    return done.done ? { seen: await look() } : { issues: done.issues };
  });
}
