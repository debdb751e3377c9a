import { eq, sql } from 'drizzle-orm';
import { proposal, proposalEntry } from '#db/schema/proposal.ts';
import { refused } from './outcome.ts';
import type { Action } from './permission.ts';
import type { Transaction } from './pen.ts';
import { withoutPersons } from './proposal/proposal.ts';
import { Refusal } from './refusal.ts';
import { settingNow } from './setting/read.ts';
import type { Viewer } from './viewer.ts';

/** The proposal that an act carries out, as the one who approves has read it. */
export type Carried = { readonly id: string; readonly entryHash?: string };

/**
 * Approves the proposal in the transaction of the act that it asked for, so that both stand or neither. Refused where
 * it was decided, amended (409) or is about something else, and with four eyes on where its author would approve it.
 */
export async function carryOut(db: Transaction, viewer: Viewer, carried: Carried, act: { action: Action; recordId: string; seq: number }): Promise<void> {
  const [held] = await db.select().from(proposal).where(eq(proposal.id, carried.id)).for('update');
  if (!held || held.action !== act.action || held.recordId !== act.recordId) throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
  if (held.state !== 'open') throw new Refusal(refused(422, { field: '', rule: 'proposalDecided' }));
  if (carried.entryHash !== undefined && carried.entryHash !== held.entryHash) throw new Refusal(refused(409, { field: '', rule: 'stale' }));
  const own = viewer.kind === 'staff' && viewer.id === held.createdBy;
  if (own && await settingNow('four_eyes', db)) throw new Refusal(refused(403, { field: '', rule: 'fourEyesOwn' }));
  await db.update(proposal).set({
    state: 'approved', changeSeq: act.seq, decidedBy: viewer.kind === 'staff' ? viewer.id : null, decidedAt: sql`now()`,
    version: held.version + 1, changedAt: sql`now()`,
  }).where(eq(proposal.id, held.id));
  await forgetPersons(db, held.id);
}

/** What a proposal said of persons stays no longer than it waits: approved, it stands in the record; else it is nobody's. */
export async function forgetPersons(db: Transaction, proposalId: string): Promise<void> {
  const [entry] = await db.select().from(proposalEntry).where(eq(proposalEntry.proposalId, proposalId));
  if (!entry) return;
  await db.update(proposalEntry).set({ opened: withoutPersons(entry.opened), typed: withoutPersons(entry.typed) }).where(eq(proposalEntry.proposalId, proposalId));
}
