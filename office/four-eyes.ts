import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { change } from '#db/schema/ledger.ts';
import { proposal } from '#db/schema/proposal.ts';
import { refused } from './outcome.ts';
import { aboutPublication, isContent, permits, type Action, type Noun, type Subject } from './permission.ts';
import type { RecordTable, Transaction } from './pen.ts';
import { Refusal } from './refusal.ts';
import { settingNow } from './setting/read.ts';
import type { Viewer } from './viewer.ts';

/**
 * With four eyes on, what the public reads is changed by a proposal that another person approves, whatever the act
 * (decision 0018). Taking something from the public needs nobody else. For office/change.ts alone.
 */
export async function refuseAlone(db: Transaction, viewer: Viewer, action: Action, publication: Publication | undefined): Promise<void> {
  if (viewer.kind !== 'staff' || publication !== 'published' || !isContent(action)) return;
  if (await settingNow('four_eyes', db)) throw new Refusal(refused(403, { field: '', rule: 'fourEyesPropose' }));
}

/** Whoever wrote last does not put it before the public himself, unless somebody else has approved it as it stands. */
export async function refuseOwnWork(db: Transaction, viewer: Viewer, noun: Noun, { id, publication }: { id: string; publication: Publication }): Promise<void> {
  if (viewer.kind !== 'staff' || publication === 'approved' || publication === 'scheduled') return;
  if (!await settingNow('four_eyes', db)) return;
  if (await lastWriter(db, noun, id) === viewer.id) throw new Refusal(refused(403, { field: '', rule: 'fourEyesOwn' }));
}

/** Who wrote what the record says now: the author of a proposal, not who approved it. Null is the system. */
export async function lastWriter(db: Pick<Reader, 'select'>, noun: Noun, id: string): Promise<string | null> {
  const [last] = await db.select({ writer: sql<string | null>`coalesce(${proposal.createdBy}, ${change.actorId})` }).from(change)
    .leftJoin(proposal, eq(proposal.changeSeq, change.seq))
    .where(and(eq(change.recordId, id), notInArray(change.action, aboutPublication.map((verb) => `${noun}.${verb}`)))).orderBy(desc(change.seq)).limit(1);
  return last?.writer ?? null;
}

/**
 * What was returned is a draft again once somebody works on it; what was approved was approved as it stood, so a change
 * by whoever could not publish it himself brings it back under review. For office/change.ts alone.
 */
export async function reopen(db: Transaction, viewer: Viewer, { action, table }: { action: Action; table: RecordTable }, subject: Subject): Promise<void> {
  if (!isContent(action)) return;
  const next = subject.publication === 'returned' ? 'draft' : isSettled(subject.publication) && !await couldPublish(db, viewer, action, subject) ? 'in_review' : null;
  if (next) await db.update(table).set({ publication: next, scheduledFor: null } as never).where(eq(table.id, subject.id));
}

function isSettled(publication: Publication): boolean {
  return publication === 'approved' || publication === 'scheduled';
}

async function couldPublish(db: Transaction, viewer: Viewer, action: Action, subject: Subject): Promise<boolean> {
  const publish = `${action.split('.')[0]}.publish` as Action;
  return permits(viewer, publish, subject) && (viewer.kind !== 'staff' || !await settingNow('four_eyes', db));
}
