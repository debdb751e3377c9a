import { sql } from 'drizzle-orm';
import { customType, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codes, day, instant, namesInOrder, type Publication, type Verification } from '#db/columns.ts';
import type { TextState } from '#messages/local-text.ts';
import { agreement } from './agreement.ts';

/** 64 bits, never reused; as text, since a number of JavaScript does not hold it. */
const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * The narrow row by which the register narrows, counts and orders agreements: derived by the gate from the record in the
 * same transaction, so outside the ledger. Standing is not a column here either: it is the list of days on which the
 * pure function changes its answer, from which a query takes the one of its day.
 */
export const agreementIndex = pgTable('agreement_index', {
  /** Id of the agreement. */
  id: uuid('id').primaryKey().references(() => agreement.id),
  /** Version of the agreement that the row was derived from, and of the rule that derived it. */
  version: integer('version').notNull(),
  rule: integer('rule').notNull(),
  code: text('code').notNull(),
  publication: text('publication').$type<Publication>().notNull(),
  createdBy: uuid('created_by'),
  mergedIntoId: uuid('merged_into_id'),
  ownerId: uuid('owner_id'),
  changedAt: instant('changed_at').notNull(),
  type: text('type'),
  procedure: text('procedure'),
  verification: text('verification').$type<Verification>().notNull(),
  fields: codes('fields'),
  /** Organisations that are parties beside the City. */
  partyIds: uuid('party_ids').array().notNull(),
  /** The countries of those of them that the public may see. */
  countries: codes('countries'),
  /** Bounds of the day of signing; both null where it is not known, one where that side is open. */
  signedFrom: day('signed_from'),
  signedTo: day('signed_to'),
  /** The first day of each standing, ascending, the first of all `-infinity`; `standings` has as many. */
  standingFrom: date('standing_from', { mode: 'string' }).array().notNull(),
  standings: text('standings').array().notNull(),
  /**
   * The days for which the following hold (office/agreement/watched.ts): by when somebody must have decided, when it ends, and
   * what a complete record would have. On any other day they are reckoned from the record.
   */
  watchedFrom: day('watched_from').notNull().default('-infinity'),
  watchedUntil: day('watched_until').notNull().default('-infinity'),
  decideBy: day('decide_by'),
  endsBy: day('ends_by'),
  lacks: codes('lacks'),
  /** Its title, by the alphabet of each written form; db/title-order.sql has their indexes. */
  ...namesInOrder(),
  /** How far its English is: of title and summary the one that is further behind. */
  english: text('english').$type<TextState>().notNull().default('missing'),
  /** The transaction that wrote the row, by which a reader finds what has changed since it last looked. */
  writtenIn: transactionId('written_in').notNull().default(sql`pg_current_xact_id()`),
}, (t) => [
  index('agreement_index_written').on(t.writtenIn), index('agreement_index_changed').on(t.changedAt), index('agreement_index_signed').on(t.signedFrom),
  index('agreement_index_parties').using('gin', t.partyIds),
  index('agreement_index_decide_by').on(t.decideBy).where(sql`decide_by is not null`), index('agreement_index_ends_by').on(t.endsBy).where(sql`ends_by is not null`),
  index('agreement_index_watched').on(t.watchedUntil), index('agreement_index_watched_from').on(t.watchedFrom),
  index('agreement_index_staged').on(t.publication, t.changedAt).where(sql`publication not in ('published', 'withdrawn')`),
]);
