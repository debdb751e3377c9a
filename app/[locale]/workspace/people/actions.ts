'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { requiredRecordId } from '#office/entry/pieces.ts';
import { anonymise as erase } from '#office/person/anonymise.ts';
import { anonymiseEntry, grantEntry, invitationEntry, personEntry, reasonEntry } from '#office/person/entry.ts';
import * as granting from '#office/person/granting.ts';
import * as linking from '#office/person/linking.ts';
import * as people from '#office/person/write.ts';

const nothing = z.strictObject({});
const own = (_done: unknown, { id }: { id: string }) => `/workspace/people/${id}`;

/** The link is told once; a repeated post of the same form gets the person's page, since the secret is kept nowhere. */
export const invite = act({ entry: invitationEntry, verb: people.invite, destination: ({ id }) => `/workspace/people/${id}`, tell: ({ secret }) => secret });
export const renewLink = act({ entry: nothing, verb: linking.renewLink, destination: own, tell: ({ secret }) => secret });
export const makeReset = act({ entry: nothing, verb: linking.makeReset, destination: own, tell: ({ secret }) => secret });
export const cancelLink = act({ entry: nothing, verb: linking.cancelLink, destination: own });
export const revisePerson = act({ entry: personEntry, verb: people.revise, destination: own });
export const grant = act({ entry: grantEntry, verb: granting.grant, destination: own });
export const revoke = act({
  entry: reasonEntry.extend({ grantId: requiredRecordId }),
  verb: (viewer, { entry, ...posted }) => granting.revoke(viewer, { ...posted, grantId: entry.grantId, reason: entry.reason ?? undefined }), destination: own,
});
export const deactivate = act({ entry: reasonEntry, verb: (viewer, { entry, ...posted }) => people.deactivate(viewer, { ...posted, reason: entry.reason ?? undefined }), destination: own });
export const reactivate = act({ entry: reasonEntry, verb: (viewer, { entry, ...posted }) => people.reactivate(viewer, { ...posted, reason: entry.reason ?? undefined }), destination: own });
export const anonymise = act({ entry: anonymiseEntry, verb: erase, destination: own });
