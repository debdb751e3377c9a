import { desc, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { permits, type Action } from './permission.ts';
import { settingNow } from './setting/read.ts';
import type { RecordHead } from './record.ts';
import { isWithinReach } from './undo-reach.ts';
import type { Viewer } from './viewer.ts';

/** For so long after it, in milliseconds, may a person undo what he did last. */
export const undoWithin = 3_600_000;

/** Acts with a way back of their own, or none at all: a new record, what the public was told, files, an address. */
const final = new Set(['draft', 'publish', 'withdraw', 'readdress', 'attach', 'detach', 'submit', 'return', 'approve', 'schedule', 'unschedule']);

/** May an act of this name be undone at all? */
export function isUndoable(action: string): boolean {
  return !final.has(action.split('.')[1] ?? '');
}

/** The last change of a record, where it is one that the viewer may undo now; `at` is when he made it. */
export async function undoableOf(viewer: Viewer, record: RecordHead, now: Date): Promise<{ seq: number; action: string; at: Date } | null> {
  // With four eyes on, what the public reads is changed by a proposal alone: an earlier text is proposed from the history.
  if (viewer.kind !== 'staff' || (record.publication === 'published' && await settingNow('four_eyes'))) return null;
  const [last] = await reader().select({ seq: change.seq, action: change.action, at: change.at, actor: change.actorId }).from(change)
    .where(eq(change.recordId, record.id)).orderBy(desc(change.seq)).limit(1);
  if (!last || last.actor !== viewer.id || now.getTime() - last.at.getTime() > undoWithin || !isUndoable(last.action)) return null;
  if (!permits(viewer, last.action as Action, record)) return null;
  const rows = await reader().select({
    tableName: revision.tableName, rowId: revision.rowId, was: sql<string | null>`${revision.before} ->> 'publication'`, is: sql<string | null>`${revision.after} ->> 'publication'`,
  }).from(revision).where(eq(revision.changeSeq, last.seq));
  return isWithinReach(record.noun, last.action, record.id, rows) ? last : null;
}
