import { sql } from 'drizzle-orm';
import { customType, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#db/columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What search looks at, one row for each record: derived by triggers (db/search.sql), so outside the ledger. Who may see
 * it stands with the record itself, and each query asks there.
 */
export const searchEntry = pgTable('search_entry', {
  /** Id of the record. */
  id: uuid('id').primaryKey(),
  noun: text('noun').notNull(),
  code: text('code').notNull(),
  /** Folded names and codes, for prefixes and for typing errors. */
  names: text('names').notNull(),
  /** Stemmed words: A names and codes, B parties, places and other names, C prose. */
  words: tsvector('words').notNull(),
  changedAt: instant('changed_at').notNull(),
}, (t) => [
  index('search_entry_words').using('gin', t.words), index('search_entry_names').using('gin', sql`${t.names} gin_trgm_ops`), index('search_entry_noun').on(t.noun),
]);
