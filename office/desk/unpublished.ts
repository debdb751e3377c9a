import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { change } from '#db/schema/ledger.ts';
import type { LocalText } from '#messages/local-text.ts';
import { belgradeToday } from '#messages/dates.ts';
import { daysBetween } from '#office/agreement/days.ts';
import { narrowRows, narrowSight, narrowest } from '#office/narrow-row.ts';
import { among } from '#office/listing.ts';
import { holds, nouns, type Noun } from '#office/permission.ts';
import { tables, titleOf } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';
import { namedOfAKind, type Stage, type Waiting, type WaitingGroup } from './desk.ts';

type Row = { id: string; code: string; title: LocalText | null; publication: Publication; createdBy: string | null; changedAt: Date; scheduledFor: Date | null };

const order: readonly Stage[] = ['missed', 'unscheduled', 'toReview', 'returned', 'scheduled', 'toPublish', 'ownDraft'];
/** So many of a noun are looked at, those changed last. */
const looked = 60;

/** Records that are not before the public yet and wait for this person, those changed last on top. */
export async function unpublished(viewer: Staff, today: string): Promise<WaitingGroup[]> {
  const found = (await Promise.all(nouns.map(async (noun) => (await rowsOf(viewer, noun)).map((row) => ({ noun, row }))))).flat();
  const [missed, off] = await Promise.all([
    givenBackByTheClock(found.filter(({ row }) => row.publication === 'returned').map(({ row }) => row.id)),
    takenOffTheClock(viewer, found.filter(({ row }) => row.publication !== 'scheduled').map(({ row }) => row.id)),
  ]);
  const staged = found.flatMap(({ noun, row }): (Waiting & { kind: Stage; changedAt: Date })[] => {
    const kind = missed.has(row.id) ? 'missed' : off.has(row.id) ? 'unscheduled' : stageOf(viewer, noun, row);
    if (!kind) return [];
    const day = row.scheduledFor && belgradeToday(row.scheduledFor);
    return [{ kind, noun, id: row.id, code: row.code, title: row.title, day, days: day === null ? null : daysBetween(today, day), place: null, who: null, changedAt: row.changedAt }];
  }).toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  return order.map((kind) => {
    const lines = staged.filter((one) => one.kind === kind).map(({ changedAt: _changedAt, ...one }) => one);
    return { kind, lines: lines.slice(0, namedOfAKind), total: lines.length };
  });
}

function stageOf(viewer: Staff, noun: Noun, { id, publication, createdBy }: Row): Stage | null {
  const publishes = holds(viewer, 'publisher', noun, { id });
  const own = createdBy === viewer.id;
  switch (publication) {
    case 'draft': return publishes ? 'toPublish' : own ? 'ownDraft' : null;
    case 'returned': return own ? 'returned' : null;
    case 'in_review': return publishes ? 'toReview' : null;
    case 'approved': return publishes ? 'toPublish' : null;
    case 'scheduled': return publishes || own ? 'scheduled' : null;
    case 'published': case 'withdrawn': return null;
  }
}

const stages: Publication[] = ['draft', 'returned', 'in_review', 'approved', 'scheduled'];

async function rowsOf(viewer: Staff, noun: Noun): Promise<Row[]> {
  const { table } = tables[noun];
  const columns = {
    id: table.id, code: table.code, publication: table.publication, createdBy: table.createdBy, changedAt: table.changedAt, scheduledFor: table.scheduledFor,
    title: titleOf(viewer, noun),
  };
  const query = reader().select(columns).from(table);
  // Among a hundred thousand records the few that are not published are found by an index of their own.
  const row = narrowest(noun);
  const few = await reader().select({ id: row.id }).from(row).where(and(narrowSight(viewer, noun), notYet(row.publication), mine(viewer, noun, row), noun === 'milestone' ? forThePublic : undefined))
    .orderBy(desc(row.changedAt)).limit(looked);
  return few.length ? query.where(among(table.id, few.map(({ id }) => id))).orderBy(desc(table.changedAt)) : [];
}

/** What is kept for the office alone waits for nobody to publish it. */
const forThePublic = eq(narrowRows.milestone.isPublic, true);

function notYet(publication: ReturnType<typeof narrowest>['publication']) {
  return and(sql`${publication} not in ('published', 'withdrawn')`, inArray(publication, stages));
}

/** Of these records, all returned, those that the clock gave back: nobody else returns as the system. */
async function givenBackByTheClock(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const last = await reader().selectDistinctOn([change.recordId], { id: change.recordId, kind: change.actorKind }).from(change)
    .where(and(among(change.recordId, ids), inArray(change.action, nouns.map((noun) => `${noun}.return`)))).orderBy(change.recordId, desc(change.seq));
  return new Set(last.flatMap(({ id, kind }) => (kind === 'system' ? [id] : [])));
}

/** Of these records, none of them scheduled, those that this person had scheduled and has not worked on since: somebody else took them off the clock. */
async function takenOffTheClock(viewer: Staff, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const last = await reader().selectDistinctOn([change.recordId], { id: change.recordId, action: change.action }).from(change)
    .where(and(among(change.recordId, ids), eq(change.actorId, viewer.id), eq(change.actorKind, 'person'))).orderBy(change.recordId, desc(change.seq));
  return new Set(last.flatMap(({ id, action }) => (action.endsWith('.schedule') ? [id] : [])));
}

/** Whoever publishes is waited for by all; anybody else by his own, and by what came back of the records that he keeps. */
function mine(viewer: Staff, noun: Noun, table: ReturnType<typeof narrowest>) {
  const keeps = noun === 'agreement' || noun === 'membership' || noun === 'project' || noun === 'milestone' ? tables[noun].table : null;
  const kept = keeps && and(eq(table.publication, 'returned'), inArray(table.id, reader().select({ id: keeps.id }).from(keeps).where(or(eq(keeps.ownerId, viewer.id), eq(keeps.deputyId, viewer.id)))));
  return viewer.grants.some(({ role }) => role === 'publisher') && (holds(viewer, 'publisher', noun, null) || viewer.grants.some((grant) => grant.role === 'publisher' && grant.noun === noun))
    ? undefined : or(eq(table.createdBy, viewer.id), kept ?? undefined);
}
