'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { registerName } from '#app/register-name.ts';
import { hasAddress, registers } from '#app/registers.ts';
import { optionalLine, requiredChoice, requiredLocalText } from '#office/entry/pieces.ts';
import { refused } from '#office/outcome.ts';
import { addressEntry } from '#office/readdressing.ts';

const register = registerName;

export const publish = act({
  entry: z.strictObject({ register }),
  verb: (viewer, { entry, id, version, requestId, today }) => registers[entry.register].verbs.publish(viewer, { id, version, requestId, today }),
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});

export const withdraw = act({
  entry: z.strictObject({ register, publicReason: requiredLocalText(1000) }),
  verb: (viewer, { entry, id, version, requestId }) =>
    registers[entry.register].verbs.withdraw(viewer, { id, version, requestId, reason: entry.publicReason }),
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});

export const verify = act({
  entry: z.strictObject({ register, verification: requiredChoice(['checked', 'disputed'] as const), reason: optionalLine(1000) }),
  verb: (viewer, { entry, id, version, requestId, today }) => registers[entry.register].verbs.verify(viewer, {
    id, version, requestId, today, verification: entry.verification, reason: entry.reason ?? undefined,
  }),
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});

export const readdress = act({
  entry: z.strictObject({ register, ...addressEntry.shape }),
  verb: async (viewer, { entry: { register: name, slug }, id, version, requestId }) => {
    if (!hasAddress(name)) return refused(404, { field: '', rule: 'notFound' });
    return registers[name].verbs.readdress(viewer, { id, version, requestId, entry: { slug } });
  },
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});
