import { and, eq, gte, isNull, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication, Verification } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { lookUp, type Words } from './matching.ts';
import { fromNarrowest, narrowRows, nameIn, type Narrowed } from './narrow-row.ts';
import { carried, orderBy, type OrderSteps, type Step } from './order-steps.ts';
import { pageOfHits, smallerSide } from './page-of-hits.ts';
import type { Noun } from './permission.ts';
import { remembered } from './remembered.ts';
import { stacked, type Stacks } from './stacks.ts';
import { sightOf, tables } from './tables.ts';
import type { Viewer } from './viewer.ts';

/** What narrows the table of every register; each register has more of its own. */
export type RowChoice = {
  readonly q?: string; readonly publication?: Publication; readonly verification?: Verification;
  /** A person's id, or `nobody`. */
  readonly owner?: string;
  readonly createdBy?: string;
  /** ISO day: changed on it or later. */
  readonly changedSince?: string;
  /** Lacks something that publishing demands; of agreements, something that a complete record would have. */
  readonly incomplete?: true;
};

export type Asked<C> = C & { readonly form: WrittenForm; /** A name of the orders, behind `-` the other way round. */ readonly sort?: string; readonly page?: number; readonly perPage?: number };
export type PageOf<L> = { readonly lines: L[]; readonly total: number; readonly page: number; readonly pages: number };

/** How the workspace reads the table of one register. Days are ISO. */
export type Listing<C, L> = {
  page(viewer: Viewer, asked: Asked<C>, today: string): Promise<PageOf<L>>;
  /** The ids of all that match, in the order asked for, at most `most`. */
  ids(viewer: Viewer, asked: Asked<C>, today: string, most?: number): Promise<string[]>;
  count(viewer: Viewer, choice: C, today: string): Promise<number>;
  /** How many each of these choices leaves, all read at once. */
  counts(viewer: Viewer, choices: readonly C[], today: string): Promise<number[]>;
  /** Lines in the order of `ids`; those that the viewer may not see are left out. */
  lines(viewer: Viewer, ids: readonly string[], today: string): Promise<L[]>;
};

/** What a register has to say of itself to be read as a table. */
export type Rows<C extends RowChoice, L extends { readonly id: string }> = {
  readonly noun: Narrowed;
  /** What narrows this register alone. */
  rule(viewer: Viewer, choice: C, today: string): SQL | undefined;
  /** The records in which the words of `q` stand, where the register has no entries of its own in search. */
  words?(viewer: Viewer, q: string): Words;
  /** The first one is usual; `code` and `changed` every register has. */
  orders(form: WrittenForm): Record<string, readonly Step[]>;
  /** The first order, where it is by names that are other records'. */
  stacks?(form: WrittenForm, viewer: Viewer): Stacks;
  lines(viewer: Viewer, ids: readonly string[]): Promise<L[]>;
};

