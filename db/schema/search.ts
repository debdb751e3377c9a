import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codes, instant, type Verification } from '#db/columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What a reader takes a record for: a network and a partner are both organisations. */
export const searchKinds = ['agreement', 'network', 'partner', 'programme', 'project', 'milestone', 'document'] as const;
export type SearchKind = (typeof searchKinds)[number];

/**
 * What search looks at, one row for each record: derived by triggers (db/search-entry.sql) from what its public page
 * shows, so outside the ledger. Who may see it stands with the record itself, and each query asks there.
 */
export const searchEntry = pgTable('search_entry', {
  /** Id of the record. */
  id: uuid('id').primaryKey(),
  /** The table that the record stands in. */
  noun: text('noun').notNull(),
  /** `self` is the City, which has no page. */
  kind: text('kind').$type<SearchKind | 'self'>().notNull(),
  code: text('code').notNull(),
  /** Folded names, one a line: whoever asks for one of them means this record. */
  names: text('names').notNull(),
  /**
   * By what staff may know it: every name in use and out of use, acronyms, numbers, the title of a paper that is not public;
   * folded, one a line. Pages for the public never ask it.
   */
  called: text('called').notNull().default(''),
  /** Weights: A names and numbers, B parties, places and other names, C prose. db/search.sql says what marks its lexemes. */
  words: tsvector('words').notNull(),
  countries: codes('countries'),
  years: integer('years').array().notNull().default(sql`'{}'::integer[]`),
  verification: text('verification').$type<Verification>().notNull(),
  changedAt: instant('changed_at').notNull(),
}, (t) => [
  index('search_entry_words').using('gin', t.words), index('search_entry_noun').on(t.noun, t.changedAt.desc()), 
  // One for each noun: a word that every agreement has in its name says nothing of organisations.
  ...(['agreement', 'organisation', 'programme', 'project', 'milestone', 'document'] as const).map((noun) =>
    index(`search_entry_called_${noun}`).using('gin', sql`${t.called} gin_trgm_ops`).where(sql.raw(`noun = '${noun}'`))),
]);

/**
 * Every word that ever stood in an entry, for typing errors. It may come from a record that nobody may see, so a word is
 * offered only to a reader who finds something under it. A word may stand here twice: nobody waits for another's insert.
 */
export const searchWord = pgTable('search_word', {
  /** Folded. */
  word: text('word').notNull(),
  /** As it was written. */
  spelling: text('spelling').notNull(),
}, (t) => [index('search_word_word').on(t.word), index('search_word_near').using('gin', sql`${t.word} gin_trgm_ops`)]);
