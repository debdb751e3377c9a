import { boolean, index, integer, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codes, count, dueIndex, fuzzyDate, kept, localText, localTexts, moneys, part } from '#db/columns.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { programme } from './programme.ts';

export type ProjectActKind =
  | 'idea' | 'preparing' | 'submitted' | 'rejected' | 'reserve' | 'approved' | 'contracted' | 'running'
  | 'suspended' | 'resumed' | 'closing' | 'closed' | 'cancelled';
export type ProjectNumbers = { iati?: string; keep?: string; cordis?: string; contract?: string };

export const project = pgTable('project', {
  ...kept(),
  title: localText('title'),
  acronym: localText('acronym'),
  summary: localText('summary'),
  objective: localText('objective'),
  numbers: jsonb('numbers').$type<ProjectNumbers>().notNull().default({}),
  plannedStart: fuzzyDate('planned_start'),
  plannedEnd: fuzzyDate('planned_end'),
  actualStart: fuzzyDate('actual_start'),
  actualEnd: fuzzyDate('actual_end'),
  durationMonths: integer('duration_months'),
  sectors: codes('sectors'),
  sdgs: codes('sdgs'),
  places: localTexts('places'),
  themes: localTexts('themes'),
  components: localTexts('components'),
  results: localTexts('results'),
  ourRole: text('our_role'),
  amounts: moneys('amounts'),
  coFinancingPercent: numeric('co_financing_percent', { precision: 5, scale: 2 }),
  partnerCount: count('partner_count'),
  website: text('website'),
  programmeId: uuid('programme_id').references(() => programme.id),
  phase: integer('phase'),
  ownerId: uuid('owner_id').references(() => person.id),
  deputyId: uuid('deputy_id').references(() => person.id),
}, (t) => [dueIndex('project', t.scheduledFor), index('project_programme').on(t.programmeId)]);

export const projectPartner = pgTable('project_partner', {
  ...part(),
  projectId: uuid('project_id').notNull().references(() => project.id),
  organisationId: uuid('organisation_id').notNull().references(() => organisation.id),
  role: text('role').notNull(),
  iatiRole: integer('iati_role'),
  /** The source's own word where our vocabulary is wider. */
  note: localText('note'),
  /** The source implies the part but does not say it. */
  inferred: boolean('inferred').notNull().default(false),
  budgetShare: numeric('budget_share', { precision: 18, scale: 2 }),
  validFrom: fuzzyDate('valid_from'),
  validTo: fuzzyDate('valid_to'),
}, (t) => [index('project_partner_of').on(t.projectId), index('project_partner_is').on(t.organisationId)]);

/** Dated facts from which a project's state follows; none at all means that the state is unknown. */
export const projectAct = pgTable('project_act', {
  ...part(),
  projectId: uuid('project_id').notNull().references(() => project.id),
  kind: text('kind').$type<ProjectActKind>().notNull(),
  on: fuzzyDate('on'),
  number: text('number'),
  note: localText('note'),
}, (t) => [index('project_act_of').on(t.projectId)]);
