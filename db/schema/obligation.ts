import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, fuzzyDate, localText, part } from '#db/columns.ts';
import { agreement } from './agreement.ts';
import { membership } from './membership.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** What a party owes under an agreement or a membership; *late* is computed. */
export const obligation = pgTable('obligation', {
  ...part(),
  agreementId: uuid('agreement_id').references(() => agreement.id),
  membershipId: uuid('membership_id').references(() => membership.id),
  text: localText('text').notNull(),
  organisationId: uuid('organisation_id').references(() => organisation.id),
  due: fuzzyDate('due'),
  /** RFC 5545 recurrence rule; `due` is then the first time. */
  recurrence: text('recurrence'),
  state: text('state').$type<'open' | 'done' | 'waived'>().notNull().default('open'),
  evidence: localText('evidence'),
  /** ISO day on which it was said to be done, or no longer asked for. */
  settledOn: day('settled_on'),
  ownerId: uuid('owner_id').references(() => person.id),
  deputyId: uuid('deputy_id').references(() => person.id),
  /** Of the milestones that are laid down for it: their kind, and whether the public may see them. */
  kind: text('kind'),
  isPublic: boolean('is_public').notNull().default(false),
}, (t) => [
  index('obligation_agreement').on(t.agreementId), index('obligation_membership').on(t.membershipId),
  index('obligation_recurring').on(t.id).where(sql`state = 'open' and recurrence is not null`),
]);
