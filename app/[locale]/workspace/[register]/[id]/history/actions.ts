'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { resumeParameter } from '#components/place.ts';
import { isRegister } from '#app/registers.ts';
import { keepEarlier, unsentThere } from '#app/restoring.ts';
import { refused } from '#office/outcome.ts';

/** Puts the text of an earlier version into the edit form as something not sent yet: it is saved, or proposed, like any other. */
export const restore = act({
  entry: z.strictObject({ register: z.string(), seq: z.coerce.number().int().positive() }),
  verb: async (viewer, { entry: { register, seq }, id, today }) =>
    (isRegister(register) ? keepEarlier(viewer, { register, id, seq, today }) : refused(404, { field: '', rule: 'notFound' })),
  near: unsentThere,
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}/edit?${resumeParameter}=1`,
});
