import { boolean, index, pgTable, text, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { dueIndex, fuzzyDate, kept, localText, part } from '#db/columns.ts';
import { organisation } from './organisation.ts';

/** The record of a paper; its files come with uploading. */
export const document = pgTable('document', {
  ...kept(),
  title: localText('title'),
  kind: text('kind'),
  /** IATI DocumentCategory (A09 memorandum, A11 contract, A08 results …). */
  iatiCategory: text('iati_category'),
  stage: text('stage').$type<'draft' | 'final' | 'signed' | 'superseded' | 'void'>().notNull().default('draft'),
  dated: fuzzyDate('dated'),
  language: text('language'),
  script: text('script').$type<'Cyrl' | 'Latn'>(),
  authentic: boolean('authentic').notNull().default(false),
  visibility: text('visibility').$type<'public' | 'internal' | 'confidential'>().notNull().default('internal'),
  withheldReason: localText('withheld_reason'),
  /** Why there is no file. */
  absentReason: localText('absent_reason'),
  retentionCategory: text('retention_category'),
  archiveBookNo: text('archive_book_no'),
  supersedesId: uuid('supersedes_id').references((): AnyPgColumn => document.id),
}, (t) => [dueIndex('document', t.scheduledFor)]);

/** The records that a document stands behind: table and id, since it may be any. */
export const documentLink = pgTable('document_link', {
  ...part(),
  documentId: uuid('document_id').notNull().references(() => document.id),
  noun: text('noun').$type<'agreement' | 'membership' | 'programme' | 'project' | 'organisation' | 'milestone'>().notNull(),
  recordId: uuid('record_id').notNull(),
}, (t) => [index('document_link_of').on(t.documentId), index('document_link_to').on(t.noun, t.recordId)]);

/** A person to write to; name, e-mail and telephone lie in `personal`. */
export const contact = pgTable('contact', {
  ...part(),
  organisationId: uuid('organisation_id').notNull().references(() => organisation.id),
  office: localText('office'),
  legalBasis: text('legal_basis').notNull(),
  retainUntil: fuzzyDate('retain_until'),
  isPublic: boolean('is_public').notNull().default(false),
}, (t) => [index('contact_of').on(t.organisationId)]);
