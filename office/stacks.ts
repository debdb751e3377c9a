import { and, asc, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Words } from './matching.ts';
import { onSide, type Side } from './page-of-hits.ts';

/** Rows that stand in the order of another record's name: by the column that names the record; `inOrder` puts its ids in order and leaves out those of which the viewer may not know. */
export type Stacks = { readonly by: AnyPgColumn; inOrder(ids: readonly string[]): Promise<readonly string[]> };
type Rows = PgTable & { readonly id: AnyPgColumn };
/** The records whose rows stand together, and how many of them the rule leaves; those that no name puts in order are the last stack, `null` among them. */
type Stack = { readonly ids: readonly (string | null)[]; readonly count: number };

/** The rows that stand in them: those that the rule admits and that hold the words, of which `side` is the one to count from. */
type Narrowing = { readonly rule: SQL | undefined; readonly words?: Words | undefined; readonly side?: Side | undefined };

/**
 * The rows in stacks, one for each record that they name, within a stack by their ids. How high the stacks are says in which of them a
 * page lies, so that only these are read and a hundred thousand rows are never put in order.
 */
export async function stacked(row: Rows, { rule, words, side }: Narrowing, { by, inOrder }: Stacks) {
  const counted = await reader().select({ id: sql<string | null>`${by}`, count: sql<number>`count(*)::int` }).from(row).where(and(rule, side && onSide(side, row.id, side.ids))).groupBy(by);
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  const named = new Set(await inOrder(counted.flatMap(({ id }) => id ?? [])));
  const rest = [...counts.keys()].filter((id) => id === null || !named.has(id));
  const heightOf = (ids: Stack['ids']) => ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const stacks: Stack[] = [...[...named].map((id) => [id]), rest].map((ids) => ({ ids, count: heightOf(ids) }));
  const total = heightOf([...counts.keys()]);
  return {
    total,
    /** The ids of at most `most` rows after the first `from`; turned round, as many from the end. */
    async ids(from: number, most: number, turned: boolean): Promise<string[]> {
      const held = Math.max(0, Math.min(most, total - from));
      const found = await piece(turned ? total - from - held : from, held);
      return turned ? found.toReversed() : found;
    },
  };

  async function piece(from: number, held: number): Promise<string[]> {
    if (held === 0) return [];
    let passed = 0;
    let before = 0;
    const touched: (string | null)[] = [];
    for (const { ids, count } of stacks) {
      if (passed < from + held && passed + count > from) touched.push(...ids);
      if (passed + count <= from) before += count;
      passed += count;
    }
    const ids = touched.filter((id) => id !== null);
    const where = or(ids.length ? inArray(by, ids) : undefined, ids.length < touched.length ? isNull(by) : undefined);
    const order = ids.filter((id) => named.has(id));
    const rows = await reader().select({ id: sql<string>`${row.id}` }).from(row)
      .leftJoin(sql`unnest(${sql.param(`{${order.join(',')}}`)}::uuid[]) with ordinality as stack (id, place)`, sql`stack.id = ${by}`)
      .where(and(rule, words?.holds(row.id), where)).orderBy(sql`stack.place`, asc(row.id)).limit(held).offset(from - before);
    return rows.map(({ id }) => id);
  }
}
