import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, part } from '#db/columns.ts';

export type ProposalState = 'open' | 'returned' | 'approved' | 'rejected' | 'taken_back';

/**
 * What somebody would have a record say: an entry, as the form posted it, and the name of the act that would
 * make it so, kept with the version that it was made against. The public sees the old text until it is approved.
 */
export const proposal = pgTable('proposal', {
  id: id(),
  version: integer('version').notNull().default(1),
  noun: text('noun').notNull(),
  /** Null where it proposes a record that does not exist yet. */
  recordId: uuid('record_id'),
  action: text('action').notNull(),
  baseVersion: integer('base_version'),
  /** Every field of the form with its values in order. */
  entry: jsonb('entry').$type<Record<string, readonly string[]>>().notNull(),
  state: text('state').$type<ProposalState>().notNull().default('open'),
  /** Why the author asks for it. */
  reason: text('reason'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  changedAt: instant('changed_at').notNull().default(sql`now()`),
}, (t) => [index('proposal_of').on(t.recordId), index('proposal_waiting').on(t.createdAt).where(sql`state = 'open'`), index('proposal_by').on(t.createdBy)]);

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
