import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { day, id, instant } from '#db/columns.ts';

export type Role = 'contributor' | 'editor' | 'publisher' | 'admin';

/** Someone who may sign in. Name and e-mail lie in `personal`, so that they can be erased and the ledger still verifies. */
export const person = pgTable('person', {
  id: id(),
  version: integer('version').notNull().default(1),
  /** The written form in which the workspace greets them. */
  writtenForm: text('written_form').notNull().default('sr-Cyrl'),
  deactivatedAt: instant('deactivated_at'),
  expiresOn: day('expires_on'),
  /** Whether what is due comes to them as a letter in the morning; it stands on their desk in any case. */
  dailyLetter: boolean('daily_letter').notNull().default(true),
  passwordChangedAt: instant('password_changed_at'),
  /** Since when a second factor is asked of them; its key lies in `second_factor`, outside the ledger. */
  secondFactorSince: instant('second_factor_since'),
  /** When name, address and all that led to them were erased; nothing brings them back. */
  anonymisedAt: instant('anonymised_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
});

/** Values of persons and contacts. The ledger keeps only their salted SHA-256. */
export const personal = pgTable('personal', {
  ownerId: uuid('owner_id').notNull(),
  /** `email` is what a person signs in with, and unique; a contact may share a mailbox with others. */
  field: text('field').$type<'name' | 'email' | 'contactEmail' | 'phone'>().notNull(),
  value: text('value').notNull(),
  salt: text('salt').notNull().default(sql`gen_random_uuid()::text`),
}, (t) => [primaryKey({ columns: [t.ownerId, t.field] }), uniqueIndex('personal_email').on(sql`lower(${t.value})`).where(sql`field = 'email'`)]);

/** A role with its scope and end. `scopeNoun` null means all; `scopeId` null means all of that noun. */
export const grantOfRight = pgTable('grant_of_right', {
  id: id(),
  personId: uuid('person_id').notNull().references(() => person.id),
  role: text('role').$type<Role>().notNull(),
  scopeNoun: text('scope_noun'),
  scopeId: uuid('scope_id'),
  until: day('until'),
  grantedBy: uuid('granted_by'),
  grantedAt: instant('granted_at').notNull().default(sql`now()`),
}, (t) => [index('grant_of_right_person').on(t.personId)]);
