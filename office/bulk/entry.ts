import * as z from 'zod';
import { choice, line, recordId, requiredChoice, requiredLocalText, ticks } from '#office/entry/pieces.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { bulkVerbs } from './bulk.ts';

/** The register, and what its table was narrowed, ordered and shown by: the way back leads there. */
const table = { register: line(40), query: line(2_000) };

const ids = (held: readonly string[]) => held.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));

/** What the bar over a table sends: the boxes that are ticked on the page, those ticked on other pages, or all that match the query. */
export const chosenEntry = z.strictObject({
  ...table, verb: choice(bulkVerbs), all: line(1),
  chosen: z.union([z.string(), z.array(z.string())]).default([]).transform((held) => ids([held].flat())),
  elsewhere: z.string().default('').transform((held) => ids(held.split(','))),
});
export type ChosenEntry = z.output<typeof chosenEntry>;

export const goOnEntry = z.strictObject(table);
export type GoOnEntry = z.output<typeof goOnEntry>;

const fields = ticks(cooperationFields).superRefine((chosen, at) => {
  if (chosen.length === 0) at.addIssue({ code: 'custom', params: { rule: 'required', values: {} } });
});

/** What each act asks besides the records. */
export const detailsEntries = {
  assign: z.strictObject({ ...table, ownerId: recordId }),
  classify: z.strictObject({ ...table, fields, how: requiredChoice(['add', 'remove', 'replace'] as const) }),
  verify: z.strictObject({ ...table, verification: requiredChoice(['checked', 'disputed'] as const), reason: line(1_000) }),
  publish: z.strictObject(table),
  withdraw: z.strictObject({ ...table, publicReason: requiredLocalText(1000) }),
};
