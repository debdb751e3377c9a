import { letRun, wayToLetRun } from '#office/agreement/let-run.ts';
import type { Outcome } from '#office/outcome.ts';
import { proposalsOn } from '#office/proposal/read.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Posted } from './act.ts';
import { propose } from './proposing.ts';

/**
 * Notes that an agreement was let run, or end; whoever completes no milestones has drafted the decision then, and proposes that it is completed. `proposalId` null
 * where it was done at once.
 */
export async function letRunOrPropose(viewer: Viewer, posted: Pick<Posted<{ reason: string | null }>, 'id' | 'entry' | 'requestId' | 'today'>): Promise<Outcome<{ proposalId: string | null }>> {
  const noted = await letRun(viewer, posted);
  if (!noted.done) return noted;
  if (wayToLetRun(viewer) === 'act') return { done: true, value: { proposalId: null } };
  const { id } = noted.value;
  // Pressed twice, it was proposed by the first press.
  const [before] = noted.value.repeated ? await proposalsOn(viewer, id) : [];
  if (before) return { done: true, value: { proposalId: before.id } };
  const fields = { 'on.edtf': [posted.today], 'note.sr-Cyrl': [posted.entry.reason ?? ''] };
  const proposed = await propose(viewer, { deed: 'milestone.complete', fields, id, version: undefined, requestId: undefined }, { reason: null, proposal: undefined });
  return proposed.done ? { done: true, value: { proposalId: proposed.value.id } } : proposed;
}
