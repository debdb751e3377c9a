import { asc, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { inAlphabet } from '#office/listing.ts';
import { reckoned, type Columns } from './columns.ts';

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
  if (asked.order === 'title') {
    const found = await byTitle(columns, matches, total, { form: asked.form, from: ahead, count: wanted });
    return turned ? found.toReversed() : found;
  }
  const found = taken(orderOf(columns, asked.order), matches, ahead, wanted).flatMap((row) => columns.ids[row] ?? []);
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

/** Rows in the order, which is kept until a row changes. The last changed and the last signed come first, the undated last; then by code. */
function orderOf(columns: Columns, order: Exclude<AgreementOrder, 'title'>): readonly number[] {
  return reckoned(columns, `order ${order}`, () => [...columns.ids.keys()].toSorted(comparisons(columns)[order]));
}

function comparisons({ codes, changed, signedFrom, signedTo }: Columns) {
  const byCode = (a: number, b: number) => ((codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1);
  return {
    code: byCode,
    changed: (a: number, b: number) => (changed[b] ?? 0) - (changed[a] ?? 0) || byCode(a, b),
    signed: (a: number, b: number) => (signedFrom[b] ?? 0) - (signedFrom[a] ?? 0) || (signedTo[b] ?? 0) - (signedTo[a] ?? 0) || byCode(a, b),
  };
}

/** Up to so many are handed to Postgres to be put in order; a page within the first of them it is asked for by piece. */
const few = 2_000;

/**
 * Titles stand in their records, and their alphabets with Postgres: an index of db/title-order.sql for each written form. A page
 * far behind is found in the order of all, which is read once and kept until a row changes.
 */
async function byTitle(columns: Columns, matches: Uint8Array, total: number, { form, from, count }: Pick<Asked, 'form' | 'from' | 'count'>): Promise<string[]> {
  const inTurn = () => reader().select({ id: agreement.id }).from(agreement).orderBy(inAlphabet(agreement.title, form), asc(agreement.code)).$dynamic();
  if (total <= few) {
    const ids = columns.ids.filter((_, row) => matches[row]);
    const rows = await inTurn().where(sql`${agreement.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`).limit(count).offset(from);
    return rows.map(({ id }) => id);
  }
  const found: string[] = [];
  for (let passed = 0; passed < 3 * few && found.length < from + count; passed += few) {
    const rows = await inTurn().limit(few).offset(passed);
    found.push(...rows.flatMap(({ id }) => (matches[columns.places.get(id) ?? -1] ? [id] : [])));
    if (rows.length < few) break;
  }
  if (found.length >= from + count) return found.slice(from, from + count);
  const order = await keptOrder(columns, form, async () => (await inTurn()).flatMap(({ id }) => columns.places.get(id) ?? []));
  return taken(order, matches, from, count).flatMap((row) => columns.ids[row] ?? []);
}

/** Whoever asks while it is being read waits for the same reading; one that failed is not kept. */
function keptOrder(columns: Columns, form: WrittenForm, read: () => Promise<number[]>): Promise<readonly number[]> {
  const name = `order title ${form}`;
  const order = reckoned(columns, name, read);
  order.catch(() => columns.reckoned.delete(name));
  return order;
}
