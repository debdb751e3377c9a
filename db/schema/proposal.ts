import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, localText, part } from '#db/columns.ts';

export type ProposalState = 'open' | 'returned' | 'approved' | 'rejected' | 'taken_back';

/**
 * What somebody would have a record say: an entry, as the form posted it, and the name of the act that would
 * make it so, kept with the version that it was made against. The public sees the old text until it is approved.
 * The entry itself lies in a table of its own, since it may hold values of persons; here stands its salted hash.
 */
export const proposal = pgTable('proposal', {
  id: id(),
  version: integer('version').notNull().default(1),
  noun: text('noun').notNull(),
  /** Null where it proposes a record that does not exist yet. */
  recordId: uuid('record_id'),
  /** What the gate will be asked when it is approved („agreement.revise“). */
  action: text('action').notNull(),
  /** Which form and verb it is for, where an action has several („agreement.recordOldAct“). */
  deed: text('deed').notNull(),
  baseVersion: integer('base_version'),
  /** SHA-256 over the salt and the entry that the author sent last. */
  entryHash: text('entry_hash').notNull(),
  state: text('state').$type<ProposalState>().notNull().default('open'),
  /** Why the author asks for it. */
  reason: text('reason'),
  /** What the public is to be told of the correction, once it is approved. */
  note: localText('note'),
  /** The change by which it was carried out. */
  changeSeq: bigint('change_seq', { mode: 'number' }),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
}, (t) => [index('proposal_of').on(t.recordId), index('proposal_waiting').on(t.createdAt).where(sql`state = 'open'`), index('proposal_by').on(t.createdBy), index('proposal_change').on(t.changeSeq)]);

type Fields = Record<string, readonly string[]>;

/**
 * The entry of a proposal: every field of the form with its values in order, as the form was opened and as it was sent.
 * Outside the ledger; the fields of persons go when the proposal is decided, and the others remain.
 */
export const proposalEntry = pgTable('proposal_entry', {
  proposalId: uuid('proposal_id').primaryKey().references(() => proposal.id),
  opened: jsonb('opened').$type<Fields>().notNull(),
  typed: jsonb('typed').$type<Fields>().notNull(),
  salt: text('salt').notNull().default(sql`gen_random_uuid()::text`),
});

/** A word said about a proposal: a comment, or the reason of a return or a rejection. */
export const proposalComment = pgTable('proposal_comment', {
  ...part(),
  proposalId: uuid('proposal_id').notNull().references(() => proposal.id),
  /** The field that it is about; empty for the whole. */
  field: text('field').notNull().default(''),
  text: text('text').notNull(),
  writtenBy: uuid('written_by'),
  writtenAt: instant('written_at').notNull().default(sql`now()`),
}, (t) => [index('proposal_comment_of').on(t.proposalId, t.position)]);

/** A file that a proposal brings. Its bytes lie in the store as those of a document's file do; where the proposal comes to nothing they go, and this row stays. */
export const proposalFile = pgTable('proposal_file', {
  ...part(),
  proposalId: uuid('proposal_id').notNull().references(() => proposal.id),
  name: text('name').notNull(),
  mime: text('mime').notNull(),
  /** Bytes. */
  size: bigint('size', { mode: 'number' }).notNull(),
  /** Of all its bytes, in hexadecimal. */
  sha256: text('sha256').notNull(),
  storeKey: uuid('store_key').notNull().unique(),
}, (t) => [index('proposal_file_of').on(t.proposalId, t.position)]);
