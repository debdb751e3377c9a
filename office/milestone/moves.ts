import { milestone } from '#db/schema/milestone.ts';
import { change, type Entered } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { Outcome } from '#office/outcome.ts';
import { act, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ProgressEntry, StartEntry } from './entry.ts';
import { shifted } from './milestone.ts';
import { refuseFinal, refuseFuture, register, writeActs } from './write.ts';

/** Enters that work on it has begun, on a day that may be unknown but not after `today`, and how far it is. */
export function start(viewer: Viewer, { entry, today, ...which }: Which & { entry: StartEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'start', which), async (pen, row) => {
    const acts = await refuseFinal(pen, row);
    if (acts.at(-1)?.kind === 'started') pen.refuse({ field: '', rule: 'alreadyRunning' });
    refuseFuture(pen, entry.on, today);
    await pen.revise(milestone, { progress: entry.progress ?? row.progress });
    await writeActs(pen, [...acts, { kind: 'started', on: entry.on, note: entry.note, plannedBefore: null }]);
  });
}

/** Says how far it is, in per cent. Whole progress is not yet the day on which it was reached: that is `complete`. */
export function noteProgress(viewer: Viewer, { entry, ...which }: Which & { entry: ProgressEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'noteProgress', which, entry.reason ?? undefined), async (pen, row) => {
    await refuseFinal(pen, row);
    await pen.revise(milestone, { progress: entry.progress });
  });
}

/** Makes the viewer its owner, in the place of nobody or of somebody else; whoever stood in for him stays. */
export function takeOver(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'takeOver', which), async (pen, row) => {
    await refuseFinal(pen, row);
    const ownerId = viewer.kind === 'staff' ? viewer.id : null;
    if (ownerId !== null && row.ownerId === ownerId) pen.refuse({ field: '', rule: 'alreadyYours' });
    await pen.revise(milestone, { ownerId, deputyId: row.deputyId === ownerId ? null : row.deputyId });
  });
}

/** Puts it off by so many days, as what it waits for was; a date that names no day has to be postponed by hand. */
export function shift(viewer: Viewer, { by, today, ...which }: Which & { by: number; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'postpone', which), async (pen, row) => {
    const acts = await refuseFinal(pen, row);
    const planned = by > 0 ? shifted(row.planned, by) : null;
    if (!planned) pen.refuse({ field: '', rule: 'notToBeShifted' });
    await pen.revise(milestone, { planned });
    await writeActs(pen, [...acts, { kind: 'postponed', on: parseFuzzyDate(today), plannedBefore: row.planned, note: null }]);
  });
}
