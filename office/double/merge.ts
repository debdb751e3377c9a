import { and, eq, sql } from 'drizzle-orm';
import { proposal } from '#db/schema/proposal.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen, RecordTable } from '#office/pen.ts';
import type { Demands } from '#office/publishing-steps.ts';
import { permits, type Noun, type Subject } from '#office/permission.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import { sightOf, tables } from '#office/tables.ts';
import { tellUnscheduled } from '#office/unscheduled.ts';
import type { Viewer } from '#office/viewer.ts';
import type { MergeEntry } from './entry.ts';
import { taken } from './field.ts';
import { moveAll } from './move.ts';

/**
 * Makes one record of two. The kept one takes over the chosen fields, all rows of the double that it does not say itself, and
 * everything that names the double; the double is nobody's record from then on, and its address leads to the kept one. One change;
 * the double's history stays. Refused at `doubleId`: `notFound`, `itself`, `notAllowed`, `isTheCity`, `keepThePublished` (an address
 * that the public knows must not lead to a draft), `doubleHasProposals`, `doubleChanged`; and with what publishing demands, where the
 * kept one is published and would no longer meet it.
 */
export function merge(viewer: Viewer, noun: Noun, { entry, demands, ...which }: Which & { readonly entry: MergeEntry; readonly demands: Demands<RecordTable> }): Promise<Outcome<Entered>> {
  const { table } = tables[noun];
  const register = { noun, table, sight: (who: Viewer) => sightOf(who, noun) };
  return change(viewer, act(register, 'merge', which, entry.reason), async (pen, row) => {
    const double = await doubleOf(pen, noun, entry, row as Kept);
    await pen.revise(table, { ...taken(noun, entry.take, double), ...correction(row) });
    await moveAll(pen, table, { noun, from: double.id, to: pen.id });
    await pen.db.update(table).set({ mergedIntoId: pen.id }).where(eq(table.mergedIntoId, double.id));
    await pen.db.update(table).set({ mergedIntoId: pen.id, publication: 'draft', scheduledFor: null }).where(eq(table.id, double.id));
    await pen.touch(noun, table, double.id);
    await tellUnscheduled(pen.db, viewer, noun, double, pen.id);
    await refuseUnready(pen, noun, demands, row as Kept);
  });
}

/** The public reads the kept one: with the double's fields in it, it must go on meeting what publishing demands. */
async function refuseUnready(pen: Pen, noun: Noun, demands: Demands<RecordTable>, { publication }: Kept): Promise<void> {
  if (publication !== 'published') return;
  const { table } = tables[noun];
  const [now] = await pen.db.select().from(table).where(eq(table.id, pen.id));
  const issues = await demands(now as never, pen.db);
  if (issues.length) pen.refuse(...issues);
}

type Kept = Subject & { readonly publishedAt: Date | null };
type Double = Kept & { readonly version: number; readonly isSelf?: boolean };

async function doubleOf(pen: Pen, noun: Noun, { doubleId, doubleVersion }: MergeEntry, kept: Kept): Promise<Double> {
  const refuse = (rule: string) => pen.refuse({ field: 'doubleId', rule });
  if (doubleId === pen.id) return refuse('itself');
  const { table } = tables[noun];
  const [found] = await pen.db.select().from(table).where(and(eq(table.id, doubleId), sightOf(pen.viewer, noun))).for('update');
  const double = found as Double | undefined;
  if (!double) return refuse('notFound');
  if (!permits(pen.viewer, `${noun}.merge`, double)) return refuse('notAllowed');
  if (double.isSelf) return refuse('isTheCity');
  if (double.publishedAt && kept.publication !== 'published') return refuse('keepThePublished');
  if (doubleVersion !== null && doubleVersion !== double.version) return refuse('doubleChanged');
  const waiting = await pen.db.$count(proposal, and(eq(proposal.recordId, doubleId), sql`${proposal.state} in ('open', 'returned')`));
  return waiting > 0 ? refuse('doubleHasProposals') : double;
}
