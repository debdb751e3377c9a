import { and, desc, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { proposal, proposalComment, proposalEntry, type ProposalState } from '#db/schema/proposal.ts';
import { among, page, usualPerPage } from '#office/listing.ts';
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
export type ProposalLine = Awaited<ReturnType<typeof lines>>[number];
export type ProposalRecord = NonNullable<Awaited<ReturnType<typeof proposalById>>>;

/** So many proposals are looked at in one go for whether the viewer may decide them. */
const atOnce = 500;
/** One page of a list, with how many there are in all. */
type Asked = { readonly page?: number; readonly perPage?: number };

/**
 * Open proposals of others that the viewer may decide, the oldest first, a page of them; `title` null where the record has no title. All that he
 * may see are looked at, since whether he may decide one hangs on its record: the many that he may not hide none that he may.
 */
export async function proposalsWaiting(viewer: Viewer, filter: Asked = {}) {
  const ids = await decidable(viewer);
  const perPage = filter.perPage ?? usualPerPage;
  const pages = Math.max(1, Math.ceil(ids.length / perPage));
  const number = Math.min(Math.max(1, filter.page ?? 1), pages);
  const some = ids.slice((number - 1) * perPage, number * perPage);
  return { lines: some.length ? await lines(viewer, among(proposal.id, some), asc(proposal.createdAt), perPage) : [], total: ids.length, page: number, pages };
}

/** How many those are. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  return (await decidable(viewer)).length;
}

/** The viewer's own proposals that were returned to him, the newest first, a page of them. */
export async function myReturned(viewer: Viewer, filter: Asked = {}) {
  return own(viewer, ['returned'], filter);
}

/** The viewer's own that are not decided yet, the newest first, a page of them. */
export async function myProposals(viewer: Viewer, filter: Asked = {}) {
  return own(viewer, ['open', 'returned'], filter);
}

/** What was approved, rejected or taken back, of all that the viewer may see, the newest first, a page of them. */
export async function decidedProposals(viewer: Viewer, filter: Asked) {
  return paged(viewer, inArray(proposal.state, ['approved', 'rejected', 'taken_back'] satisfies ProposalState[]), desc(proposal.decidedAt), filter);
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

async function own(viewer: Viewer, states: readonly ProposalState[], filter: Asked) {
  return paged(viewer, viewer.kind === 'staff' ? and(inArray(proposal.state, [...states]), eq(proposal.createdBy, viewer.id)) : sql`false`, desc(proposal.changedAt), filter);
}

async function paged(viewer: Viewer, rule: SQL | undefined, order: SQL, filter: Asked) {
  const found = await page(proposal, { id: proposal.id }, and(rule, proposalSight(viewer)), [order, asc(proposal.id)], filter);
  const ids = found.lines.map(({ id }) => id);
  return { ...found, lines: ids.length ? await lines(viewer, among(proposal.id, ids), order, ids.length) : [] };
}

/** The ids of all that wait for the viewer's decision, the oldest first. */
async function decidable(viewer: Viewer): Promise<string[]> {
  if (viewer.kind !== 'staff') return [];
  const open = await reader().select({ id: proposal.id, noun: line.noun, recordId: proposal.recordId, action: line.action, createdBy: proposal.createdBy }).from(proposal)
    .where(and(eq(proposal.state, 'open'), sql`${proposal.createdBy} is distinct from ${viewer.id}`, proposalSight(viewer))).orderBy(asc(proposal.createdAt), asc(proposal.id));
  const may = new Set<string>();
  for (let from = 0; from < open.length; from += atOnce) for (const id of await deciding(viewer, open.slice(from, from + atOnce))) may.add(id);
  return open.flatMap(({ id }) => (may.has(id) ? [id] : []));
}

async function lines(viewer: Viewer, rule: SQL | undefined, order: SQL, limit: number) {
  const rows = await reader().select(line).from(proposal)
    .leftJoin(author, and(eq(author.ownerId, proposal.createdBy), eq(author.field, 'name')))
    .leftJoin(decider, and(eq(decider.ownerId, proposal.decidedBy), eq(decider.field, 'name')))
    .where(and(rule, proposalSight(viewer))).orderBy(order, asc(proposal.id)).limit(limit);
  const titles = await titlesOf(viewer, rows.flatMap(({ noun, recordId }) => (recordId ? [{ noun, id: recordId }] : [])));
  return rows.map((row) => ({ ...row, title: titles.get(row.recordId ?? '') ?? null }));
}

type Open = { readonly id: string; readonly noun: Noun; readonly recordId: string | null; readonly action: Action; readonly createdBy: string | null };

async function deciding(viewer: Viewer, open: readonly Open[]): Promise<Set<string>> {
  const may = new Set<string>();
  for (const noun of new Set(open.map((one) => one.noun))) {
    const ofNoun = open.filter((one) => one.noun === noun);
    const subjects = await subjectsOf(noun, ofNoun.flatMap(({ recordId }) => recordId ?? []));
    for (const one of ofNoun) if (permits(viewer, 'proposal.return', subjectFor(one, subjects.get(one.recordId ?? '') ?? null))) may.add(one.id);
  }
  return may;
}

function subjectFor({ id, createdBy, action, noun }: { id: string; createdBy: string | null; action: Action; noun: Noun }, record: Subject | null): Subject {
  return { id, createdBy, publication: 'draft', proposes: { action, noun, record } };
}
