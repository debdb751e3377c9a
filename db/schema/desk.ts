import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '#db/columns.ts';
import { person } from './person.ts';

/** What a person has typed into a form and not sent yet. Outside the ledger: nothing of it is a record of the office. */
export const entryDraft = pgTable('entry_draft', {
  id: id(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The address of the form below its written form, with the id of the record. */
  place: text('place').notNull(),
  /** The version of the record that the form was opened with; null for a new one. */
  baseVersion: integer('base_version'),
  /** Every field with its values in order; never a password. */
  typed: jsonb('typed').$type<Record<string, readonly string[]>>().notNull(),
  savedAt: instant('saved_at').notNull().default(sql`now()`),
}, (t) => [unique('entry_draft_once').on(t.personId, t.place), index('entry_draft_saved').on(t.savedAt)]);

/** Filters, order and columns of a table under a name: a person's own, or the whole office's. Outside the ledger: a bookmark. */
export const savedView = pgTable('saved_view', {
  id: id(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The folder of the register in the workspace. */
  register: text('register').notNull(),
  name: text('name').notNull(),
  /** The query of the table's address. */
  query: text('query').notNull(),
  isShared: boolean('is_shared').notNull().default(false),
  position: integer('position').notNull().default(0),
  createdAt: instant('created_at').notNull().default(sql`now()`),
}, (t) => [unique('saved_view_once').on(t.personId, t.register, t.name), index('saved_view_of').on(t.register)]);

type StoredReason = { rule: string; field?: string; values?: Record<string, string | number> };

/**
 * One act on many records: which were chosen, what was said to be done, and what came of each. Outside the ledger, where every
 * record has a change of its own.
 */
export const bulkRun = pgTable('bulk_run', {
  id: id(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The folder of the register in the workspace. */
  register: text('register').notNull(),
  verb: text('verb').notNull(),
  ids: uuid('ids').array().notNull(),
  /** What goes along with the act (whose it shall be, why); null until it is confirmed. */
  details: jsonb('details').$type<Record<string, unknown>>(),
  /** One for each of the first `ids`, in their order: no reasons where it was done, else all why it was not; in runs of an earlier version the first of them, bare. */
  results: jsonb('results').$type<({ reasons?: StoredReason[] } | StoredReason)[]>().notNull().default([]),
  createdAt: instant('created_at').notNull().default(sql`now()`),
}, (t) => [index('bulk_run_of').on(t.personId, t.createdAt)]);
