import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codes, dueIndex, fuzzyDate, kept, localText, localTexts, moneys, part } from '#db/columns.ts';
import { organisation } from './organisation.ts';

export const programme = pgTable('programme', {
  ...kept(),
  name: localText('name'),
  acronym: localText('acronym'),
  instrument: localText('instrument'),
  purpose: localText('purpose'),
  objectives: localTexts('objectives'),
  eligible: localText('eligible'),
  priorityAxes: localTexts('priority_axes'),
  periodFrom: fuzzyDate('period_from'),
  periodTo: fuzzyDate('period_to'),
  cci: text('cci'),
  countries: codes('countries'),
  funderId: uuid('funder_id').references(() => organisation.id),
  /** Why no funder is named, where none is known. */
  funderNote: localText('funder_note'),
  managingAuthorityId: uuid('managing_authority_id').references(() => organisation.id),
  nationalAuthorityId: uuid('national_authority_id').references(() => organisation.id),
  jointSecretariat: localText('joint_secretariat'),
  amounts: moneys('amounts'),
}, (t) => [dueIndex('programme', t.scheduledFor)]);

export const programmePartner = pgTable('programme_partner', {
  ...part(),
  programmeId: uuid('programme_id').notNull().references(() => programme.id),
  organisationId: uuid('organisation_id').notNull().references(() => organisation.id),
  role: text('role').notNull(),
  /** IATI OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing. */
  iatiRole: integer('iati_role'),
  note: localText('note'),
}, (t) => [index('programme_partner_of').on(t.programmeId), index('programme_partner_is').on(t.organisationId)]);
