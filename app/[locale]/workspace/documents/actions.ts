'use server';

import { act } from '#app/act.ts';
import { detach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentFields } from '#office/document/fields.ts';
import { detachEntry } from '#office/document/file-entry.ts';
import { documentById } from '#office/document/read.ts';
import { draft, revise } from '#office/document/write.ts';

export const draftDocument = act({
  entry: documentEntry,
  verb: draft,
  destination: ({ id }) => `/workspace/documents/${id}`,
});

export const reviseDocument = act({
  deed: 'document.revise',
  entry: documentEntry,
  verb: revise,
  destination: ({ id }) => `/workspace/documents/${id}`,
  current: async (viewer, id) => {
    const now = await documentById(viewer, id);
    return now && { version: now.version, stored: documentFields(now) };
  },
});

export const detachFile = act({
  deed: 'document.detach',
  entry: detachEntry,
  verb: detach,
  destination: (_done, { id }) => `/workspace/documents/${id}#files`,
});
