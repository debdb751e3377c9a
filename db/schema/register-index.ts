import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, namesInOrder, type Publication, type Verification } from '#db/columns.ts';
import type { TextState } from '#messages/local-text.ts';

/**
 * What the narrow rows of all registers hold. Columns that the record has too have its names, so that a rule written for the
 * record, the rule of sight among them, may be asked of the row that is called like it.
 */
const narrow = () => ({
  /** Id of the record. */
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  publication: text('publication').$type<Publication>().notNull(),
  verification: text('verification').$type<Verification>().notNull(),
  createdBy: uuid('created_by'),
  mergedIntoId: uuid('merged_into_id'),
  changedAt: instant('changed_at').notNull(),
  /** Whether it lacks something that publishing demands. */
  incomplete: boolean('incomplete').notNull(),
  /** Whether the one fact is known that the desk asks for of its register (office/desk/completeness.ts). */
  known: boolean('known').notNull(),
});

/** What it is called, by the alphabet of each written form, and how far its English is. */
const names = () => ({ ...namesInOrder(), english: text('english').$type<TextState>().notNull() });

/** The first day of each state, ascending, the first of all `-infinity`; `states` has as many. */
const states = () => ({ stateFrom: date('state_from', { mode: 'string' }).array().notNull(), states: text('states').array().notNull() });

/** The earliest day, as ISO text, of the date under which it stands; null where that is not known. */
const earliest = () => text('earliest');

type Column = Parameters<ReturnType<typeof index>['on']>[0];
/** Each stage on its way to the public by itself, so that many drafts hide nothing that waits for review. */
const unpublished = (name: string, t: { publication: Column; changedAt: Column }) => index(`${name}_index_staged`).on(t.publication, t.changedAt).where(sql`publication not in ('published', 'withdrawn')`);

/**
 * The narrow rows by which the tables of the workspace narrow, count and order (docs/decisions/0025): derived by triggers
 * (db/narrow.sql), so outside the ledger. db/title-order.sql has the indexes of their orders.
 */
export const organisationIndex = pgTable('organisation_index', {
  ...narrow(), ...names(), kind: text('kind'), country: text('country'), level: text('level'),
}, (t) => [unpublished('organisation', t)]);

export const programmeIndex = pgTable('programme_index', {
  ...narrow(), ...names(), earliest: earliest(), /** The last day of its period, as ISO text. */ latest: text('latest'),
}, (t) => [unpublished('programme', t)]);

export const projectIndex = pgTable('project_index', {
  ...narrow(), ...names(), ...states(), earliest: earliest(), ourRole: text('our_role'), programmeId: uuid('programme_id'), ownerId: uuid('owner_id'),
}, (t) => [unpublished('project', t), index('project_index_programme').on(t.programmeId)]);

export const membershipIndex = pgTable('membership_index', {
  ...narrow(), ...states(), networkId: uuid('network_id'), ownerId: uuid('owner_id'),
}, (t) => [unpublished('membership', t), index('membership_index_network').on(t.networkId)]);

export const milestoneIndex = pgTable('milestone_index', {
  ...narrow(), ...names(), earliest: earliest(), kind: text('kind'), isPublic: boolean('is_public').notNull(), progress: integer('progress').notNull(),
  agreementId: uuid('agreement_id'), membershipId: uuid('membership_id'), projectId: uuid('project_id'), programmeId: uuid('programme_id'),
  ownerId: uuid('owner_id'), deputyId: uuid('deputy_id'),
  /** As its acts and its progress say; no day changes it. */
  state: text('state').notNull(),
  /** Neither done nor given up, as far as its acts say, nor reached on a day that is known. */
  waits: boolean('waits').notNull(),
  /** The last day of the planned date, as ISO text. */
  latest: text('latest'),
}, (t) => [
  unpublished('milestone', t), index('milestone_index_due').on(t.latest, t.id).where(sql`waits`), index('milestone_index_unowned').on(t.latest, t.id).where(sql`waits and owner_id is null`),
  index('milestone_index_owner').on(t.ownerId, t.latest).where(sql`waits`), index('milestone_index_deputy').on(t.deputyId, t.latest).where(sql`waits and deputy_id is not null`),
]);

export const documentIndex = pgTable('document_index', {
  ...narrow(), ...names(), earliest: earliest(), kind: text('kind'), stage: text('stage').notNull(), visibility: text('visibility').notNull(), language: text('language'),
}, (t) => [unpublished('document', t)]);