/** A register in SQL. A page is found in its narrow rows, by ids alone, those behind the middle from the end; only its own records are read whole. */
export function listingOf<C extends RowChoice, L extends { readonly id: string }>(rows: Rows<C, L>): Listing<C, L> {
  const row = narrowRows[rows.noun] as RowOfAny;
  const ruleOf = (viewer: Viewer, choice: C, today: string) => and(sightOf(viewer, rows.noun), narrowed(rows, viewer, choice), rows.rule(viewer, choice, today));
  const lines = async (viewer: Viewer, ids: readonly string[]) => {
    const places = new Map(ids.map((id, place) => [id, place]));
    return (ids.length ? await rows.lines(viewer, ids) : []).toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  };
  const find = async (whence: SQL, order: OrderSteps, count: number | undefined, from: number) => {
    const query = reader().select({ id: sql<string>`${row.id}`.as('id') }).from(whence).$dynamic().orderBy(orderBy(order));
    const found = await (count === undefined ? query : query.limit(count).offset(from));
    return found.map(({ id }) => id);
  };
  const matching = (rule: SQL | undefined) => sql`(select * from ${fromNarrowest(rows.noun)}${rule ? sql` where ${rule}` : sql``}) as ${sql.identifier(rows.noun)}`;
  // Few rows are found first, counted and put in order then: on its own, Postgres would pass through the whole order until there are enough. Of each only
  // what it is put in order by is carried along. Null where they are not few, or end before the page.
  const pageOfFew = async (rule: SQL | undefined, asked: OrderSteps, held: number, from: number) => {
    const { keys, order } = carried(asked);
    const kept = sql`(select ${row.id} as id, ${keys} from ${fromNarrowest(rows.noun)}${rule ? sql` where ${rule}` : sql``} limit ${fewRows + 1}) as found`;
    const found = await reader().select({ id: sql<string>`id`, total: sql<number>`total` }).from(sql`(select *, count(*) over ()::int as total from ${kept}) as counted`)
      .orderBy(order).limit(held).offset(from);
    const total = found[0]?.total ?? 0;
    return total > fewRows || total === 0 && from > 0 ? null : { ids: found.map(({ id }) => id), total };
  };
  const count = async (rule: SQL | undefined) => (await reader().select({ counted: sql<number>`count(*)::int` }).from(row).where(rule))[0]?.counted ?? 0;
  return {
    lines,
    count: (viewer, choice, today) => count(ruleOf(viewer, choice, today)),
    async counts(viewer, choices, today) {
      if (choices.length === 0) return [];
      const ofEach = choices.map((choice, place) => [`c${place}`, sql<number>`(count(*) filter (where ${and(narrowed(rows, viewer, choice), rows.rule(viewer, choice, today)) ?? sql`true`}))::int`] as const);
      const [counted] = await reader().select(Object.fromEntries(ofEach)).from(row).where(sightOf(viewer, rows.noun));
      return ofEach.map(([name]) => counted?.[name] ?? 0);
    },
    async ids(viewer, asked, today, most) {
      const order = orderOf(rows, asked, viewer);
      if (order.stacks) return (await stacked(row, { rule: ruleOf(viewer, asked, today) }, order.stacks)).ids(0, most ?? Infinity, order.turned);
      return find(matching(ruleOf(viewer, asked, today)), order, most, 0);
    },
    async page(viewer, asked, today) {
      const perPage = asked.perPage ?? 25;
      const order = orderOf(rows, asked, viewer);
      const wanted = Math.max(1, asked.page ?? 1);
      const pagesOf = (total: number) => Math.max(1, Math.ceil(total / perPage));
      const startOf = (total: number) => (Math.min(wanted, pagesOf(total)) - 1) * perPage;
      const drawn = async ({ ids, total }: Found) => ({ lines: await lines(viewer, ids), total, page: Math.min(wanted, pagesOf(total)), pages: pagesOf(total) });
      // The whole register is counted when one of its records has changed; it is another's for each viewer, since a milestone is seen by whoever keeps it.
      const whole = () => remembered(viewer, `rows of ${rows.noun} for ${viewer.kind === 'staff' ? viewer.id : viewer.kind}`, () => count(ruleOf(viewer, { form: asked.form } as Asked<C>, today)), [rows.noun]);
      const words = wordsOf(rows, viewer, asked.q);
      const besides = { ...asked, q: words ? undefined : asked.q };
      const rule = ruleOf(viewer, besides, today);
      if (order.stacks) {
        const { total, ids } = await stacked(row, { rule, words, side: words && await smallerSide(words, rows.noun, await whole()) }, order.stacks);
        return drawn({ ids: await ids(startOf(total), perPage, order.turned), total });
      }
      if (words) {
        const many = await whole();
        const counted = isNarrowed(besides) || viewer.kind === 'system' ? undefined : many;
        return drawn(await pageOfHits({ noun: rows.noun, words, rule, many, whole: counted }, order, { page: wanted, perPage }));
      }
      const whence = matching(rule);
      const asFar = async (total: number): Promise<Found> => {
        const [from, held] = [startOf(total), Math.min(perPage, total - startOf(total))];
        const behind = total - from - held;
        const ids = from <= behind ? await find(whence, order, perPage, from) : (await find(whence, { ...order, turned: !order.turned }, held, behind)).toReversed();
        return { ids, total };
      };
      if (!isNarrowed(asked)) return drawn(await asFar(await whole()));
      if (wanted * perPage > near) return drawn(await asFar(await count(rule)));
      const from = (wanted - 1) * perPage;
      const few = await pageOfFew(rule, order, perPage, from);
      if (few) return drawn(few);
      // Where they begin hangs on no count, so that both are asked at once.
      const [total, ids] = await Promise.all([count(rule), find(whence, order, perPage, from)]);
      return drawn(from < total ? { ids, total } : await asFar(total));
    },
  };
}

