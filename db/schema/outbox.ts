import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant } from '#db/columns.ts';
import { person } from './person.ts';

/**
 * Letters that wait, that went and that could not go, each for one recipient. Outside the ledger: a letter tells of a change or of a
 * day, and is none itself.
 */
export const outbox = pgTable('outbox', {
  id: id(),
  /** Fixed with the row, so that a repeat can be known for one. */
  messageId: text('message_id').notNull().unique(),
  kind: text('kind').notNull(),
  /** What the letter is about; of kinds that are about nothing single, null. */
  recordId: uuid('record_id'),
  /** The ISO day in Belgrade that the letter is of. */
  due: day('due'),
  /** What makes it another letter than one of the same kind, record and day: the id of a one-time link, the number of a change. */
  occasion: text('occasion'),
  personId: uuid('person_id').references(() => person.id),
  /** Where it goes, where that is not the person's own address; else it is looked up when it goes. */
  address: text('address'),
  /** What the letter says, for office/mail to put into words when it goes. */
  said: jsonb('said').$type<Record<string, unknown>>().notNull().default({}),
  /** The secret of a one-time link, enciphered under a key that is not in the database; emptied when it went or when the link is dead. */
  sealed: text('sealed'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  /** Not before. While a letter is being sent, this is when another may take it up. */
  nextAt: instant('next_at').notNull().default(sql`now()`),
  /** After this it is of no use to anybody, and does not go. */
  lapsesAt: instant('lapses_at').notNull(),
  /** Begun, and neither gone nor refused yet; who finds it later knows that its sender died in between. */
  begunAt: instant('begun_at'),
  tries: integer('tries').notNull().default(0),
  /** How often it is not known whether the other side took it. */
  unclear: integer('unclear').notNull().default(0),
  sentAt: instant('sent_at'),
  /** Waits for somebody to say that it shall go after all: since a restore. */
  heldAt: instant('held_at'),
  /** Given up, or lapsed. */
  endedAt: instant('ended_at'),
  /** Why it did not go, the last time, as a code; what a server says may name people, and is kept nowhere. */
  fault: text('fault'),
  /** The three digits with which the other server refused. */
  reply: integer('reply'),
}, (t) => [
  unique('outbox_once').on(t.kind, t.recordId, t.due, t.occasion, t.personId, t.address).nullsNotDistinct(),
  check('outbox_to_somebody', sql`person_id is not null or address is not null`),
  index('outbox_waiting').on(t.nextAt).where(sql`sent_at is null and ended_at is null and held_at is null`),
  index('outbox_of').on(t.personId, t.createdAt),
  index('outbox_created').on(t.createdAt),
]);
