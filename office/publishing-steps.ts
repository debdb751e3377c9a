import type { InferSelectModel } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { belgradeToday } from '#messages/dates.ts';
import { change, type Entered } from './change.ts';
import { refuseOwnWork } from './four-eyes.ts';
import type { Issue, Outcome } from './outcome.ts';
import type { Pen, RecordTable } from './pen.ts';
import { act, type Register, type Which } from './publishing.ts';
import { stepsFrom } from './steps.ts';
import type { Viewer } from './viewer.ts';

/** What publishing demands of a record beyond what a draft may lack; none where it is ready. */
export type Demands<T extends RecordTable> = (row: InferSelectModel<T>, db: Pick<Reader, 'select' | '$count'>) => Promise<Issue[]>;
type Kept = { readonly id: string; readonly publication: Publication; readonly embargoUntil: string | null };
type Reasoned = Which & { readonly reason: string | null };

/** Whoever works on a draft says that it may be looked at. */
export function submitRecord<T extends RecordTable>(viewer: Viewer, register: Register<T>, { reason, ...which }: Reasoned): Promise<Outcome<Entered>> {
  return step(viewer, register, 'submit', which, reason, stepsFrom.submit, () => ({ publication: 'in_review' }));
}

/** Gives it back to whoever drafted it, with a reason; what was scheduled is no longer. */
export function returnRecord<T extends RecordTable>(viewer: Viewer, register: Register<T>, { reason, ...which }: Which & { readonly reason: string }): Promise<Outcome<Entered>> {
  return step(viewer, register, 'return', which, reason, stepsFrom.return, () => ({ publication: 'returned', scheduledFor: null }));
}

/** Says that it may go before the public as it stands. With four eyes on, not by whoever wrote last. */
export function approveRecord<T extends RecordTable>(viewer: Viewer, register: Register<T>, which: Which, demands: Demands<T>): Promise<Outcome<Entered>> {
  return step(viewer, register, 'approve', which, null, stepsFrom.approve, async (pen, row) => {
    await refuseOwnWork(pen.db, viewer, register.noun, kept(row));
    refuseWith(pen, await demands(row, pen.db));
    return { publication: 'approved' };
  });
}

/** Names the moment from which it stands before the public; the clock publishes it then. Not in the past (`now`), and not under an embargo. */
export function scheduleRecord<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, { moment, now, ...which }: Which & { readonly moment: Date; readonly now: Date }, demands: Demands<T>,
): Promise<Outcome<Entered>> {
  return step(viewer, register, 'schedule', which, null, stepsFrom.schedule, async (pen, row) => {
    if (moment <= now) pen.refuse({ field: 'day', rule: 'momentPast' });
    const { embargoUntil } = kept(row);
    if (embargoUntil !== null && belgradeToday(moment) < embargoUntil) pen.refuse({ field: 'day', rule: 'embargo', values: { day: embargoUntil } });
    await refuseOwnWork(pen.db, viewer, register.noun, kept(row));
    refuseWith(pen, await demands(row, pen.db));
    return { publication: 'scheduled', scheduledFor: moment };
  });
}

/** It stays approved, and waits for somebody to publish it. */
export function unscheduleRecord<T extends RecordTable>(viewer: Viewer, register: Register<T>, which: Which): Promise<Outcome<Entered>> {
  return step(viewer, register, 'unschedule', which, null, stepsFrom.unschedule, () => ({ publication: 'approved', scheduledFor: null }));
}

/** The ISO day before which nobody may publish it; null lifts the embargo. What is public already cannot be held back. */
export function embargoRecord<T extends RecordTable>(viewer: Viewer, register: Register<T>, { until, reason, ...which }: Reasoned & { readonly until: string | null }): Promise<Outcome<Entered>> {
  return step(viewer, register, 'embargo', which, reason, stepsFrom.embargo, () => ({ embargoUntil: until }));
}

function step<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, verb: string, which: Which, reason: string | null, from: readonly Publication[],
  next: (pen: Pen, row: InferSelectModel<T>) => object | Promise<object>,
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, verb, which, reason ?? undefined), async (pen, row) => {
    if (!from.includes(kept(row).publication)) pen.refuse({ field: '', rule: 'notInThisState' });
    await pen.revise(register.table, await next(pen, row) as never);
  });
}

function kept(row: unknown): Kept {
  return row as Kept;
}

function refuseWith(pen: Pen, issues: readonly Issue[]): void {
  if (issues.length) pen.refuse(...issues);
}
