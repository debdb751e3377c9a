import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { change } from '#db/schema/ledger.ts';
import type { LocalText } from '#messages/local-text.ts';
import { belgradeToday } from '#messages/dates.ts';
import { daysBetween } from '#office/agreement/days.ts';
import { fromNarrowest, narrowRows, narrowSight, narrowest } from '#office/narrow-row.ts';
import { among, inOne } from '#office/listing.ts';
import { holds, nouns, type Noun } from '#office/permission.ts';
import { remembered } from '#office/remembered.ts';
import { tables, titleOf } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';
import { namedOfAKind, stages, type Stage, type Waiting, type WaitingGroup } from './desk.ts';

type Row = { noun: Noun; id: string; code: string; publication: Publication; createdBy: string | null; /** Seconds since 1970. */ changed: number };

/** So many of a noun in one state are looked at for the desk, those changed last. */
const looked = 60;

/** Records that are not before the public yet and wait for this person, those changed last on top; at most `most` lines of a kind. */
export async function unpublished(viewer: Staff, today: string, most = namedOfAKind): Promise<WaitingGroup[]> {
  const found = await rowsOf(viewer, Math.max(most, looked));
  const idsIn = (...some: Publication[]) => found.filter(({ publication }) => some.includes(publication)).map(({ id }) => id);
  // Whoever takes a record off the clock leaves it approved, gives it back, or has it reviewed anew since he changed it.
  const [missed, off] = await Promise.all([givenBackByTheClock(idsIn('returned')), takenOffTheClock(viewer, idsIn('approved', 'returned', 'in_review'))]);
  const staged = Map.groupBy(found.toSorted((a, b) => b.changed - a.changed), (row) => (missed.has(row.id) ? 'missed' : off.has(row.id) ? 'unscheduled' : stageOf(viewer, row)));
  const more = await unlooked(viewer, found, Math.max(most, looked));
  const groups = stages.map((kind) => ({ kind, rows: staged.get(kind)?.slice(0, most) ?? [], total: (staged.get(kind)?.length ?? 0) + (more.get(kind) ?? 0) }));
  const called = await calledBy(viewer, groups.flatMap(({ rows }) => rows));
  return groups.map(({ kind, rows, total }) => ({ kind, total, lines: rows.map((row) => lineOf(kind, row, called.get(row.id), today)) }));
}

type Called = { readonly title: LocalText | null; readonly scheduledFor: number | null };

function lineOf(kind: Stage, { noun, id, code }: Row, called: Called | undefined, today: string): Waiting {
  const day = called?.scheduledFor ? belgradeToday(new Date(called.scheduledFor * 1_000)) : null;
  return { kind, noun, id, code, title: called?.title ?? null, day, days: day === null ? null : daysBetween(today, day), place: null, who: null };
}

/** What these few are called, and for when they are scheduled, in seconds since 1970. */
async function calledBy(viewer: Staff, some: readonly Row[]): Promise<ReadonlyMap<string, Called>> {
  if (some.length === 0) return new Map();
  const { rows } = await reader().execute<Called & { id: string }>(inOne([...Map.groupBy(some, ({ noun }) => noun)].map(([noun, records]) => {
    const { table } = tables[noun];
    return sql`select ${table.id} as id, ${titleOf(viewer, noun)} as title, extract(epoch from ${table.scheduledFor})::float8 as "scheduledFor" from ${table} where ${among(table.id, records.map(({ id }) => id))}`;
  })));
  return new Map(rows.map(({ id, ...called }) => [id, called]));
}

function stageOf(viewer: Staff, { noun, id, publication, createdBy }: Pick<Row, 'noun' | 'id' | 'publication' | 'createdBy'>): Stage | null {
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

const states: Publication[] = ['draft', 'returned', 'in_review', 'approved', 'scheduled'];

// Among a hundred thousand records the few that are not published are found by an index of their own, each state by itself: ten thousand imported drafts hide none that waits for review.
async function rowsOf(viewer: Staff, most: number): Promise<Row[]> {
  const { rows } = await reader().execute<Row>(inOne(nouns.flatMap((noun) => {
    const row = narrowest(noun);
    const rule = and(narrowSight(viewer, noun), isStaged(row.publication), mine(viewer, noun, row), noun === 'milestone' ? forThePublic : undefined);
    return states.map((state) => sql`select ${noun}::text as noun, ${row.id} as id, ${row.code} as code, ${row.publication} as publication, ${row.createdBy} as "createdBy", extract(epoch from ${row.changedAt})::float8 as changed
      from ${fromNarrowest(noun)} where ${and(rule, eq(row.publication, state))} order by ${desc(row.changedAt)} limit ${most}`);
  })));
  return rows;
}

/** How many there are of each kind beside those that were looked at, which are all unless a noun has more than so many in one state. */
async function unlooked(viewer: Staff, found: readonly Row[], most: number): Promise<ReadonlyMap<Stage, number>> {
  const full = [...Map.groupBy(found, ({ noun, publication }) => `${noun} ${publication}`).values()].filter(({ length }) => length >= most);
  const counted = await Promise.all(full.map(async (rows): Promise<[Stage | null, number]> => {
    const [{ noun, publication }] = rows as [Row];
    const row = narrowest(noun);
    // What somebody else was given back waits for himself.
    const ofAll = publication !== 'returned' && holds(viewer, 'publisher', noun, null);
    const rule = and(narrowSight(viewer, noun), isStaged(row.publication), eq(row.publication, publication), ofAll ? undefined : eq(row.createdBy, viewer.id), noun === 'milestone' ? forThePublic : undefined);
    const inAll = await remembered(viewer, `${publication} ${noun} ${ofAll ? 'of all' : 'of his own'} before ${viewer.id}`, async () => {
      const { rows: [one] } = await reader().execute<{ count: number }>(sql`select count(*)::int as count from ${fromNarrowest(noun)} where ${rule}`);
      return one?.count ?? 0;
    }, [noun]);
    const seen = rows.filter(({ createdBy }) => ofAll || createdBy === viewer.id).length;
    return [stageOf(viewer, { noun, id: '', publication, createdBy: viewer.id }), Math.max(0, inAll - seen)];
  }));
  return new Map(stages.map((kind) => [kind, counted.reduce((sum, [stage, beside]) => sum + (stage === kind ? beside : 0), 0)]));
}

/** What is kept for the office alone waits for nobody to publish it. */
const forThePublic = eq(narrowRows.milestone.isPublic, true);

/** As the index says it. */
function isStaged(publication: ReturnType<typeof narrowest>['publication']) {
  return sql`${publication} not in ('published', 'withdrawn')`;
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
