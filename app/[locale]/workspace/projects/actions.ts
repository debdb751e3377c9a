'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { projectActEntry, projectEntry } from '#office/project/entry.ts';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import { draft, recordAct, revise } from '#office/project/write.ts';

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

export const recordProjectAct = act({
  deed: 'project.recordAct',
  entry: projectActEntry,
  verb: recordAct,
  destination: ({ id }) => `/workspace/projects/${id}`,
  // An act is added to what stands, so it fits every version of the record: the form only needs the new one.
  current: async (viewer, id) => {
    const now = await projectById(viewer, id);
    return now && { version: now.version, stored: {} };
  },
});
