'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { requiredRecordId } from '#office/entry/pieces.ts';
import { grantEntry, invitationEntry, personEntry } from '#office/person/entry.ts';
import * as people from '#office/person/write.ts';

const nothing = z.strictObject({});
const own = (_done: unknown, { id }: { id: string }) => `/workspace/people/${id}`;

/** The link is told once; a repeated post of the same form gets the person's page, since the secret is kept nowhere. */
export const invite = act({ entry: invitationEntry, verb: people.invite, destination: ({ id }) => `/workspace/people/${id}`, tell: ({ secret }) => secret });
export const renewLink = act({ entry: nothing, verb: (viewer, { id, requestId }) => people.renewLink(viewer, { id, requestId }), destination: own, tell: ({ secret }) => secret });
export const revisePerson = act({ entry: personEntry, verb: people.revise, destination: own });
export const grant = act({ entry: grantEntry, verb: people.grant, destination: own });
export const revoke = act({
  entry: z.strictObject({ grantId: requiredRecordId }),
  verb: (viewer, { entry, ...posted }) => people.revoke(viewer, { ...posted, grantId: entry.grantId }), destination: own,
});
export const deactivate = act({ entry: nothing, verb: people.deactivate, destination: own });
export const reactivate = act({ entry: nothing, verb: people.reactivate, destination: own });
