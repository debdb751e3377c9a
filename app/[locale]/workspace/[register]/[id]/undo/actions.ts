'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { isRegister, registers } from '#app/registers.ts';
import { refused } from '#office/outcome.ts';
import { undo as undoLast, undoEntry } from '#office/undoing.ts';

export const undo = act({
  entry: z.strictObject({ register: z.string(), ...undoEntry.shape }),
  verb: async (viewer, { entry: { register, seq }, id, requestId }) =>
    (isRegister(register) ? undoLast(viewer, registers[register].noun, { id, requestId, seq }) : refused(404, { field: '', rule: 'notFound' })),
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});
