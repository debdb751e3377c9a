import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
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
import { givenBackByTheClock, offTheClock, takenOffTheClock, toldByTheClock } from './off-the-clock.ts';

type Row = { noun: Noun; id: string; code: string; publication: Publication; createdBy: string | null; /** Seconds since 1970. */ changed: number };

/** So many of a noun in one state are looked at for the desk, those changed last. */
const looked = 60;

/** Records that are not before the public yet and wait for this person, those changed last on top; at most `most` lines of a kind. */
export async function unpublished(viewer: Staff, today: string, most = namedOfAKind): Promise<WaitingGroup[]> {
  const first = await rowsOf(viewer, Math.max(most, looked));
  const full = fullOf(first, Math.max(most, looked));
  const [told, counts] = await Promise.all([alsoToldByTheClock(viewer, first, full), Promise.all(full.map(([row]) => countOf(viewer, row)))]);
  const found = [...first, ...told];
  const idsIn = (...some: Publication[]) => found.filter(({ publication }) => some.includes(publication)).map(({ id }) => id);
  const [missed, off] = await Promise.all([givenBackByTheClock(idsIn('returned')), takenOffTheClock(viewer, idsIn(...offTheClock))]);
  const staged = Map.groupBy(found.toSorted((a, b) => b.changed - a.changed), (row) => (missed.has(row.id) ? 'missed' : off.has(row.id) ? 'unscheduled' : stageOf(viewer, row)));
  const more = unlooked(viewer, found, counts);
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
  const { rows } = await reader().execute<Row>(sql`with stage as (select unnest(${sql.param(`{${states.join(',')}}`)}::text[]) as state) ${inOne(nouns.map((noun) =>
    sql`select one.* from stage cross join lateral (${inState(viewer, noun, sql`stage.state`)} order by ${desc(narrowest(noun).changedAt)} limit ${most}) as one`))}`);
  return rows;
}

function inState(viewer: Staff, noun: Noun, state: Publication | SQL, also?: SQL): SQL {
  const row = narrowest(noun);
  const rule = and(narrowSight(viewer, noun), isStaged(row.publication), mine(viewer, noun, row), noun === 'milestone' ? forThePublic : undefined, sql`${row.publication} = ${state}`, also);
  return sql`select ${noun}::text as noun, ${row.id} as id, ${row.code} as code, ${row.publication} as publication, ${row.createdBy} as "createdBy", extract(epoch from ${row.changedAt})::float8 as changed
    from ${fromNarrowest(noun)} where ${rule}`;
}

/** Of a noun that has more in one state than were looked at, those beside them of which the ledger tells that they were taken off the clock, or that it gave them back: they are named before all others, and stand in no other stage. */
async function alsoToldByTheClock(viewer: Staff, first: readonly Row[], full: readonly Full[]): Promise<Row[]> {
  const some = full.filter(([{ publication }]) => offTheClock.includes(publication));
  // The ledger is asked of each record in that state: thousands, where many were taken in at once, so only when one of the noun has changed.
  const whose = (noun: Noun) => (mine(viewer, noun, narrowest(noun)) ? 'of his own' : 'of all');
  const told = await Promise.all(some.map(([{ noun, publication }]) => remembered(viewer, `${publication} ${noun} ${whose(noun)} told by the clock before ${viewer.id}`, async () =>
    (await reader().execute<Row>(inState(viewer, noun, publication, toldByTheClock(viewer, noun, publication, sql`${narrowest(noun).id}`)))).rows, [noun])));
  const known = new Set(first.map(({ id }) => id));
  return told.flat().filter(({ id }) => !known.has(id));
}

/** Rows of one noun in one state, of which as many were found as were looked for, so that there may be more. */
type Full = readonly [Row, ...Row[]];

function fullOf(found: readonly Row[], most: number): Full[] {
  return [...Map.groupBy(found, ({ noun, publication }) => `${noun} ${publication}`).values()].filter(({ length }) => length >= most) as [Row, ...Row[]][];
}

/** How many records of that noun in that state wait for this person, `ofAll` or as his own. */
type Counted = { readonly noun: Noun; readonly publication: Publication; readonly ofAll: boolean; readonly count: number };

async function countOf(viewer: Staff, { noun, publication }: Row): Promise<Counted> {
  const row = narrowest(noun);
  // What somebody else was given back waits for himself.
  const ofAll = publication !== 'returned' && holds(viewer, 'publisher', noun, null);
  const rule = and(narrowSight(viewer, noun), isStaged(row.publication), eq(row.publication, publication), ofAll ? undefined : eq(row.createdBy, viewer.id), noun === 'milestone' ? forThePublic : undefined);
  const count = await remembered(viewer, `${publication} ${noun} ${ofAll ? 'of all' : 'of his own'} before ${viewer.id}`, async () => {
    const { rows: [one] } = await reader().execute<{ count: number }>(sql`select count(*)::int as count from ${fromNarrowest(noun)} where ${rule}`);
    return one?.count ?? 0;
  }, [noun]);
  return { noun, publication, ofAll, count };
}

/** How many there are of each kind beside those that were looked at, which are all unless a noun has more than so many in one state. */
function unlooked(viewer: Staff, found: readonly Row[], counts: readonly Counted[]): ReadonlyMap<Stage, number> {
  const beside = counts.map(({ noun, publication, ofAll, count }): [Stage | null, number] => {
    const seen = found.filter((row) => row.noun === noun && row.publication === publication && (ofAll || row.createdBy === viewer.id)).length;
    return [stageOf(viewer, { noun, id: '', publication, createdBy: viewer.id }), Math.max(0, count - seen)];
  });
  return new Map(stages.map((kind) => [kind, beside.reduce((sum, [stage, more]) => sum + (stage === kind ? more : 0), 0)]));
}

/** What is kept for the office alone waits for nobody to publish it. */
const forThePublic = eq(narrowRows.milestone.isPublic, true);

/** As the index says it. */
function isStaged(publication: ReturnType<typeof narrowest>['publication']) {
  return sql`${publication} not in ('published', 'withdrawn')`;
}

/** Whoever publishes is waited for by all; anybody else by his own, and by what came back of the records that he keeps. */
function mine(viewer: Staff, noun: Noun, table: ReturnType<typeof narrowest>) {
  const keeps = noun === 'agreement' || noun === 'membership' || noun === 'project' || noun === 'milestone' ? tables[noun].table : null;
  const kept = keeps && and(eq(table.publication, 'returned'), inArray(table.id, reader().select({ id: keeps.id }).from(keeps).where(or(eq(keeps.ownerId, viewer.id), eq(keeps.deputyId, viewer.id)))));
  return viewer.grants.some(({ role }) => role === 'publisher') && (holds(viewer, 'publisher', noun, null) || viewer.grants.some((grant) => grant.role === 'publisher' && grant.noun === noun))
    ? undefined : or(eq(table.createdBy, viewer.id), kept ?? undefined);
}
