'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { demandsOf, isRegister, registers } from '#app/registers.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge as mergeRecords } from '#office/double/merge.ts';
import { refused } from '#office/outcome.ts';

export const merge = act({
  entry: z.strictObject({ register: z.string(), ...mergeEntry.shape }),
  verb: async (viewer, { entry: { register, ...entry }, id, version, requestId }) =>
    (isRegister(register) ? mergeRecords(viewer, registers[register].noun, { id, version, requestId, entry, demands: demandsOf(register) }) : refused(404, { field: '', rule: 'notFound' })),
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});
