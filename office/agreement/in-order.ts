import { asc, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { inAlphabet } from '#office/listing.ts';
import { reckoned, type Columns } from './columns.ts';

export const agreementOrders = ['changed', 'signed', 'title', 'code'] as const;
export type AgreementOrder = (typeof agreementOrders)[number];

type Asked = { order: AgreementOrder; form: WrittenForm; from: number; count: number };

/** The ids of one page of what matches: `count` of them after the first `from`, in the order asked for. */
export async function pageInOrder(columns: Columns, matches: Uint8Array, total: number, asked: Asked): Promise<string[]> {
  if (asked.order === 'title') return byTitle(columns, matches, total, asked);
  const order = orderOf(columns, asked.order);
  const rows: number[] = [];
  let before = 0;
  for (const row of order) {
    if (!matches[row]) continue;
    if (before >= asked.from) rows.push(row);
    before += 1;
    if (rows.length === asked.count) break;
  }
  return rows.flatMap((row) => columns.ids[row] ?? []);
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

/** Up to so many are handed to Postgres to be put in order; of more, it is asked for the order of all, piece by piece. */
const few = 2_000;

/** Titles stand in their records, and their alphabets with Postgres: an index of db/search.sql for each written form. */
async function byTitle(columns: Columns, matches: Uint8Array, total: number, { form, from, count }: Asked): Promise<string[]> {
  const inTurn = () => reader().select({ id: agreement.id }).from(agreement).orderBy(inAlphabet(agreement.title, form), asc(agreement.code)).$dynamic();
  if (total <= few) {
    const ids = columns.ids.filter((_, row) => matches[row]);
    const rows = await inTurn().where(sql`${agreement.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`).limit(count).offset(from);
    return rows.map(({ id }) => id);
  }
  const found: string[] = [];
  for (let passed = 0; found.length < from + count; passed += few) {
    const rows = await inTurn().limit(few).offset(passed);
    found.push(...rows.flatMap(({ id }) => (matches[columns.places.get(id) ?? -1] ? [id] : [])));
    if (rows.length < few) break;
  }
  return found.slice(from, from + count);
}
