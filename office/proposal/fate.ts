import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import { mergedInto } from '#office/forwarding.ts';
import type { Noun } from '#office/permission.ts';
import type { RecordHead } from '#office/record.ts';
import { tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';

/** What became of the record since somebody proposed to change it. */
export type Fate =
  /** It stands, changed or not. */
  | { readonly is: 'there' }
  /** Withdrawn from publication, as the public was told; whoever saw it only since it was public sees it no more. */
  | { readonly is: 'withdrawn'; readonly at: Date; readonly why: LocalText | null }
  /** It was the double of another one. */
  | { readonly is: 'merged'; readonly into: RecordHead }
  /** The viewer may not see it any more, and is told nothing of it. */
  | { readonly is: 'unseen' };

/** `record` is its head as this viewer sees it. What was withdrawn before the proposal was made was known to its author. */
export async function fateOf(viewer: Viewer, { noun, recordId, createdAt }: { readonly noun: Noun; readonly recordId: string; readonly createdAt: Date }, record: RecordHead | null): Promise<Fate> {
  const { table } = tables[noun];
  const [held] = await reader().select({ publication: table.publication, at: table.withdrawnAt, why: table.withdrawnReason }).from(table).where(eq(table.id, recordId));
  if (held?.publication === 'withdrawn' && held.at && held.at > createdAt) return { is: 'withdrawn', at: held.at, why: held.why };
  if (record) return { is: 'there' };
  const into = await mergedInto(viewer, noun, recordId);
  return into ? { is: 'merged', into } : { is: 'unseen' };
}
