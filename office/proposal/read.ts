import { and, desc, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { proposal, proposalComment, proposalEntry, type ProposalState } from '#db/schema/proposal.ts';
import { page } from '#office/listing.ts';
import { permits, type Action, type Noun, type Subject } from '#office/permission.ts';
import { subjectOf, subjectsOf } from '#office/subject.ts';
import { titlesOf } from '#office/titles.ts';
import type { Viewer } from '#office/viewer.ts';
import { entryHash } from './hash.ts';
import { proposalSight } from './sight.ts';

const author = alias(personal, 'author');
const decider = alias(personal, 'decider');
const line = {
  id: proposal.id, noun: sql<Noun>`${proposal.noun}`, recordId: proposal.recordId, action: sql<Action>`${proposal.action}`, deed: proposal.deed, state: proposal.state,
  reason: proposal.reason, note: proposal.note, createdBy: proposal.createdBy, author: author.value, decider: decider.value, decidedAt: proposal.decidedAt, changeSeq: proposal.changeSeq,
  createdAt: proposal.createdAt, changedAt: proposal.changedAt, version: proposal.version, baseVersion: proposal.baseVersion, entryHash: proposal.entryHash,
};
export type ProposalLine = Awaited<ReturnType<typeof proposalsWaiting>>[number];
export type ProposalRecord = NonNullable<Awaited<ReturnType<typeof proposalById>>>;

/** Open proposals of others that the viewer may decide, the oldest first; `title` null where the record has no title. At most a hundred. */
export async function proposalsWaiting(viewer: Viewer) {
  if (viewer.kind !== 'staff') return [];
  const open = await lines(viewer, and(eq(proposal.state, 'open'), sql`${proposal.createdBy} is distinct from ${viewer.id}`), asc(proposal.createdAt), 100);
  const may = await deciding(viewer, open);
  return open.filter(({ id }) => may.has(id));
}

/** The viewer's own proposals that were returned to him, the newest first. */
export async function myReturned(viewer: Viewer) {
  return viewer.kind === 'staff' ? lines(viewer, and(eq(proposal.state, 'returned'), eq(proposal.createdBy, viewer.id)), desc(proposal.changedAt), 100) : [];
}

/** The viewer's own that are not decided yet, the newest first. */
export async function myProposals(viewer: Viewer) {
  return viewer.kind === 'staff' ? lines(viewer, and(inArray(proposal.state, ['open', 'returned']), eq(proposal.createdBy, viewer.id)), desc(proposal.changedAt), 100) : [];
}

/** What was approved, rejected or taken back, of all that the viewer may see, the newest first. */
export async function decidedProposals(viewer: Viewer, filter: { page?: number; perPage?: number }) {
  const rule = and(inArray(proposal.state, ['approved', 'rejected', 'taken_back'] satisfies ProposalState[]), proposalSight(viewer));
  const found = await page(proposal, { id: proposal.id }, rule, [desc(proposal.decidedAt), desc(proposal.id)], filter);
  const ids = found.lines.map(({ id }) => id);
  return { ...found, lines: ids.length ? await lines(viewer, inArray(proposal.id, ids), desc(proposal.decidedAt), ids.length) : [] };
}

/** Open and returned ones about a record, of those that the viewer may see. */
export async function proposalsOn(viewer: Viewer, recordId: string) {
  return openProposalsOn(viewer, [recordId], 20);
}

/** The same about any of these records, the oldest first. */
export async function openProposalsOn(viewer: Viewer, recordIds: readonly string[], limit: number) {
  if (viewer.kind === 'visitor' || recordIds.length === 0) return [];
  return lines(viewer, and(inArray(proposal.recordId, [...recordIds]), inArray(proposal.state, ['open', 'returned'])), asc(proposal.createdAt), limit);
}

/**
 * One proposal with its entry, what was said about it and what the viewer may do; null where he may not see it.
 * Throws where the entry is not the one whose hash the ledger holds.
 */
export async function proposalById(viewer: Viewer, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [found] = await lines(viewer, eq(proposal.id, id), asc(proposal.id), 1);
  const [entry] = found ? await reader().select().from(proposalEntry).where(eq(proposalEntry.proposalId, id)) : [];
  if (!found || !entry) return null;
  if (entryHash(entry.salt, entry.opened, entry.typed) !== found.entryHash) throw new Error(`the entry of proposal ${id} is not the one in the ledger`);
  const comments = await reader().select({ id: proposalComment.id, field: proposalComment.field, text: proposalComment.text, writtenAt: proposalComment.writtenAt, writtenBy: proposalComment.writtenBy, writer: author.value })
    .from(proposalComment).leftJoin(author, and(eq(author.ownerId, proposalComment.writtenBy), eq(author.field, 'name')))
    .where(eq(proposalComment.proposalId, id)).orderBy(asc(proposalComment.position));
  const record = found.recordId ? await subjectOf(found.noun, found.recordId) : null;
  return { ...found, opened: entry.opened, typed: entry.typed, comments, subject: subjectFor(found, record) };
}

async function lines(viewer: Viewer, rule: SQL | undefined, order: SQL, limit: number) {
  const rows = await reader().select(line).from(proposal)
    .leftJoin(author, and(eq(author.ownerId, proposal.createdBy), eq(author.field, 'name')))
    .leftJoin(decider, and(eq(decider.ownerId, proposal.decidedBy), eq(decider.field, 'name')))
    .where(and(rule, proposalSight(viewer))).orderBy(order, asc(proposal.id)).limit(limit);
  const titles = await titlesOf(viewer, rows.flatMap(({ noun, recordId }) => (recordId ? [{ noun, id: recordId }] : [])));
  return rows.map((row) => ({ ...row, title: titles.get(row.recordId ?? '') ?? null }));
}

async function deciding(viewer: Viewer, open: readonly Awaited<ReturnType<typeof lines>>[number][]): Promise<Set<string>> {
  const may = new Set<string>();
  for (const noun of new Set(open.map((one) => one.noun))) {
    const own = open.filter((one) => one.noun === noun);
    const subjects = await subjectsOf(noun, own.flatMap(({ recordId }) => recordId ?? []));
    for (const one of own) if (permits(viewer, 'proposal.return', subjectFor(one, subjects.get(one.recordId ?? '') ?? null))) may.add(one.id);
  }
  return may;
}

function subjectFor({ id, createdBy, action, noun }: { id: string; createdBy: string | null; action: Action; noun: Noun }, record: Subject | null): Subject {
  return { id, createdBy, publication: 'draft', proposes: { action, noun, record } };
}
