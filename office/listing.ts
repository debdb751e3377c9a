import { count, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable, SelectedFields } from 'drizzle-orm/pg-core';
import { fold } from '#messages/fold.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { reader } from '#db/client.ts';

/** One page of a list: the lines, how many there are in all, and where the page stands. Pages count from 1. */
export type Page<F extends Record<string, unknown>> = {
  readonly lines: Line<F>[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};
type Line<F extends Record<string, unknown>> = { [K in keyof F]: F[K] extends { _: { data: infer D; notNull: infer N } } ? (N extends true ? D : D | null) : F[K] extends SQL<infer D> ? D : F[K] extends SQL.Aliased<infer D> ? D : never };

/** Lines of a page where nobody asks for more. */
export const usualPerPage = 25;

/** Reads one page of `table` under `rule`; a page past the end is the last one. */
export async function page<F extends SelectedFields & Record<string, unknown>>(
  table: PgTable, line: F, rule: SQL | undefined, order: SQL[], asked: { page?: number; perPage?: number },
): Promise<Page<F>> {
  const [counted] = await reader().select({ total: count() }).from(table).where(rule);
  const total = counted?.total ?? 0;
  const perPage = asked.perPage ?? usualPerPage;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(Math.max(1, asked.page ?? 1), pages);
  const lines = await reader().select(line as SelectedFields).from(table).where(rule).orderBy(...order).$dynamic().limit(perPage).offset((number - 1) * perPage);
  return { lines: lines as unknown[] as Line<F>[], total, page: number, pages };
}

/** Every word of `q` stands in one of the columns, in either script, whatever its case and diacritics. */
export function folded(q: string | undefined, ...columns: AnyPgColumn[]): SQL | undefined {
  const words = (q ?? '').normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return undefined;
  const held = sql`povelja_fold(concat_ws(' ', ${sql.join(columns.map((column) => column.columnType === 'PgJsonb' ? sql`povelja_words(${column})` : sql`${column}`), sql`, `)}))`;
  return sql.join(words.map((word) => sql`${held} like ${pattern(word)}`), sql` and `);
}

/** One of these ids, all of them one parameter: a list of thousands would be thousands of parameters. */
export function among(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`;
}

/** The rows of all these queries, which have the same columns, in one statement: each that is sent by itself costs a way there and back. */
export function inOne(queries: readonly SQL[]): SQL {
  return sql.join(queries.map((query) => sql`(${query})`), sql` union all `);
}

/** By the azbuka in Cyrillic, the abeceda in Latin, the English alphabet in English: ICU's collations. */
export function inAlphabet(text: AnyPgColumn, form: WrittenForm): SQL {
  return sql`povelja_order_text(${text}, ${form}) collate ${collations[form]}`;
}

const collations: Record<WrittenForm, SQL> = {
  'sr-Cyrl': sql`"sr-Cyrl-x-icu"`, 'sr-Latn': sql`"sr-Latn-x-icu"`, en: sql`"en-x-icu"`,
};

/** The order that was asked for, from a closed map; the first one where the name is not in it. */
export function inOrder(orders: Record<string, SQL>, asked: string | undefined): SQL {
  const [usual] = Object.values(orders);
  const found = asked && Object.hasOwn(orders, asked) ? orders[asked] : usual;
  if (!found) throw new Error('a list needs an order');
  return found;
}

/** Folded like the column, its wildcards made letters. */
function pattern(word: string): string {
  return `%${fold(word.slice(0, 100)).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
