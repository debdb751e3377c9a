import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { codes, dueIndex, fuzzyDate, kept, localText, part, type Money } from '#db/columns.ts';
import { document } from './document.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { project } from './project.ts';

export const agreement = pgTable('agreement', {
  ...kept(),
  title: localText('title'),
  summary: localText('summary'),
  type: text('type'),
  procedure: text('procedure'),
  binding: text('binding').$type<'yes' | 'no' | 'partly'>(),
  fields: codes('fields'),
  sectors: codes('sectors'),
  sdgs: codes('sdgs'),
  registryNo: text('registry_no'),
  classificationNo: text('classification_no'),
  signedAt: localText('signed_at'),
  inForceRule: text('in_force_rule').$type<'on_signature' | 'on_date' | 'on_last_notification' | 'on_consent'>(),
  validFrom: fuzzyDate('valid_from'),
  validTo: fuzzyDate('valid_to'),
  termMonths: integer('term_months'),
  renewal: text('renewal').$type<'none' | 'tacit' | 'express'>(),
  renewalMonths: integer('renewal_months'),
  noticeMonths: integer('notice_months'),
  authenticLanguages: codes('authentic_languages'),
  money: jsonb('money').$type<Money>(),
  completeness: codes('completeness'),
  retentionCategory: text('retention_category'),
  ownerId: uuid('owner_id').references(() => person.id),
  deputyId: uuid('deputy_id').references(() => person.id),
}, (t) => [dueIndex('agreement', t.scheduledFor), index('agreement_type').on(t.type), index('agreement_deputy').on(t.deputyId).where(sql`deputy_id is not null`)]);

export const agreementParty = pgTable('agreement_party', {
  ...part(),
  agreementId: uuid('agreement_id').notNull().references(() => agreement.id),
  organisationId: uuid('organisation_id').notNull().references(() => organisation.id),
  role: text('role').notNull(),
  side: text('side').$type<'us' | 'them'>().notNull(),
  signatory: text('signatory'),
  signatoryOffice: localText('signatory_office'),
  note: localText('note'),
  inferred: boolean('inferred').notNull().default(false),
}, (t) => [unique('agreement_party_once').on(t.agreementId, t.organisationId, t.role), index('agreement_party_is').on(t.organisationId)]);

/** A dated fact with number and source; standing follows from these and from today's date. */
export const agreementAct = pgTable('agreement_act', {
  ...part(),
  agreementId: uuid('agreement_id').notNull().references(() => agreement.id),
  kind: text('kind').notNull(),
  on: fuzzyDate('on'),
  number: text('number'),
  session: text('session'),
  body: localText('body'),
  gazette: text('gazette'),
  partyId: uuid('party_id').references(() => agreementParty.id),
  documentId: uuid('document_id').references(() => document.id),
  /** Of a decision of the assembly: in which fields the City may cooperate, and from which line of the budget that is paid. */
  areas: codes('areas'),
  budgetLine: text('budget_line'),
  note: localText('note'),
}, (t) => [index('agreement_act_of').on(t.agreementId)]);

export const agreementLink = pgTable('agreement_link', {
  ...part(),
  agreementId: uuid('agreement_id').notNull().references(() => agreement.id),
  kind: text('kind').$type<'amends' | 'annex_to' | 'renews' | 'replaces' | 'implements' | 'based_on'>().notNull(),
  otherId: uuid('other_id').notNull().references(() => agreement.id),
}, (t) => [unique('agreement_link_once').on(t.agreementId, t.kind, t.otherId), index('agreement_link_to').on(t.otherId)]);

export const agreementProject = pgTable('agreement_project', {
  id: part().id,
  agreementId: uuid('agreement_id').notNull().references(() => agreement.id),
  projectId: uuid('project_id').notNull().references(() => project.id),
}, (t) => [unique('agreement_project_once').on(t.agreementId, t.projectId), index('agreement_project_is').on(t.projectId)]);

export const agreementNetwork = pgTable('agreement_network', {
  id: part().id,
  agreementId: uuid('agreement_id').notNull().references(() => agreement.id),
  networkId: uuid('network_id').notNull().references(() => organisation.id),
}, (t) => [unique('agreement_network_once').on(t.agreementId, t.networkId), index('agreement_network_is').on(t.networkId)]);
