import { boolean, index, jsonb, numeric, pgTable, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { codes, count, dueIndex, fuzzyDate, kept, localText, part } from '#db/columns.ts';

/** Numbers under which others know the organisation. */
export type ExternalIds = { iati?: string; wikidata?: string; ror?: string; registrationNumber?: string; taxNumber?: string };

export const organisation = pgTable('organisation', {
  ...kept(),
  name: localText('name'),
  acronym: localText('acronym'),
  kind: text('kind'),
  country: text('country'),
  place: localText('place'),
  /** Degrees, WGS 84; where the place lies, for the map. Both or neither. */
  latitude: numeric('latitude', { precision: 8, scale: 5, mode: 'number' }),
  longitude: numeric('longitude', { precision: 8, scale: 5, mode: 'number' }),
  description: localText('description'),
  note: localText('note'),
  externalIds: jsonb('external_ids').$type<ExternalIds>().notNull().default({}),
  website: text('website'),
  isSelf: boolean('is_self').notNull().default(false),
  parentId: uuid('parent_id').references((): AnyPgColumn => organisation.id),
  successorOfId: uuid('successor_of_id').references((): AnyPgColumn => organisation.id),
  mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => organisation.id),
  // What only a network has.
  level: text('level').$type<'international' | 'national'>(),
  scope: localText('scope'),
  benefit: localText('benefit'),
  legalForm: localText('legal_form'),
  founded: fuzzyDate('founded'),
  reformed: fuzzyDate('reformed'),
  seatCountry: text('seat_country'),
  memberCount: count('member_count'),
  countryCount: count('country_count'),
  sdgs: codes('sdgs'),
}, (t) => [dueIndex('organisation', t.scheduledFor), index('organisation_kind').on(t.kind), uniqueIndex('organisation_self').on(t.isSelf).where(sql`is_self`), index('organisation_merged_into').on(t.mergedIntoId).where(sql`merged_into_id is not null`)]);

/** Names over time beside the one in use. */
export const organisationName = pgTable('organisation_name', {
  ...part(),
  organisationId: uuid('organisation_id').notNull().references(() => organisation.id),
  name: localText('name').notNull(),
  acronym: localText('acronym'),
  validFrom: fuzzyDate('valid_from'),
  validTo: fuzzyDate('valid_to'),
  note: localText('note'),
}, (t) => [index('organisation_name_of').on(t.organisationId)]);
