import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { fromNarrowest, narrowRows, type Narrowed } from './narrow-row.ts';
import { carried, orderBy, type OrderSteps } from './order-steps.ts';

/** `hits` selects ids of this noun. `alone` where the rule says no more than who may see what, which leaves out few. */
export type Hits = { readonly noun: Narrowed; readonly hits: SQL; readonly rule: SQL | undefined; readonly alone: boolean };

/** So many hits are sooner put in order than the order is passed through, which happens in the index of the order alone (db/title-order.sql). */
const fewHits = 20_000;
/** No register holds so many. */
const farthest = 1_000_000_000;

/**
 * The ids of a page, from 1, of the records that the words found and the rule admits, and how many there are in all; a page behind
 * the last one is the last. All in one statement, so that the words are looked up once: one that every record holds costs a look at
 * all their entries, and no second one for the count or for the order.
 */
export async function pageOfHits({ noun, hits, rule, alone }: Hits, order: OrderSteps, { page, perPage }: { page: number; perPage: number }, few = fewHits): Promise<{ ids: string[]; total: number }> {
  const { id } = narrowRows[noun];
  const [admits, narrow, each] = [rule ?? sql`true`, fromNarrowest(noun), sql`${perPage}::int`];
  const wanted = sql`${Math.min((page - 1) * perPage, farthest)}::int`;
  const { keys, order: byKeys } = carried(order);
  // `is true` keeps Postgres from joining: it looks each row of the order up among the hits and stops when the page is full.
  const passed = (turned: boolean, from: SQL) => sql`array(select ${id} from ${narrow} where ${admits} and (${id} in (select id from hit)) is true
    order by ${orderBy({ ...order, turned })} limit (select held from place) offset (select ${from} from place))`;
  const ofMany = alone
    ? sql`found - (select count(*) from ${narrow} where (${admits}) is not true and ${id} in (select id from hit))`
    : sql`(select count(*) from ${narrow} where ${admits} and ${id} in (select id from hit))`;
  const { rows: [answer] } = await reader().execute<{ total: number; ids: string[]; from_end: boolean }>(sql`
    with hit as materialized (${hits}),
      looked as materialized (select count(*)::int as found from hit),
      few as materialized (select ${id} as id, ${keys} from ${narrow} where ${id} = any(array(select id from hit)) and ${admits}),
      counted as materialized (select found > ${few} as are_many, (case when found > ${few} then ${ofMany} else (select count(*) from few) end)::int as total from looked),
      begun as materialized (select *, least(${wanted}, greatest(0, total - 1) / ${each} * ${each}) as start from counted),
      place as materialized (select *, least(${each}, total - start) as held, total - start - least(${each}, total - start) as behind from begun)
    select total, are_many and behind < start as from_end, case
      when not are_many then array(select id from few order by ${byKeys} limit (select held from place) offset (select start from place))
      when behind < start then ${passed(!order.turned, sql`behind`)}
      else ${passed(order.turned, sql`start`)} end as ids from place`);
  const { total = 0, ids = [], from_end: fromEnd = false } = answer ?? {};
  return { ids: fromEnd ? ids.toReversed() : ids, total };
}
