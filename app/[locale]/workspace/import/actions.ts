'use server';

import { act } from '#app/act.ts';
import { check } from '#office/import/checking.ts';
import { confirmEntry, mapEntry, nothingEntry } from '#office/import/entry.ts';
import { confirm, map, resume, stop } from '#office/import/write.ts';

const patience = 1_500;

export const mapImport = act({
  entry: mapEntry,
  verb: async (viewer, posted) => {
    const mapped = await map(viewer, posted);
    // A short table is judged before the page comes back; a long one by the job.
    if (mapped.done) await check(mapped.value.id, { today: () => posted.today, patience });
    return mapped;
  },
  destination: ({ id }) => `/workspace/import/${id}`,
});

export const confirmImport = act({ entry: confirmEntry, verb: confirm, destination: ({ id }) => `/workspace/import/${id}` });

export const stopImport = act({ entry: nothingEntry, verb: stop, destination: ({ id }) => `/workspace/import/${id}` });

export const resumeImport = act({ entry: nothingEntry, verb: resume, destination: ({ id }) => `/workspace/import/${id}` });
