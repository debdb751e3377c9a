'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { oldProjectActEntry, projectActEntry, projectEntry } from '#office/project/entry.ts';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/project/record-act.ts';
import { draft, revise } from '#office/project/write.ts';

export const draftProject = act({
  entry: projectEntry,
  verb: draft,
  near: nearTo('project'),
  destination: ({ id }) => `/workspace/projects/${id}`,
});

export const reviseProject = act({
  deed: 'project.revise',
  entry: projectEntry,
  verb: revise,
  near: nearTo('project'),
  destination: ({ id }) => `/workspace/projects/${id}`,
  current: async (viewer, id) => {
    const now = await projectById(viewer, id);
    return now && { version: now.version, stored: projectFields(now) };
  },
});

// An act is added to what stands, so no version is compared: the rules are asked of the record as it is by then.
export const recordProjectAct = act({
  deed: 'project.recordAct',
  entry: projectActEntry,
  verb: recordAct,
  destination: ({ id }) => `/workspace/projects/${id}`,
});

export const recordOldProjectAct = act({
  deed: 'project.recordOldAct',
  entry: oldProjectActEntry,
  verb: recordOldAct,
  destination: ({ id }) => `/workspace/projects/${id}`,
});

export const strikeProjectAct = act({
  deed: 'project.strikeAct',
  entry: strikeEntry,
  verb: strikeAct,
  destination: ({ id }) => `/workspace/projects/${id}`,
  current: async (viewer, id) => {
    const now = await projectById(viewer, id);
    return now && { version: now.version, stored: {} };
  },
});
