import * as z from 'zod';
import { requiredLine, requiredRecordId, wholeNumber } from '#office/entry/pieces.ts';

/** Which record is the double, from which version of it, and which of its fields stand in the place of the kept record's. */
export const mergeEntry = z.strictObject({
  doubleId: requiredRecordId,
  /** Absent where nobody compared: then whatever stands is merged. */
  doubleVersion: wholeNumber({ min: 1, max: 2_147_483_647 }),
  /** Names of columns in the code („name“, „signedAt“). */
  take: z.union([z.string(), z.array(z.string())]).optional().transform((held) => (held === undefined ? [] : [held].flat())),
  reason: requiredLine(1000),
});
export type MergeEntry = z.output<typeof mergeEntry>;
