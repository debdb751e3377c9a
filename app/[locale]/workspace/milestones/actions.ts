'use server';

import { act } from '#app/act.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { cancel, complete, draft, postpone, revise } from '#office/milestone/write.ts';
import type { Viewer } from '#office/viewer.ts';

const destination = ({ id }: { id: string }) => `/workspace/milestones/${id}`;

export const draftMilestone = act({ entry: milestoneEntry, verb: draft, destination });

export const reviseMilestone = act({
  entry: milestoneEntry,
  verb: revise,
  destination,
  current: async (viewer, id) => {
    const now = await milestoneById(viewer, id);
    return now && { version: now.version, stored: milestoneFields(now) };
  },
});

export const completeMilestone = act({ entry: completionEntry, verb: complete, destination, current: newest });
export const postponeMilestone = act({ entry: postponementEntry, verb: postpone, destination, current: newest });
export const cancelMilestone = act({ entry: cancellationEntry, verb: cancel, destination, current: newest });

/** An act is added to what stands, so what was typed stays as it is: the form only needs the new version. */
async function newest(viewer: Viewer, id: string) {
  const now = await milestoneById(viewer, id);
  return now && { version: now.version, stored: {} };
}
