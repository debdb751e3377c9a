import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, localText, part } from '#db/columns.ts';

/** What the public is told of a correction of a published record: on which day, and what was corrected. Written in the change that corrects. */
export const correctionNote = pgTable('correction_note', {
  ...part(),
  noun: text('noun').notNull(),
  recordId: uuid('record_id').notNull(),
  /** The change that it tells of. */
  changeSeq: bigint('change_seq', { mode: 'number' }).notNull().unique(),
  /** ISO day in Belgrade. */
  on: day('on').notNull(),
  text: localText('text').notNull(),
}, (t) => [index('correction_note_of').on(t.recordId)]);
