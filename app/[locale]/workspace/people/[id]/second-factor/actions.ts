'use server';

import { act } from '#app/act.ts';
import { resetFactorEntry } from '#office/person/second-factor-entry.ts';
import { resetFactor } from '#office/person/second-factor.ts';

export const reset = act({
  entry: resetFactorEntry, verb: (viewer, { entry, id, version, requestId }) => resetFactor(viewer, { id, version, requestId, reason: entry.reason }),
  destination: (_done, { id }) => `/workspace/people/${id}`,
});
