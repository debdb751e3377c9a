import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from '#db/columns.ts';

export type ImportState = 'mapping' | 'checking' | 'checked' | 'running' | 'done' | 'stopped';
export type ImportVerdict = 'new' | 'changes' | 'same' | 'wrong';
/** What is wrong with a row: the field of the register, and the heading of the cell where the table has one for it. */
export type ImportIssue = { field: string; heading: string | null; rule: string; values?: Record<string, string | number> };
/** How the file was read: which characters, what parts its cells, which of its sheets. */
export type ImportTold = { encoding?: string; separator?: string; sheet?: string; otherSheets?: number };

/** A table that somebody brought, and how far the office has taken it in. */
export const importRun = pgTable('import_run', {
  id: id(),
  version: integer('version').notNull().default(1),
  noun: text('noun').notNull(),
  /** As the person who brought it calls it, without any folder. */
  fileName: text('file_name').notNull(),
  /** The headings of its columns, in order. */
  headings: text('headings').array().notNull(),
  /** For each field of the entry the heading that fills it. */
  mapping: jsonb('mapping').$type<Record<string, string>>().notNull().default({}),
  told: jsonb('told').$type<ImportTold>().notNull().default({}),
  /** Whether organisations that the table names and the register does not know are entered as drafts. */
  entersUnknown: boolean('enters_unknown').notNull().default(false),
  state: text('state').$type<ImportState>().notNull().default('mapping'),
  rowCount: integer('row_count').notNull(),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
}, (t) => [index('import_run_running').on(t.startedAt).where(sql`state = 'running'`)]);

/**
 * One row of it. Outside the ledger: what becomes of it is a change of its own, under the request id that the row
 * has here, so that a run broken off and begun again enters nothing twice.
 */
export const importRow = pgTable('import_row', {
  /** Also the request id of the change that takes it in. */
  id: id(),
  importId: uuid('import_id').notNull().references(() => importRun.id),
  /** As in the file, the headings being row 1. Below nought: an organisation that the table names and the register does not know. */
  rowNumber: integer('row_number').notNull(),
  cells: text('cells').array().notNull(),
  verdict: text('verdict').$type<ImportVerdict>(),
  /** The record that it is about, once that is known. */
  recordId: uuid('record_id'),
  /** What makes it the same as another row of the table. */
  identity: text('identity'),
  issues: jsonb('issues').$type<ImportIssue[]>().notNull().default([]),
  enteredAt: instant('entered_at'),
}, (t) => [unique('import_row_once').on(t.importId, t.rowNumber), index('import_row_waiting').on(t.importId, t.rowNumber).where(sql`entered_at is null`), index('import_row_verdict').on(t.importId, t.verdict, t.rowNumber), index('import_row_identity').on(t.importId, t.identity)]);
