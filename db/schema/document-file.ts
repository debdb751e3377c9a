import { bigint, customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { instant, part } from '#db/columns.ts';
import { document } from './document.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A file of a document. What it holds never changes: another version is another row. */
export const documentFile = pgTable('document_file', {
  ...part(),
  documentId: uuid('document_id').notNull().references(() => document.id),
  role: text('role').$type<'original_signed' | 'scan' | 'redacted_public' | 'translation' | 'text'>().notNull(),
  /** As the person who brought it calls it, without any folder. */
  name: text('name').notNull(),
  mime: text('mime').notNull(),
  /** Bytes. */
  size: bigint('size', { mode: 'number' }).notNull(),
  /** Of all its bytes, in hexadecimal. */
  sha256: text('sha256').notNull(),
  /** Under which the store keeps the bytes. */
  storeKey: uuid('store_key').notNull().unique(),
  /** BCP 47, where it is not that of the document: a translation. */
  language: text('language'),
  /** Never filled, and read nowhere: pages are counted by a machine, so `fileReading` holds them. It stays, since migrations only add. */
  pages: integer('pages'),
  version: integer('version').notNull().default(1),
  replacesId: uuid('replaces_id'),
  uploadedBy: uuid('uploaded_by'),
  uploadedAt: instant('uploaded_at').notNull().default(sql`now()`),
  /** Since when it is no longer one of the document's files; its bytes stay. */
  detachedAt: instant('detached_at'),
}, (t) => [index('document_file_of').on(t.documentId, t.position)]);

/** The bytes of files, up to 256 KB in a row. Outside the ledger: the row of the file holds their SHA-256. */
export const fileChunk = pgTable('file_chunk', {
  storeKey: uuid('store_key').notNull(),
  place: integer('place').notNull(),
  bytes: bytea('bytes').notNull(),
  keptAt: instant('kept_at').notNull().default(sql`now()`),
}, (t) => [primaryKey({ columns: [t.storeKey, t.place] }), index('file_chunk_first').on(t.keptAt).where(sql`place = 0`)]);

/** What a machine read in a file: derived from its bytes, so outside the ledger and the backup; a file without it is read (again). */
export const fileReading = pgTable('file_reading', {
  storeKey: uuid('store_key').primaryKey(),
  verdict: text('verdict').$type<'read' | 'unreadable'>().notNull(),
  pages: integer('pages'),
  /** Of a text layer, the beginning. */
  text: text('text').notNull().default(''),
  /** The first page, or the picture itself, made small: WebP. */
  picture: bytea('picture'),
  width: integer('width'),
  height: integer('height'),
  readAt: instant('read_at').notNull().default(sql`now()`),
});
