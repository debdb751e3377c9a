'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { draft, revise } from '#office/organisation/write.ts';

export const draftOrganisation = act({
  entry: organisationEntry,
  verb: draft,
  near: nearTo('organisation'),
  destination: ({ id }) => `/workspace/partners/${id}`,
});

export const reviseOrganisation = act({
  deed: 'organisation.revise',
  entry: organisationEntry,
  verb: revise,
  near: nearTo('organisation'),
  destination: ({ id }) => `/workspace/partners/${id}`,
  current: async (viewer, id) => {
    const now = await organisationById(viewer, id);
    return now && { version: now.version, stored: organisationFields(now) };
  },
});
