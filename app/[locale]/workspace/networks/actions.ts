'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { membershipActEntry, membershipEntry, oldMembershipActEntry } from '#office/membership/entry.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/membership/record-act.ts';
import { draft, revise } from '#office/membership/write.ts';

export const draftMembership = act({
  entry: membershipEntry,
  verb: draft,
  near: nearTo('membership'),
  destination: ({ id }) => `/workspace/networks/${id}`,
});

export const reviseMembership = act({
  deed: 'membership.revise',
  entry: membershipEntry,
  verb: revise,
  near: nearTo('membership'),
  destination: ({ id }) => `/workspace/networks/${id}`,
  current: async (viewer, id) => {
    const now = await membershipById(viewer, id);
    return now && { version: now.version, stored: membershipFields(now) };
  },
});

export const recordMembershipAct = act({
  deed: 'membership.recordAct',
  entry: membershipActEntry,
  verb: recordAct,
  destination: ({ id }) => `/workspace/networks/${id}`,
});

export const recordOldMembershipAct = act({
  deed: 'membership.recordOldAct',
  entry: oldMembershipActEntry,
  verb: recordOldAct,
  destination: ({ id }) => `/workspace/networks/${id}`,
});

export const strikeMembershipAct = act({
  deed: 'membership.strikeAct',
  entry: strikeEntry,
  verb: strikeAct,
  destination: ({ id }) => `/workspace/networks/${id}`,
  current: async (viewer, id) => {
    const now = await membershipById(viewer, id);
    return now && { version: now.version, stored: {} };
  },
});
