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
  /** When the holder last gave his password or a code; for acts on people and settings it must be fresh (decision 0021). */
  confirmedAt: instant('confirmed_at'),
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

/** What a second factor is checked by. Outside the ledger; that somebody has one stands in `person`. */
export const secondFactor = pgTable('second_factor', {
  personId: uuid('person_id').primaryKey().references(() => person.id),
  /** The key of the app, sealed with a key derived from AUTH_SECRET; null until a code has proven it. */
  sealedKey: text('sealed_key'),
  /** The newest 30-second step whose code was accepted; neither it nor an older one is accepted again. */
  lastStep: bigint('last_step', { mode: 'number' }),
  /** A key that is shown and waits for its first code. */
  pendingKey: text('pending_key'),
  pendingAt: instant('pending_at'),
});

/** Codes for the day on which the phone is lost: the SHA-256 of each, used once. */
export const recoveryCode = pgTable('recovery_code', {
  id: text('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id),
  usedAt: instant('used_at'),
}, (t) => [index('recovery_code_person').on(t.personId)]);

/** A sign-in whose password was right and whose second factor is awaited. It opens nothing by itself; only its SHA-256 is kept. */
export const halfSignIn = pgTable('half_sign_in', {
  id: text('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id),
  startedAt: instant('started_at').notNull().default(sql`now()`),
  endedAt: instant('ended_at'),
}, (t) => [index('half_sign_in_person').on(t.personId)]);

/** Failed sign-ins, counted per account and per address across instances; and, as `noted`, of whom an event was kept within the minute (office/stranger.ts). */
export const signInAttempt = pgTable('sign_in_attempt', {
  id: id(),
  account: text('account').notNull(),
  address: text('address').notNull(),
  /** What was tried: codes have a limit of their own besides. */
  kind: text('kind').$type<'password' | 'code' | 'noted'>().notNull().default('password'),
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
