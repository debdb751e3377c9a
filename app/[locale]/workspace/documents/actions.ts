'use server';

import { act } from '#app/act.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentFields } from '#office/document/fields.ts';
import { documentById } from '#office/document/read.ts';
import { draft, revise } from '#office/document/write.ts';

export const draftDocument = act({
  entry: documentEntry,
  verb: draft,
  destination: ({ id }) => `/workspace/documents/${id}`,
});

export const reviseDocument = act({
  entry: documentEntry,
  verb: revise,
  destination: ({ id }) => `/workspace/documents/${id}`,
  current: async (viewer, id) => {
    const now = await documentById(viewer, id);
    return now && { version: now.version, stored: documentFields(now) };
  },
});
