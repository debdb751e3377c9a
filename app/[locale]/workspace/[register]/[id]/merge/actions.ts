'use server';

import { act } from '#app/act.ts';
import { mergeAsSaid, mergeForm } from '#app/merging.ts';
import { isRegister, registers } from '#app/registers.ts';
import { refused } from '#office/outcome.ts';

export const merge = act({
  entry: mergeForm,
  deed: ({ register }) => (isRegister(register) ? `${registers[register].noun}.merge` : ''),
  verb: async (viewer, posted) => {
    const { register } = posted.entry;
    return isRegister(register) ? mergeAsSaid(viewer, registers[register].noun, posted) : refused(404, { field: '', rule: 'notFound' });
  },
  destination: (_done, { entry, id }) => `/workspace/${entry.register}/${id}`,
});
