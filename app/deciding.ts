import * as z from 'zod';
import { line, optionalLine, wholeNumber } from '#office/entry/pieces.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import { proposalById } from '#office/proposal/read.ts';
import { reject, returnProposal } from '#office/proposal/write.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Posted } from './act.ts';
import { withoutFiles } from './dropping.ts';
import { entryOf, settled } from './considering.ts';
import { deedOf } from './deeds.ts';

const verdicts = ['approve', 'return', 'reject'] as const;

/** The form under a proposal: without a verdict it is approved as it was read, field by field. */
export const verdictForm = z.strictObject({
  // The button that was pressed comes last.
  verdict: z.union([z.string(), z.array(z.string())]).default('').transform((held) => verdicts.find((one) => one === [held].flat().at(-1)) ?? 'approve'), message: optionalLine(2000),
  recordVersion: wholeNumber({ min: 1, max: 999_999_999 }), entryHash: line(64),
  /** Fields that stay as the record has them now, where both sides changed them. */
  keep: z.union([z.string(), z.array(z.string())]).default([]).transform((held) => [held].flat().filter(Boolean)),
});
type Verdict = Posted<z.output<typeof verdictForm>>;

/** Approves, returns or rejects; the last two say why. */
export async function decide(viewer: Viewer, { entry, id, version, requestId, today }: Verdict): Promise<Outcome<{ id: string }>> {
  if (entry.verdict === 'return' || entry.verdict === 'reject') {
    if (!entry.message) return refused(422, { field: 'message', rule: 'required' });
    const which = { id, version, requestId, reason: entry.message };
    return entry.verdict === 'return' ? returnProposal(viewer, which) : withoutFiles(reject(viewer, which));
  }
  return approve(viewer, { entry, id, requestId, today });
}

/**
 * Replays the proposal through the gate as its own verb would have been: with the approver's rights, against the version
 * of the record that he has read (409 otherwise), and of the very entry that he has read.
 */
async function approve(viewer: Viewer, { entry: { keep, entryHash, recordVersion }, id, requestId, today }: Pick<Verdict, 'entry' | 'id' | 'requestId' | 'today'>): Promise<Outcome<{ id: string }>> {
  const proposal = await proposalById(viewer, id);
  const deed = proposal && deedOf(proposal.deed);
  if (!proposal?.recordId || !deed) return refused(404, { field: '', rule: 'notFound' });
  const now = deed.fields ? await deed.fields(viewer, proposal.recordId) : null;
  if (deed.fields && !now) return refused(404, { field: '', rule: 'notFound' });
  const read = entryOf(deed, now ? settled(proposal, now, keep) : proposal.typed);
  if (!read.ok) return refused(422, ...read.issues);
  const done = await deed.verb(viewer, {
    id: proposal.recordId, version: recordVersion ?? undefined, requestId, today, note: proposal.note, proposal: id, entry: read.entry as never, carries: { id, entryHash },
  });
  return done.done ? { done: true, value: { id } } : { ...done, issues: done.issues.map((issue) => ({ ...issue, field: read.onForm(issue.field) })) };
}