type Found = { readonly ids: string[]; readonly total: number };

/**
 * So many rows are sooner put in order than a hundred thousand are passed through, which happens in the index of the order alone
 * (db/title-order.sql). So far into them, before all would have to be put in order.
 */
const [fewRows, near] = [2_000, 1_000];

function isNarrowed({ form: _form, sort: _sort, page: _page, perPage: _perPage, ...choice }: Asked<object>): boolean {
  return Object.values(choice).some((one) => one !== undefined);
}

/** Whether the register is small enough for every view of it to be counted. */
export async function hasFew(noun: Noun, most = 2_000): Promise<boolean> {
  const { table } = tables[noun];
  const found = await reader().select({ id: table.id }).from(table).limit(1).offset(most);
  return found.length === 0;
}

/** By what a record is called, in the alphabet of the form. */
export function byName(row: Parameters<typeof nameIn>[0], form: WrittenForm): Step {
  return { by: nameIn(row, form), way: 'up' };
}

/** The columns that all narrow rows have are the same, and no other is asked for without its register's name. */
type RowOfAny = (typeof narrowRows)['project'];

/** Undefined where nothing is asked for, or nothing but signs. */
function wordsOf<C extends RowChoice, L extends { readonly id: string }>({ noun, words }: Rows<C, L>, viewer: Viewer, q: string | undefined): Words | undefined {
  return words && q?.trim() ? words(viewer, q.trim()) : lookUp(q, noun);
}

function narrowed<C extends RowChoice, L extends { readonly id: string }>(rows: Rows<C, L>, viewer: Viewer, choice: RowChoice): SQL | undefined {
  const row = narrowRows[rows.noun];
  const words = wordsOf(rows, viewer, choice.q);
  const ownerId = 'ownerId' in row ? row.ownerId : null;
  return and(
    // Looked up first, as `offset 0` has it; signs that are no words find nothing, rather than all.
    words ? sql`${row.id} in (${words.hits} offset 0)` : choice.q?.trim() ? sql`false` : undefined,
    choice.publication && eq(row.publication, choice.publication),
    choice.verification && eq(row.verification, choice.verification),
    choice.owner && ownerId ? (choice.owner === 'nobody' ? isNull(ownerId) : eq(ownerId, choice.owner)) : undefined,
    choice.createdBy ? eq(row.createdBy, choice.createdBy) : undefined,
    choice.changedSince ? gte(row.changedAt, sql`(${choice.changedSince}::date)::timestamp at time zone 'Europe/Belgrade'`) : undefined,
    choice.incomplete ? sql`${row.incomplete}` : undefined,
  );
}

function orderOf<C extends RowChoice, L extends { readonly id: string }>(rows: Rows<C, L>, { sort = '', form }: { sort?: string; form: WrittenForm }, viewer: Viewer): Order {
  const row = narrowRows[rows.noun];
  const orders = { ...rows.orders(form), code: [{ by: row.code, way: 'up' }], changed: [{ by: row.changedAt, way: 'down' }] } satisfies Record<string, readonly Step[]>;
  const turned = sort.startsWith('-');
  const name = turned ? sort.slice(1) : sort;
  const known = Object.hasOwn(orders, name) ? name : Object.keys(orders)[0] ?? 'code';
  const steps: readonly Step[] = orders[known as keyof typeof orders];
  const stacks = known === Object.keys(orders)[0] ? rows.stacks?.(form, viewer) : undefined;
  return { steps: [...steps, { by: row.id, way: 'up' }], turned: turned && known === name, stacks };
}

type Order = OrderSteps & { readonly stacks: Stacks | undefined };
