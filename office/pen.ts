import { randomUUID } from 'node:crypto';
import { eq, getTableName, inArray, sql, type InferInsertModel } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Writer } from '#db/client.ts';
import { withOutdated } from './outdated.ts';
import { Refusal } from './refusal.ts';
import type { Issue } from './outcome.ts';
import type { Noun } from './permission.ts';
import type { Viewer } from './viewer.ts';

/** A table with the columns that the gate itself keeps. */
export type RecordTable = PgTable & { id: AnyPgColumn; version: AnyPgColumn; changedAt: AnyPgColumn; createdBy: AnyPgColumn };
/** A table of rows that belong to a record. */
export type PartTable = PgTable & { id: AnyPgColumn };
export type Transaction = Parameters<Parameters<Writer['transaction']>[0]>[0];

declare const issued: unique symbol;

/** The writing handle. Only the gate makes one, so holding it is the receipt of a passed check. */
export type Pen = {
  readonly [issued]: true;
  /** The record that this change is about; for a new one, the id it will have. */
  readonly id: string;
  readonly viewer: Viewer;
  /** Reads and writes inside the transaction of the change. */
  readonly db: Transaction;
  /** Sets columns of the record and steps its version: once in a change, also when only its parts were touched. */
  revise<T extends RecordTable>(table: T, values: Partial<InferInsertModel<T>>): Promise<void>;
  /** Lays down the record under `id`, as the viewer's own. */
  draft<T extends RecordTable>(table: T, values: Partial<InferInsertModel<T>>): Promise<void>;
  /** Puts `rows` in the place of the parts that the record had; unchanged rows are left alone. */
  replaceParts<T extends PartTable>(table: T, owner: AnyPgColumn, rows: readonly Partial<InferInsertModel<T>>[]): Promise<void>;
  /** Another record, parts of which this change wrote: its version steps, and what is derived from it follows. */
  touch<T extends RecordTable>(noun: Noun, table: T, id: string): Promise<void>;
  /** Rolls everything back and answers with issues. */
  refuse(...issues: Issue[]): never;
};

/** For office/change.ts alone; `row` is the record as it stood, null for a new one. */
export function makePen(db: Transaction, id: string, viewer: Viewer, row: object | null): { pen: Pen; touched: () => boolean; others: ReadonlyMap<string, Noun> } {
  let touched = false;
  const written = new Set<PartTable>();
  const others = new Map<string, Noun>();
  const pen = {
    id, viewer, db,
    async revise(table: RecordTable, values: object) {
      touched = true;
      await db.update(table).set({ ...withOutdated(row && { ...row }, values), version: sql`${table.version} + 1`, changedAt: sql`now()` }).where(eq(table.id, id));
    },
    async draft(table: RecordTable, values: object) {
      touched = true;
      await db.insert(table).values({ ...values, id, createdBy: viewer.kind === 'staff' ? viewer.id : null });
    },
    async replaceParts(table: PartTable, owner: AnyPgColumn, rows: readonly object[]) {
      // A new record has no parts until this change has written some.
      const held = row === null && !written.has(table) ? [] : await db.select().from(table as PgTable).where(eq(owner, id)) as Record<string, unknown>[];
      written.add(table);
      await replaceParts(db, table, { ownerKey: keyOf(table, owner), id }, held, rows);
    },
    async touch(noun: Noun, table: RecordTable, other: string) {
      if (other === id || others.has(other)) return;
      others.set(other, noun);
      await db.update(table).set({ version: sql`${table.version} + 1`, changedAt: sql`now()` }).where(eq(table.id, other));
    },
    refuse(...issues: Issue[]): never {
      throw new Refusal({ done: false, status: 422, issues });
    },
  };
  return { pen: pen as unknown as Pen, touched: () => touched, others };
}

/** What is derived from a record follows each statement, so that all new rows come in one. */
async function replaceParts(db: Transaction, table: PartTable, { ownerKey, id }: { ownerKey: string; id: string }, held: readonly Record<string, unknown>[], rows: readonly object[]): Promise<void> {
  const wanted = rows.map((row, position) => ({ ...row, [ownerKey]: id, position })) as Record<string, unknown>[];
  const same = (before: Record<string, unknown>, after: Record<string, unknown>) =>
    Object.keys(before).every((key) => key === 'id' || canonical(before[key]) === canonical(after[key]));
  const free = new Set(held);
  const fresh = wanted.filter((row) => {
    const match = row.id ? [...free].find((one) => one.id === row.id) : [...free].find((one) => same(one, row));
    if (match) free.delete(match);
    if (match && !same(match, row)) Object.assign(row, withOutdated(match, row), { replaces: match.id });
    if (!match) delete row.id; // an id that is none of this record's parts is not taken over
    return !match || row.replaces !== undefined;
  });
  if (free.size > 0) await db.delete(table).where(inArray(table.id, [...free].map((gone) => gone.id as string)));
  for (const { replaces, ...row } of fresh) if (replaces) await db.update(table).set(row).where(eq(table.id, replaces as string));
  const added = fresh.filter(({ replaces }) => replaces === undefined).map(({ replaces: _replaces, ...row }) => ({ id: randomUUID(), ...row }));
  if (added.length > 0) await db.insert(table).values(added);
}

function keyOf(table: PgTable, column: AnyPgColumn): string {
  const found = Object.entries(table).find(([, held]) => held === column);
  if (!found) throw new Error(`${column.name} is no column of ${getTableName(table)}`);
  return found[0];
}

/** A row read back and a row typed anew are equal when they say the same, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).filter(([, v]) => v !== null && v !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held);
}
