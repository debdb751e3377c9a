'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeById } from '#office/programme/read.ts';
import { draft, revise } from '#office/programme/write.ts';

export const draftProgramme = act({
  entry: programmeEntry,
  verb: draft,
  near: nearTo('programme'),
  destination: ({ id }) => `/workspace/programmes/${id}`,
});

export const reviseProgramme = act({
  deed: 'programme.revise',
  entry: programmeEntry,
  verb: revise,
  near: nearTo('programme'),
  destination: ({ id }) => `/workspace/programmes/${id}`,
  current: async (viewer, id) => {
    const now = await programmeById(viewer, id);
    return now && { version: now.version, stored: programmeFields(now) };
  },
});
