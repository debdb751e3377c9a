'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { secondFactorPlace, whoeverSignedIn } from '#app/viewer.ts';
import { beginFactor, dropFactor, proveFactor, renewRecoveryCodes } from '#office/person/second-factor.ts';
import { proveEntry } from '#office/person/second-factor-entry.ts';

const nothing = z.strictObject({});

export const begin = act({ entry: nothing, asked: whoeverSignedIn, verb: beginFactor, destination: () => `${secondFactorPlace}/set-up` });

/** The recovery codes are told once; a form that is sent twice gets the page on which new ones are made. */
export const prove = act({
  entry: proveEntry, asked: whoeverSignedIn, verb: (viewer, { entry, requestId }) => proveFactor(viewer, { code: entry.secondCode, requestId }),
  destination: () => secondFactorPlace, tell: ({ codes }) => codes?.join(' ') ?? null,
});

export const renewCodes = act({
  entry: nothing, verb: (viewer, { requestId }) => renewRecoveryCodes(viewer, { requestId }), destination: () => secondFactorPlace, tell: ({ codes }) => codes?.join(' ') ?? null,
});

export const drop = act({ entry: nothing, verb: (viewer, { requestId, today }) => dropFactor(viewer, { requestId, today }), destination: () => secondFactorPlace });
