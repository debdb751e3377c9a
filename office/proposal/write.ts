import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { LocalText } from '#messages/local-text.ts';
import type { Arrived } from '#office/document/arrival.ts';
import { proposal, proposalComment, proposalEntry, proposalFile } from '#db/schema/proposal.ts';
import { forgetPersons } from '#office/carried.ts';
import { change, type Act, type Entered } from '#office/change.ts';
import { refused, type FormValues, type Outcome } from '#office/outcome.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import type { Action, Noun, Subject } from '#office/permission.ts';
import { Refusal } from '#office/refusal.ts';
import { subjectOf } from '#office/subject.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { entryHash } from './hash.ts';
import { isUndecided } from './proposal.ts';
import type { CommentEntry } from './proposal-entry.ts';
import { proposalSight } from './sight.ts';

/** `opened` is the form as the author found it, `typed` as he sent it; both were read by the verb's own entry before. */
export type Proposed = {
  readonly opened: FormValues; readonly typed: FormValues; readonly reason: string | null; readonly baseVersion: number | null;
  /** What the public is to be told of the correction. */
  readonly note?: LocalText | null;
  /** Files that lie in the store, and that no document names yet; absent where those of before stay. */
  readonly files?: readonly Arrived[];
};
type Row = typeof proposal.$inferSelect;
type Which = { readonly id: string; readonly version?: number; readonly requestId?: string };

/**
 * Asks for an act on a record that the viewer may see. 404 where he may not, 403 where he does not work on such
 * records at all. Nothing of the record changes.
 */
export function send(
  viewer: Viewer, { noun, recordId, action, deed, requestId, ...proposed }: Proposed & { noun: Noun; recordId: string; action: Action; deed: string; requestId?: string },
): Promise<Outcome<Entered>> {
  const subject = async (db: Transaction): Promise<Subject> => {
    if (!await sees(db, viewer, noun, recordId)) throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
    return asked({ id: recordId, createdBy: null }, { action, noun, record: await subjectOf(noun, recordId, db) });
  };
  return change(viewer, { action: 'proposal.send', table: proposal, requestId, subject, reason: proposed.reason ?? undefined }, async (pen) => {
    const { salt, hash } = sealed(proposed);
    await pen.draft(proposal, { noun, recordId, action, deed, baseVersion: proposed.baseVersion, reason: proposed.reason, note: proposed.note ?? null, entryHash: hash });
    await pen.db.insert(proposalEntry).values({ proposalId: pen.id, opened: { ...proposed.opened }, typed: { ...proposed.typed }, salt });
    const files = (proposed.files ?? []).map((file, position) => ({ ...file, id: randomUUID(), position, proposalId: pen.id }));
    if (files.length) await pen.db.insert(proposalFile).values(files);
  });
}

/** The author sends it again, as it was returned or while it still waits. 404 where the proposal asks for another act, or of another record. */
export function amend(
  viewer: Viewer, { opened, typed, reason, note, baseVersion, recordId, deed, ...which }: Which & Omit<Proposed, 'files'> & { readonly recordId: string; readonly deed: string },
): Promise<Outcome<Entered>> {
  return change(viewer, { ...about(viewer, 'proposal.amend', which), reason: reason ?? undefined }, async (pen, row) => {
    if (row.recordId !== recordId || row.deed !== deed) throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
    refuseDecided(pen, row);
    const { salt, hash } = sealed({ opened, typed });
    await pen.revise(proposal, { state: 'open', reason, note: note ?? null, baseVersion, entryHash: hash });
    await pen.db.update(proposalEntry).set({ opened: { ...opened }, typed: { ...typed }, salt }).where(eq(proposalEntry.proposalId, pen.id));
  });
}

/** The author asks for it no longer. */
export function takeBack(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return change(viewer, about(viewer, 'proposal.takeBack', which), async (pen, row) => {
    refuseDecided(pen, row);
    await pen.revise(proposal, { state: 'taken_back', decidedBy: row.createdBy, decidedAt: new Date() });
    await forgetPersons(pen.db, pen.id);
  });
}

/** A word about the whole, or about one field. */
export function comment(viewer: Viewer, { entry, ...which }: Which & { entry: CommentEntry }): Promise<Outcome<Entered>> {
  return change(viewer, about(viewer, 'proposal.comment', { ...which, version: undefined }), async (pen) => {
    await pen.revise(proposal, {});
    await say(pen, entry.text, entry.field);
  });
}

/** Gives it back to its author, who is told why and may send it again. */
export function returnProposal(viewer: Viewer, { reason, ...which }: Which & { reason: string }): Promise<Outcome<Entered>> {
  return change(viewer, { ...about(viewer, 'proposal.return', which), reason }, async (pen, row) => {
    if (row.state !== 'open') pen.refuse({ field: '', rule: 'proposalDecided' });
    await pen.revise(proposal, { state: 'returned' });
    await say(pen, reason);
  });
}

/** Ends it; the record stays as it is, and the author is told why. */
export function reject(viewer: Viewer, { reason, ...which }: Which & { reason: string }): Promise<Outcome<Entered>> {
  return change(viewer, { ...about(viewer, 'proposal.reject', which), reason }, async (pen, row) => {
    refuseDecided(pen, row);
    await pen.revise(proposal, { state: 'rejected', decidedBy: viewer.kind === 'staff' ? viewer.id : null, decidedAt: new Date() });
    await say(pen, reason);
    await forgetPersons(pen.db, pen.id);
  });
}

function about(viewer: Viewer, action: Action, which: Which): Act<typeof proposal> {
  return {
    action, table: proposal, ...which, seen: proposalSight,
    subject: async (db, row) => (row ? asked(row, { action: row.action as Action, noun: row.noun as Noun, record: row.recordId ? await subjectOf(row.noun as Noun, row.recordId, db) : null }) : null),
  };
}

/** A proposal is never before the public, so it counts as a draft. */
function asked({ id, createdBy }: Pick<Row, 'id' | 'createdBy'>, proposes: NonNullable<Subject['proposes']>): Subject {
  return { id, createdBy, publication: 'draft', proposes };
}

async function sees(db: Transaction, viewer: Viewer, noun: Noun, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return false;
  const { table } = tables[noun];
  const rows = await db.select({ id: table.id }).from(table).where(and(eq(table.id, id), sightOf(viewer, noun)));
  return rows.length > 0;
}

function sealed({ opened, typed }: Pick<Proposed, 'opened' | 'typed'>): { salt: string; hash: string } {
  const salt = randomUUID();
  return { salt, hash: entryHash(salt, opened, typed) };
}

function refuseDecided(pen: Pen, { state }: Row): void {
  if (!isUndecided(state)) pen.refuse({ field: '', rule: 'proposalDecided' });
}

async function say(pen: Pen, text: string, field = ''): Promise<void> {
  const position = await pen.db.$count(proposalComment, eq(proposalComment.proposalId, pen.id));
  await pen.db.insert(proposalComment).values({ id: randomUUID(), proposalId: pen.id, position, field, text, writtenBy: pen.viewer.kind === 'staff' ? pen.viewer.id : null });
}
