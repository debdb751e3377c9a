import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import type { LocalText } from '#messages/local-text.ts';
import { filesSeen } from '#office/document/read.ts';
import { nouns, type Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { differences, type Difference } from './difference.ts';
import { named, namesOf } from './references.ts';
import { titlesOf } from './titles.ts';
import { sightOf, tables } from '#office/tables.ts';

/** One act of the history: who, when, what, why, and every field that it changed. `actor` null is the system or somebody erased. */
export type Past = {
  readonly seq: number; readonly at: Date; readonly actorKind: 'person' | 'system'; readonly actor: string | null;
  readonly action: string; readonly reason: string | null; readonly differences: readonly Difference[];
};

const columns = {
  seq: change.seq, at: change.at, actorKind: change.actorKind, actor: personal.value, action: change.action, noun: change.noun,
  recordId: change.recordId, reason: change.reason,
};

/** The history of a record, newest first; empty for a visitor and for whoever may not see the record. */
export async function historyOf(viewer: Viewer, noun: Noun, id: string, limit = 100): Promise<Past[]> {
  if (viewer.kind === 'visitor' || !await sees(viewer, noun, id)) return [];
  const acts = await changes(eq(change.recordId, id)).limit(limit);
  const written = acts.length === 0 ? [] : await reader().select().from(revision)
    .where(inArray(revision.changeSeq, acts.map(({ seq }) => seq))).orderBy(revision.seq);
  const files = await filesSeen(viewer, written.flatMap(({ tableName, rowId }) => (tableName === 'document_file' ? [rowId] : [])));
  const rows = written.filter(({ tableName, rowId }) => tableName !== 'document_file' || files.has(rowId));
  const past = acts.map((act) => ({
    ...act, differences: rows.filter((row) => row.changeSeq === act.seq).flatMap((row) => differences(row.tableName, row.before, row.after)),
  }));
  const names = await namesOf(viewer, past.flatMap((act) => act.differences));
  return past.map((act) => ({ ...act, differences: act.differences.map((one) => named(one, names)) }));
}

export type LastChange = { seq: number; at: Date; actor: string | null; actorKind: 'person' | 'system'; action: string; noun: Noun; recordId: string; title: LocalText | null };

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
