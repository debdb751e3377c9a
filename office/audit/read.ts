import { and, desc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { acknowledgement } from '#db/schema/reminder.ts';
import type { LocalText } from '#messages/local-text.ts';
import { filesSeen } from '#office/document/read.ts';
import { importsBehind } from '#office/import/read.ts';
import { nouns, type Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { belongs } from './belonging.ts';
import { differences, type Difference } from './difference.ts';
import { named, namesOf } from '#office/names-of.ts';
import { titlesOf } from '#office/titles.ts';
import { sightOf, tables } from '#office/tables.ts';

/** One act of the history: who, when, what, why, and every field that it changed. `actor` null is the system or somebody erased. */
export type Past = {
  readonly seq: number; readonly at: Date; readonly actorKind: 'person' | 'system'; readonly actorId: string | null; readonly actor: string | null;
  readonly action: string; readonly recordId: string; readonly reason: string | null; readonly differences: readonly Difference[];
  /** The import that brought it, where the viewer may look it up. */
  readonly imported: { readonly id: string; readonly fileName: string } | null;
};

const columns = {
  seq: change.seq, at: change.at, actorKind: change.actorKind, actorId: change.actorId, actor: personal.value, action: change.action, noun: change.noun,
  recordId: change.recordId, reason: change.reason,
};

/** Which part of a history: at most `limit` changes, older than the number `before`, by one person (`system` for nobody), that touched one field. */
export type AskedPast = { readonly limit?: number; readonly before?: number; readonly upTo?: number; readonly who?: string; readonly field?: string };

/** How many changes are read, at most, to find those that touched one field. */
const farBack = 2_000;

/**
 * The history of a record, newest first: the acts done to it, and those done to another that moved what is its own (a merge).
 * Empty for a visitor and for whoever may not see the record.
 */
export async function historyOf(viewer: Viewer, noun: Noun, id: string, limit: number | AskedPast = 100): Promise<Past[]> {
  const asked = typeof limit === 'number' ? { limit } : limit;
  if (viewer.kind === 'visitor' || !await sees(viewer, noun, id)) return [];
  const wanted = asked.limit ?? 100;
  const found: Past[] = [];
  let before = asked.before;
  for (let read = 0; found.length < wanted && read < farBack;) {
    const acts = await changes(and(about(id), by(asked.who), before ? lt(change.seq, before) : undefined, asked.upTo ? lte(change.seq, asked.upTo) : undefined)).limit(wanted);
    const past = await toldOf(viewer, noun, id, acts);
    found.push(...past.filter(({ differences: told }) => !asked.field || told.some((one) => `${one.table}.${one.field}` === asked.field)));
    read += acts.length;
    before = acts.at(-1)?.seq;
    if (acts.length < wanted || !asked.field) break;
  }
  return found.slice(0, wanted);
}

/** Who has changed the record, with their names; null is the system, or somebody erased. */
export async function peopleBehind(viewer: Viewer, noun: Noun, id: string): Promise<{ id: string; name: string | null }[]> {
  if (viewer.kind === 'visitor' || !await sees(viewer, noun, id)) return [];
  const rows = await reader().selectDistinct({ id: change.actorId, name: personal.value }).from(change)
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name'))).where(about(id));
  return rows.flatMap(({ id: actor, name }) => (actor ? [{ id: actor, name }] : []));
}

/** The changes of a record, those that touched its row while they were about another, and that somebody has seen one of its days. */
function about(id: string) {
  // Each found by its own index: asked as one condition, Postgres would pass through the whole ledger.
  return sql`${change.seq} in (select c.seq from ${change} c where c.record_id = ${id} union all select c.seq from ${acknowledgement} a join ${change} c on c.record_id = a.id where a.record_id = ${id}
    union all select r.change_seq from ${revision} r where r.row_id = ${id})`;
}

function by(who: string | undefined) {
  if (!who) return undefined;
  return who === 'system' ? isNull(change.actorId) : eq(sql`${change.actorId}::text`, who);
}

async function toldOf(viewer: Viewer, noun: Noun, id: string, acts: readonly Entered[]): Promise<Past[]> {
  const written = acts.length === 0 ? [] : await reader().select().from(revision)
    .where(inArray(revision.changeSeq, acts.map(({ seq }) => seq))).orderBy(revision.seq);
  const files = await filesSeen(viewer, written.flatMap(({ tableName, rowId }) => (tableName === 'document_file' ? [rowId] : [])));
  const rows = written.filter((row) => (row.tableName === 'document_file' ? files.has(row.rowId) : !foreign.has(row.tableName) || belongs(noun, id, row)));
  const past = acts.map((act) => ({
    ...act, differences: rows.filter((row) => row.changeSeq === act.seq && (act.recordId === id && act.action !== `${noun}.merge` || belongs(noun, id, row)))
      .flatMap((row) => differences(row.tableName, row.before, row.after)),
  }));
  const names = await namesOf(viewer, past.flatMap((act) => act.differences));
  const imports = await importsBehind(viewer, acts.map(({ seq }) => seq));
  return past.map((act) => ({ ...act, imported: imports.get(act.seq) ?? null, differences: act.differences.map((one) => named(one, names)) }));
}

type Entered = Awaited<ReturnType<typeof changes>>[number];

/** Tables whose rows are records of their own: a change of another record may step their versions. */
const foreign: ReadonlySet<string> = new Set(nouns);

export type LastChange = {
  seq: number; at: Date; actorId: string | null; actor: string | null; actorKind: 'person' | 'system'; action: string; noun: Noun; recordId: string; title: LocalText | null; reason: string | null;
};

/** The office's last changes to records that the viewer may see; `before` a ledger number pages back. */
export async function lastChanges(viewer: Viewer, { limit, before }: { limit: number; before?: number }): Promise<LastChange[]> {
  if (viewer.kind === 'visitor') return [];
  const rows = await changes(and(inArray(change.noun, [...nouns]), before ? lt(change.seq, before) : undefined)).limit(limit);
  const shown: LastChange[] = [];
  const titles = await titlesOf(viewer, rows.map(({ noun, recordId }) => ({ noun: noun as Noun, id: recordId })));
  for (const row of rows) {
    const title = titles.get(row.recordId);
    if (title !== undefined) shown.push({ ...row, noun: row.noun as Noun, title });
  }
  return shown;
}

async function sees(viewer: Viewer, noun: Noun, id: string): Promise<boolean> {
  const { table } = tables[noun];
  const rows = await reader().select({ id: table.id }).from(table).where(and(eq(table.id, id), sightOf(viewer, noun)));
  return rows.length > 0;
}

function changes(rule: ReturnType<typeof and>) {
  return reader().select(columns).from(change)
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(rule).orderBy(desc(change.seq)).$dynamic();
}

/** The fields that the last two hundred changes touched, as `table.field`, to narrow a history by. */
export async function fieldsTouched(viewer: Viewer, noun: Noun, id: string): Promise<string[]> {
  const past = await historyOf(viewer, noun, id, 200);
  return [...new Set(past.flatMap(({ differences: told }) => told.map(({ table, field }) => `${table}.${field}`)))];
}
