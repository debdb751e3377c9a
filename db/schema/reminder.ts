import { sql } from 'drizzle-orm';
import { integer, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant } from '#db/columns.ts';
import { person } from './person.ts';

/** A person was reminded of a day: once for each step before it. Outside the ledger, as the letters are; a step may be forgotten once its day is long past. */
export const reminderStep = pgTable('reminder_step', {
  id: id(),
  /** Which day of the record it is: by when to decide, its end, what is due. */
  rule: text('rule').notNull(),
  recordId: uuid('record_id').notNull(),
  dueOn: day('due_on').notNull(),
  /** Days before it; negative after it. */
  step: integer('step').notNull(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** The day in Belgrade on which he was. */
  sentOn: day('sent_on').notNull(),
}, (t) => [unique('reminder_step_once').on(t.rule, t.recordId, t.dueOn, t.step, t.personId), index('reminder_step_on').on(t.sentOn)]);

/** Somebody has said that the office knows of a day: nobody else is asked about it until its next step. */
export const acknowledgement = pgTable('acknowledgement', {
  id: id(),
  version: integer('version').notNull().default(1),
  rule: text('rule').notNull(),
  noun: text('noun').notNull(),
  recordId: uuid('record_id').notNull(),
  dueOn: day('due_on').notNull(),
  /** The step that was seen. */
  step: integer('step').notNull(),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
}, (t) => [unique('acknowledgement_once').on(t.rule, t.recordId, t.dueOn, t.step), index('acknowledgement_record').on(t.recordId)]);
