import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, instant } from '#db/columns.ts';
import { person } from './person.ts';

/** One sign-in. `id` is the SHA-256 of what the cookie carries. Outside the ledger. */
export const session = pgTable('session', {
  id: text('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id),
  startedAt: instant('started_at').notNull().default(sql`now()`),
  seenAt: instant('seen_at').notNull().default(sql`now()`),
  endedAt: instant('ended_at'),
  agent: text('agent'),
  address: text('address'),
}, (t) => [index('session_person').on(t.personId)]);

/** argon2id of a person's password. Outside the ledger, which never holds secrets. */
export const credential = pgTable('credential', {
  personId: uuid('person_id').primaryKey().references(() => person.id),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
});

/** A link that sets a password once: the very first, one's own first, or another in the place of one that was forgotten. Only its SHA-256 is kept. */
export const oneTimeLink = pgTable('one_time_link', {
  id: text('id').primaryKey(),
  purpose: text('purpose').$type<'set_up' | 'invitation' | 'reset'>().notNull(),
  personId: uuid('person_id').references(() => person.id),
  issuedAt: instant('issued_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
  /** When its page was first looked at. */
  openedAt: instant('opened_at'),
  /** When it was used, or closed by a newer one, by hand, or with the person's access. */
  usedAt: instant('used_at'),
}, (t) => [index('one_time_link_person').on(t.personId)]);

/** Failed sign-ins, counted per account and per address across instances. */
export const signInAttempt = pgTable('sign_in_attempt', {
  id: id(),
  account: text('account').notNull(),
  address: text('address').notNull(),
  at: instant('at').notNull().default(sql`now()`),
}, (t) => [index('sign_in_attempt_account').on(t.account, t.at), index('sign_in_attempt_address').on(t.address, t.at)]);

/** Refusals and sign-in events; kept apart from the ledger, in transactions of their own. */
export const securityEvent = pgTable('security_event', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull().default(sql`now()`),
  kind: text('kind').notNull(),
  actorId: uuid('actor_id'),
  action: text('action'),
  recordId: uuid('record_id'),
  detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
  status: integer('status'),
});
