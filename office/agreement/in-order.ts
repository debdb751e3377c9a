import { asc, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { nameIn } from '#office/narrow-row.ts';
import { readOnce, reckoned, type Columns } from './columns.ts';

export const agreementOrders = ['changed', 'signed', 'title', 'code'] as const;
export type AgreementOrder = (typeof agreementOrders)[number];

type Asked = { order: AgreementOrder; turned: boolean; form: WrittenForm; from: number; count: number };

/** The ids of one page of what matches: `count` of them after the first `from`, in the order asked for or, `turned`, from its end. */
export async function pageInOrder(columns: Columns, matches: Uint8Array, total: number, asked: Asked): Promise<string[]> {
  const { turned, from, count } = asked;
  const wanted = Math.min(count, total - from);
  if (wanted <= 0) return [];
  // Turned round, a page is the same rows counted from the other end.
  const ahead = turned ? total - from - wanted : from;
  const found = asked.order === 'title'
    ? await byTitle(columns, matches, total, { form: asked.form, from: ahead, count: wanted })
    : taken(orderOf(columns, asked.order), matches, ahead, wanted).flatMap((row) => columns.ids[row] ?? []);
  return turned ? found.toReversed() : found;
}

function taken(order: readonly number[], matches: Uint8Array, from: number, count: number): number[] {
  const rows: number[] = [];
  let before = 0;
  for (const row of order) {
    if (!matches[row]) continue;
    if (before >= from) rows.push(row);
    before += 1;
    if (rows.length === count) break;
  }
  return rows;
}

/**
 * Rows in the order, which is kept until a row changes. The last changed and the last signed come first, the undated last; then by code.
 * Then they are put in order again from where they stood: nearly all stand there still, and such a list is looked through once.
 */
function orderOf(columns: Columns, order: Exclude<AgreementOrder, 'title'>): readonly number[] {
  return reckoned(columns, `order ${order}`, () => {
    const stood = columns.orders.get(order) ?? [];
    const rows = [...stood, ...[...columns.ids.keys()].slice(stood.length)].sort(comparisons(columns)[order]);
    columns.orders.set(order, rows);
    return rows;
  });
}

function comparisons({ codes, changed, signedFrom, signedTo }: Columns) {
  const byCode = (a: number, b: number) => ((codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1);
  return {
    code: byCode,
    changed: (a: number, b: number) => (changed[b] ?? 0) - (changed[a] ?? 0) || byCode(a, b),
    signed: (a: number, b: number) => (signedFrom[b] ?? 0) - (signedFrom[a] ?? 0) || (signedTo[b] ?? 0) - (signedTo[a] ?? 0) || byCode(a, b),
  };
}

/** Up to so many are handed to Postgres to be put in order. */
const few = 2_000;

/**
 * The alphabets stay with Postgres: the narrow rows hold the titles as each written form puts them in order. Of many, a page is
 * found in the order of all, which is read once, from an index alone, and kept until a row changes.
 */
async function byTitle(columns: Columns, matches: Uint8Array, total: number, { form, from, count }: Pick<Asked, 'form' | 'from' | 'count'>): Promise<string[]> {
  const inTurn = reader().select({ id: agreementIndex.id }).from(agreementIndex).orderBy(asc(nameIn(agreementIndex, form)), asc(agreementIndex.code)).$dynamic();
  if (total <= few) {
    const ids = columns.ids.filter((_, row) => matches[row]);
    const rows = await inTurn.where(sql`${agreementIndex.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`).limit(count).offset(from);
    return rows.map(({ id }) => id);
  }
  const order = await readOnce(columns, `order title ${form}`, async () => {
    const all = inTurn.as('in_turn');
    // As one text, since a hundred thousand rows of their own take ten times as long to be read.
    const [found] = await reader().select({ ids: sql<string | null>`string_agg(${all.id}::text, ',')` }).from(all);
    return (found?.ids ?? '').split(',').flatMap((id) => columns.places.get(id) ?? []);
  });
  return taken(order, matches, from, count).flatMap((row) => columns.ids[row] ?? []);
}
