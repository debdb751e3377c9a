import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { fuzzyDate, localText, part } from '#db/columns.ts';
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
  /** RFC 5545 recurrence rule. */
  recurrence: text('recurrence'),
  state: text('state').$type<'open' | 'done' | 'waived'>().notNull().default('open'),
  evidence: localText('evidence'),
  ownerId: uuid('owner_id').references(() => person.id),
}, (t) => [index('obligation_agreement').on(t.agreementId), index('obligation_membership').on(t.membershipId)]);
