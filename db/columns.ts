import { sql } from 'drizzle-orm';
import { customType, date, index, integer, jsonb, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { LocalText } from '#messages/local-text.ts';

/** EDTF level 0/1 with its two bounds as ISO days: alarms use `earliest`, expiry by the clock `latest`. */
export type FuzzyDate = { edtf: string; earliest: string | null; latest: string | null };

/** `amount` is a decimal string with two places; never added across scopes or currencies. */
export type Money = {
  amount: string;
  currency: string;
  valueDate: string | null;
  scope: 'city_share' | 'project_total' | 'programme_total';
  certainty: 'stated' | 'estimated';
  note?: LocalText | null;
};

/** “over 1000 local authorities”: a number that says how exact it is. */
export type Count = {
  qualifier: 'exact' | 'over' | 'about' | 'under';
  value: number;
  unit: LocalText | null;
  asOf: FuzzyDate | null;
};

/** Where a fact was found. */
export type Source = { title: LocalText; url: string | null; retrievedOn: string | null; quote: string | null };

export type Publication = 'draft' | 'in_review' | 'returned' | 'approved' | 'scheduled' | 'published' | 'withdrawn';
export type Verification = 'unverified' | 'checked' | 'disputed';

export const localText = (name: string) => jsonb(name).$type<LocalText>();
export const localTexts = (name: string) => jsonb(name).$type<LocalText[]>().notNull().default([]);
export const fuzzyDate = (name: string) => jsonb(name).$type<FuzzyDate>();
export const moneys = (name: string) => jsonb(name).$type<Money[]>().notNull().default([]);
export const count = (name: string) => jsonb(name).$type<Count>();
export const codes = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`);
export const id = () => uuid('id').primaryKey().default(sql`gen_random_uuid()`);
export const day = (name: string) => date(name, { mode: 'string' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What every record of the office carries: its names, its version, and who may see how sure a text. */
export const kept = () => ({
  id: id(),
  /** Human-readable, never reused: prefix and running number, no year. */
  code: text('code').notNull().unique(),
  /** ASCII and permanent; older ones stay in slug_history. */
  slug: text('slug').notNull().unique(),
  version: integer('version').notNull().default(1),
  publication: text('publication').$type<Publication>().notNull().default('draft'),
  publishedAt: instant('published_at'),
  correctedAt: instant('corrected_at'),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnReason: localText('withdrawn_reason'),
  verification: text('verification').$type<Verification>().notNull().default('unverified'),
  verifiedOn: day('verified_on'),
  verifiedBy: uuid('verified_by'),
  /** A note that stands in for English prose where publishing waives it. */
  englishWaived: text('english_waived'),
  /** The moment from which it is to stand before the public, while its publication is *scheduled*. */
  scheduledFor: instant('scheduled_for'),
  /** ISO day before which nobody may publish it. */
  embargoUntil: day('embargo_until'),
  /** The record of the same noun that this double was merged into; its address forwards there. */
  mergedIntoId: uuid('merged_into_id'),
  sources: jsonb('sources').$type<Source[]>().notNull().default([]),
  /** The person who drafted it; null for the system viewer. */
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
});

const inCollation = (collation: string) => customType<{ data: string }>({ dataType: () => `text COLLATE "${collation}"` });

/** What the narrow row of a record says that it is called, by the alphabet of each written form. */
export const namesInOrder = () => ({
  nameCyrl: inCollation('sr-Cyrl-x-icu')('name_cyrl'), nameLatn: inCollation('sr-Latn-x-icu')('name_latn'), nameEn: inCollation('en-x-icu')('name_en'),
});

/** By which the clock finds what falls due, however many records there are. */
export const dueIndex = (name: string, scheduledFor: AnyPgColumn) => index(`${name}_scheduled`).on(scheduledFor).where(sql`scheduled_for is not null`);

/** A row that belongs to a record and is drawn in an order. */
export const part = () => ({ id: id(), position: integer('position').notNull().default(0) });
