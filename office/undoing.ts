import { and, desc, eq, getTableName, lt, ne, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { correctionNote } from '#db/schema/correction.ts';
import { change as ledger, revision } from '#db/schema/ledger.ts';
import { proposal } from '#db/schema/proposal.ts';
import { change, type Entered } from './change.ts';
import { wholeNumber } from './entry/pieces.ts';
import { refused, type Outcome } from './outcome.ts';
import type { Pen } from './pen.ts';
import { nouns, permits, type Action, type Noun, type Subject } from './permission.ts';
import { act, type Which } from './publishing.ts';
import { Refusal } from './refusal.ts';
import { tables, sightOf } from './tables.ts';
import { isUndoable, undoWithin } from './undoable.ts';
import { isWithinReach, reachOf, type Kept, type Touched } from './undo-reach.ts';
import type { Viewer } from './viewer.ts';

/** The change that the viewer saw as the last one; a second press of the button finds another. */
export const undoEntry = z.strictObject({ seq: wholeNumber({ min: 1, max: 999_999_999 }) });

/**
 * Undoes the last change of a record, row by row, as a change of its own: by whoever made it, within an hour, if he may still do
 * what he did. A merge comes apart again: the double stands as it stood, and what was moved names it once more; what was entered since
 * stays where it was entered. Refused with `notTheLast` (somebody changed the record since, or it was another's), `tooLate`, or `cannotBeUndone`.
 */
export function undo(viewer: Viewer, noun: Noun, { seq, ...which }: Which & { readonly seq: number | null }): Promise<Outcome<Entered>> {
  const { table } = tables[noun];
  const register = { noun, table, sight: (who: Viewer) => sightOf(who, noun) };
  return change(viewer, act(register, 'undo', which), async (pen, row) => {
    const last = await lastChange(pen);
    if (!last || last.seq !== seq || viewer.kind !== 'staff' || last.actor !== viewer.id) return pen.refuse({ field: '', rule: 'notTheLast' });
    if (Number(last.age) > undoWithin) return pen.refuse({ field: '', rule: 'tooLate' });
    if (!isUndoable(last.action)) return pen.refuse({ field: '', rule: 'cannotBeUndone' });
    if (!permits(viewer, last.action as Action, row as Subject)) throw new Refusal(refused(403, { field: '', rule: 'notAllowed' }));
    // That a proposal was approved stays so, also where what it asked for is undone.
    const rows = await pen.db.select().from(revision).where(and(eq(revision.changeSeq, last.seq), ne(revision.tableName, getTableName(proposal)))).orderBy(desc(revision.seq));
    if (!isWithinReach(noun, last.action, pen.id, rows.map(touched))) return pen.refuse({ field: '', rule: 'cannotBeUndone' });
    const merge = last.action === `${noun}.merge`;
    if (merge) await refuseWithoutDouble(pen, noun, rows);
    // What a merge has only stepped the version of may have been worked on since: nothing of it is put back.
    for (const one of merge ? rows.filter(says) : rows) await putBack(pen, one, reachOf(noun, last.action));
    if (merge) await touchOthers(pen, rows);
    await pen.revise(table, {});
  });
}

/** The double is another record: whoever brings it back may merge it, too. */
async function refuseWithoutDouble(pen: Pen, noun: Noun, rows: readonly Written[]): Promise<void> {
  const { table } = tables[noun];
  const double = rows.find((one) => one.tableName === noun && one.rowId !== pen.id && !one.before?.merged_into_id && one.after?.merged_into_id === pen.id);
  const [held] = double ? await pen.db.select().from(table).where(eq(table.id, double.rowId)).for('update') : [];
  if (!held) return pen.refuse({ field: '', rule: 'notTheLast' });
  if (!permits(pen.viewer, `${noun}.merge`, held as Subject)) throw new Refusal(refused(403, { field: '', rule: 'notAllowed' }));
}

/** Whoever has one of them open meets a conflict, as he did when they were merged. */
async function touchOthers(pen: Pen, rows: readonly Written[]): Promise<void> {
  for (const { tableName, rowId } of rows) {
    const other = nouns.find((one) => one === tableName);
    if (other) await pen.touch(other, tables[other].table, rowId);
  }
}

/** The one before the change that this undoing has entered already; `age` in milliseconds by the database's clock. */
async function lastChange(pen: Pen) {
  const [last] = await pen.db.select({
    seq: ledger.seq, actor: ledger.actorId, action: ledger.action, age: sql<string>`extract(epoch from clock_timestamp() - ${ledger.at}) * 1000`,
  }).from(ledger).where(and(eq(ledger.recordId, pen.id), lt(ledger.seq, sql`current_setting('povelja.change')::bigint`))).orderBy(desc(ledger.seq)).limit(1);
  return last;
}

type Written = typeof revision.$inferSelect;
/** One row as it was before. A row that does not stand as the change left it was written to since: nothing is undone then. */
async function putBack(pen: Pen, { tableName, rowId, before, after }: Written, known: readonly Kept[]): Promise<void> {
  // What was told of a correction that never was is told no longer.
  if (tableName === getTableName(correctionNote)) return void await pen.db.delete(correctionNote).where(eq(correctionNote.id, rowId));
  const table = known.find((one) => getTableName(one) === tableName);
  if (!table) return pen.refuse({ field: '', rule: 'cannotBeUndone' });
  const { rows: [now] } = await pen.db.execute<{ held: Record<string, unknown> }>(sql`select to_jsonb(t) as held from ${table} t where id = ${rowId}`);
  if (!same(now?.held ?? null, after)) return pen.refuse({ field: '', rule: 'notTheLast' });
  if (!before) return void await pen.db.delete(table).where(eq(table.id, rowId));
  const columns = getTableConfig(table).columns.map(({ name }) => name).filter((name) => !kept.has(name));
  const names = sql.join(columns.map((name) => sql.identifier(name)), sql`, `);
  const stood = sql`select ${names} from jsonb_populate_record(null::${table}, ${JSON.stringify(before)}::jsonb)`;
  await pen.db.execute(after ? sql`update ${table} set (${names}) = (${stood}) where id = ${rowId}` : sql`insert into ${table} (${names}, id) ${sql`select ${names}, id from jsonb_populate_record(null::${table}, ${JSON.stringify(before)}::jsonb)`}`);
}

/** What the gate steps by itself, so that an undoing is one more version and not an older one. */
const kept = new Set(['id', 'version', 'changed_at']);

function same(now: Record<string, unknown> | null, after: Record<string, unknown> | null): boolean {
  if (!now || !after) return now === after;
  return Object.keys(now).every((key) => key === 'changed_at' || key === 'version' || JSON.stringify(now[key]) === JSON.stringify(after[key]));
}

function says({ before, after }: Written): boolean {
  return !same(before, after);
}

function touched({ tableName, rowId, before, after }: Written): Touched {
  const stood = (row: Record<string, unknown> | null) => (row?.publication ?? null) as string | null;
  return { tableName, rowId, was: stood(before), is: stood(after) };
}
