import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { searchEntry } from '#db/schema/search.ts';
import type { Noun } from './permission.ts';
import { askedTerms, type AskedTerm } from './search/search.ts';

/** The records in which words stand, told from both sides: a query takes the one on which there are fewer. No side says who may see a record. */
export type Words = {
  /** Selects the ids of those that hold them. */
  readonly hits: SQL;
  /** Selects the ids of all others that search knows: of organisations that were merged away it knows none, of other doubles it does. */
  readonly others: SQL;
  /** Whether the record with this id holds them, where few are asked for. */
  holds(id: AnyPgColumn | SQL): SQL;
};

/**
 * The condition that the record in `id`, of this noun, holds what `q` asks for, by the same folding and stemming as
 * search; undefined where `q` asks for nothing. It does not say who may see the record.
 */
export function matching(q: string | null | undefined, noun: Noun, id: AnyPgColumn | SQL): SQL | undefined {
  const words = lookUp(q, noun);
  // Looked up first, as `offset 0` has it: beside other conditions Postgres may pass through all entries instead.
  return words && sql`${id} in (${words.hits} offset 0)`;
}

/** The records of this noun that hold what `q` asks for; undefined where it asks for nothing. */
export function lookUp(q: string | null | undefined, noun: Noun): Words | undefined {
  return holding(askedTerms(q), noun);
}

/** The same for each word or phrase of `q` by itself, where a record may hold one of them here and another there. */
export function lookUpEach(q: string | null | undefined, noun: Noun): Words[] {
  return askedTerms(q).flatMap((term) => holding([term], noun) ?? []);
}

function holding(terms: readonly AskedTerm[], noun: Noun): Words | undefined {
  const asked = question(terms);
  if (!asked) return undefined;
  // The kind is asked of the index with the words, or they would be looked up in the records of all nouns.
  const kinds = sql`povelja_lexemes(${sql.param(`{${kindsOf(noun).join(',')}}`)}::text[], ' | ', '@', '')`;
  const entries = (where: SQL) => sql`select ${searchEntry.id} from ${searchEntry} where ${searchEntry.words} @@ ${where}`;
  return {
    hits: entries(sql`(${asked} && ${kinds})`), others: entries(sql`(${kinds} && !! ${asked})`),
    holds: (id) => sql`exists (select from ${searchEntry} where ${searchEntry.id} = ${id} and ${searchEntry.words} @@ ${asked})`,
  };
}

/** How many records are looked at to know on which side the fewer are. */
const sample = 200;

/** Whether most of this register, which holds about `many` records, seem to hold the words: a guess from a few of them, by which nothing but the way is chosen. */
export async function mostHold({ holds }: Words, noun: Noun, many: number): Promise<boolean> {
  const share = Math.min(100, 200 * sample / Math.max(1, many));
  const { rows: [answer] } = await reader().execute<{ most: boolean | null }>(sql`select count(*) filter (where ${holds(sql`one.id`)}) > count(*) / 2.0 as most
    from (select id from ${sql.identifier(`${noun}_index`)} tablesample system (${share}::real) limit ${sample}) as one`);
  return answer?.most ?? false;
}

/** As db/search-entry.sql marks what a record is. */
function kindsOf(noun: Noun): string[] {
  return noun === 'organisation' ? ['kind_network', 'kind_partner', 'kind_self'] : [`kind_${noun}`];
}

/** The same for the box over a list: signs that are no words find nothing, rather than all. */
export function answering(q: string | null | undefined, noun: Noun, id: AnyPgColumn | SQL): SQL | undefined {
  return q?.trim() ? matching(q, noun, id) ?? sql`false` : undefined;
}

/** All of the terms as one tsquery; undefined where there are none. */
export function question(terms: readonly AskedTerm[]): SQL | undefined {
  if (terms.length === 0) return undefined;
  return sql`(${sql.join(terms.map((term) => (term.phrase
    ? sql`povelja_phrase(${term.words.join(' ')})`
    : sql`povelja_asked(${term.word}, ${sql.param(`{${term.tags.join(',')}}`)}::text[])`)), sql` && `)})`;
}
