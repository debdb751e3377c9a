import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { searchEntry } from '#db/schema/search.ts';
import type { Noun } from './permission.ts';
import { askedTerms, type AskedTerm } from './search/search.ts';

/**
 * The condition that the record in `id`, of this noun, holds what `q` asks for, by the same folding and stemming as
 * search; undefined where `q` asks for nothing. It does not say who may see the record.
 */
export function matching(q: string | null | undefined, noun: Noun, id: AnyPgColumn | SQL): SQL | undefined {
  const found = lookUp(q, noun);
  // Looked up first, as `offset 0` has it: beside other conditions Postgres may pass through all entries instead.
  return found && sql`${id} in (${found} offset 0)`;
}

/** The query for the ids of those records; undefined where `q` asks for nothing. */
export function lookUp(q: string | null | undefined, noun: Noun): SQL | undefined {
  const asked = question(askedTerms(q));
  // The kind is asked of the index with the words, or they would be looked up in the records of all nouns.
  return asked && sql`select ${searchEntry.id} from ${searchEntry} where ${searchEntry.words} @@ (${asked} && povelja_lexemes(${sql.param(`{${kindsOf(noun).join(',')}}`)}::text[], ' | ', '@', ''))`;
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
