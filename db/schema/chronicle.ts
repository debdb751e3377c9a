import { boolean, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { fuzzyDate } from '#db/columns.ts';

/**
 * What the chronicle of the office's years tells, one row for each date of a record: derived by triggers (db/chronicle.sql), so
 * outside the ledger. `shown` narrows and counts; who may see a record still stands with the record, and each read asks there.
 */
export const chronicleEntry = pgTable('chronicle_entry', {
  /** Id of the act or the milestone; of a project's own dates one made from the project's. */
  id: uuid('id').primaryKey(),
  noun: text('noun').$type<'agreement' | 'membership' | 'project' | 'milestone'>().notNull(),
  recordId: uuid('record_id').notNull(),
  /** The kind of the act or of the milestone, or which of a project's dates it is. */
  act: text('act'),
  type: text('type').notNull(),
  on: fuzzyDate('on'),
  /** The first day that the date may mean, or the last where it is open at its beginning, and of an end of membership; null where it is not known. */
  day: date('day', { mode: 'string' }),
  /** `due` until somebody says that it was reached; `planned` of a project's plan; `done` of whatever was recorded. */
  state: text('state').$type<'due' | 'planned' | 'done' | 'cancelled'>().notNull(),
  shown: boolean('shown').notNull(),
}, (t) => [
  index('chronicle_entry_of').on(t.noun, t.recordId),
  index('chronicle_entry_day').on(t.day, t.id).where(sql`shown`),
  index('chronicle_entry_counted').on(t.type, t.day, t.state).where(sql`shown`),
]);
