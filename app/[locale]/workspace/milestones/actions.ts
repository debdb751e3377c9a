'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry, progressEntry, shiftEntry, startEntry, takeOverEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { daysBetween, isOpen, milestoneState } from '#office/milestone/milestone.ts';
import { noteProgress, shift, start, takeOver } from '#office/milestone/moves.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { dependantsOf } from '#office/milestone/ties.ts';
import { cancel, complete, draft, postpone, revise } from '#office/milestone/write.ts';
import { layDown } from '#office/obligation/laying.ts';
import { done, type Outcome } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';

const destination = ({ id }: { id: string }) => `/workspace/milestones/${id}`;

export const draftMilestone = act({ entry: milestoneEntry, verb: draft, near: nearTo('milestone'), destination });

export const reviseMilestone = act({
  deed: 'milestone.revise',
  entry: milestoneEntry,
  verb: revise,
  near: nearTo('milestone'),
  destination,
  current: async (viewer, id) => {
    const now = await milestoneById(viewer, id);
    return now && { version: now.version, stored: milestoneFields(now) };
  },
});

export const startMilestone = act({ deed: 'milestone.start', entry: startEntry, verb: start, destination, current: newest });
export const noteProgressOfMilestone = act({ deed: 'milestone.noteProgress', entry: progressEntry, verb: noteProgress, destination, current: newest });

export const takeOverMilestone = act({
  entry: takeOverEntry,
  verb: (viewer, { entry: _entry, ...which }) => takeOver(viewer, which),
  destination: ({ id }, { entry }) => `/workspace/milestones/${entry.from ?? id}`,
});

export const completeMilestone = act({ deed: 'milestone.complete', entry: completionEntry, verb: completeAndLeaveTheNext, destination, current: newest });

export const postponeMilestone = act({
  deed: 'milestone.postpone',
  entry: postponementEntry,
  verb: postponeAndAskWhoWaits,
  // Where others wait for it, the way goes on to them: nothing of theirs is moved unasked.
  destination: ({ id, by }) => `/workspace/milestones/${id}${by ? `/dependants?by=${by}` : ''}`,
  current: newest,
});

export const shiftDependant = act({
  entry: shiftEntry,
  verb: (viewer, { entry, ...which }) => shift(viewer, { ...which, by: entry.by ?? 0 }),
  destination: ({ id }, { entry }) => `/workspace/milestones/${entry.of ?? id}/dependants?by=${entry.by ?? 0}`,
});

export const cancelMilestone = act({ deed: 'milestone.cancel', entry: cancellationEntry, verb: cancel, destination, current: newest });

type Completed = Parameters<typeof complete>[1];

/** Doing one time of a recurring duty leaves the next one in the plan, at once. */
async function completeAndLeaveTheNext(viewer: Viewer, posted: Completed): ReturnType<typeof complete> {
  const outcome = await complete(viewer, posted);
  const dutyId = outcome.done ? (await milestoneById(viewer, outcome.value.id))?.obligationId : null;
  if (dutyId) await layDown(posted.today, dutyId);
  return outcome;
}

/** By how many days it was put off, where others wait for it. */
async function postponeAndAskWhoWaits(viewer: Viewer, posted: Parameters<typeof postpone>[1]): Promise<Outcome<{ id: string; by: number | null }>> {
  const before = (await milestoneById(viewer, posted.id))?.planned?.latest;
  const outcome = await postpone(viewer, posted);
  if (!outcome.done) return outcome;
  const by = before && posted.entry.planned.latest ? daysBetween(before, posted.entry.planned.latest) : null;
  const waiting = await dependantsOf(viewer, outcome.value.id);
  return done({ id: outcome.value.id, by: waiting.some((one) => isOpen(milestoneState(one))) ? by : null });
}

/** An act is added to what stands, so what was typed stays as it is: the form only needs the new version. */
async function newest(viewer: Viewer, id: string) {
  const now = await milestoneById(viewer, id);
  return now && { version: now.version, stored: {} };
}
