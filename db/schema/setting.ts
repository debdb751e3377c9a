import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, instant } from '#db/columns.ts';

/** A choice of the office, each with its history in the ledger. */
export const setting = pgTable('setting', {
  id: id(),
  key: text('key').notNull().unique(),
  value: jsonb('value').$type<string | number | boolean>().notNull(),
  version: integer('version').notNull().default(1),
  createdBy: uuid('created_by'),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
});

/** Slugs that a record had before; their addresses forward. */
export const slugHistory = pgTable('slug_history', {
  id: id(),
  noun: text('noun').notNull(),
  slug: text('slug').notNull(),
  recordId: uuid('record_id').notNull(),
}, (t) => [unique('slug_history_once').on(t.noun, t.slug)]);
