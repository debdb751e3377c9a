import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { mostHold, type Words } from './matching.ts';
import { fromNarrowest, narrowRows, type Narrowed } from './narrow-row.ts';
import { carried, orderBy, type OrderSteps } from './order-steps.ts';
import type { Noun } from './permission.ts';

/**
 * Records of this noun that hold the words, of about `many` in all. `whole` is how many the rule admits, none of them merged away, where it
 * says no more than who may see what.
 */
export type Hits = { readonly noun: Narrowed; readonly words: Words; readonly rule: SQL | undefined; readonly many: number; readonly whole: number | undefined };

/** So many hits are sooner put in order than the order is passed through, which happens in the index of the order alone (db/title-order.sql). */
const fewHits = 20_000;
/** So few are sooner looked up by their ids than looked for in the whole register. */
const fewIds = 5_000;
/** No register holds so many. */
const farthest = 1_000_000_000;

/** One side of what the words tell apart: `ids` selects its records, `are` whether they are those that hold the words. */
export type Side = { readonly ids: SQL; readonly are: boolean };

/** The side on which the fewer records seem to stand, of a register of about `many`. */
export async function smallerSide(words: Words, noun: Noun, many: number, few = fewHits): Promise<Side> {
  return many > few && await mostHold(words, noun, many) ? { ids: words.others, are: false } : { ids: words.hits, are: true };
}

/** That the record in `id` holds the words, where `ids` selects those of the side. As written, Postgres does not join: it looks each row up among them. */
export function onSide({ are }: Side, id: AnyPgColumn, ids: SQL): SQL {
  return are ? sql`(${id} in (${ids})) is true` : sql`(${id} in (${ids})) is not true`;
}

/**
 * The ids of a page, from 1, of the records that hold the words and that the rule admits, and how many there are in all; a page behind
 * the last one is the last. All in one statement, so that the words are looked up once, and from the side on which the fewer stand: a word that every
 * record holds costs a look at those few that lack it.
 */
export async function pageOfHits(asked: Hits, order: OrderSteps, place: { page: number; perPage: number }, few = fewHits): Promise<{ ids: string[]; total: number }> {
  const side = await smallerSide(asked.words, asked.noun, asked.many, few);
  return pageOfSide(side, asked, order, place, few);
}

async function pageOfSide(side: Side, { noun, rule, whole }: Hits, order: OrderSteps, { page, perPage }: { page: number; perPage: number }, few: number): Promise<{ ids: string[]; total: number }> {
  const { id, mergedIntoId } = narrowRows[noun];
  const [admits, narrow, each] = [rule ?? sql`true`, fromNarrowest(noun), sql`${perPage}::int`];
  const wanted = sql`${Math.min((page - 1) * perPage, farthest)}::int`;
  const { keys, order: byKeys } = carried(order);
  const hit = sql`select id from hit`;
  // What was merged away stands on neither side.
  const held = side.are ? sql`${admits} and ${onSide(side, id, hit)}` : sql`${admits} and ${mergedIntoId} is null and ${onSide(side, id, hit)}`;
  const passed = (turned: boolean, from: SQL) => sql`array(select ${id} from ${narrow} where ${held}
    order by ${orderBy({ ...order, turned })} limit (select held from place) offset (select ${from} from place))`;
  const ofMany = whole === undefined ? sql`(select count(*) from ${narrow} where ${held})`
    : side.are ? sql`found - (select count(*) from ${narrow} where (${admits}) is not true and ${id} in (select id from hit))`
      : sql`${whole}::int - case when found > ${fewIds} then (select count(*) from ${narrow} where ${admits} and ${id} in (select id from hit))
          else (select count(*) from ${narrow} where ${id} = any(array(select id from hit)) and ${admits}) end`;
  const areMany = side.are ? sql`found > ${few}` : sql`true`;
  const { rows: [answer] } = await reader().execute<{ total: number; ids: string[]; from_end: boolean }>(sql`
    with hit as materialized (${side.ids}),
      looked as materialized (select count(*)::int as found from hit),
      few as materialized (select ${id} as id, ${keys} from ${narrow} where ${id} = any(array(select id from hit)) and ${admits}),
      counted as materialized (select ${areMany} as are_many, (case when ${areMany} then ${ofMany} else (select count(*) from few) end)::int as total from looked),
      begun as materialized (select *, least(${wanted}, greatest(0, total - 1) / ${each} * ${each}) as start from counted),
      place as materialized (select *, least(${each}, total - start) as held, total - start - least(${each}, total - start) as behind from begun)
    select total, are_many and behind < start as from_end, case
      when not are_many then array(select id from few order by ${byKeys} limit (select held from place) offset (select start from place))
      when behind < start then ${passed(!order.turned, sql`behind`)}
      else ${passed(order.turned, sql`start`)} end as ids from place`);
  const { total = 0, ids = [], from_end: fromEnd = false } = answer ?? {};
  return { ids: fromEnd ? ids.toReversed() : ids, total };
}
