import * as z from 'zod';
import { tick } from '#office/entry/pieces.ts';

/** For each heading, by its place in the table (`c0`), the column of the register that it fills; '' for none. */
export const mapEntry = z.strictObject({
  columns: z.record(z.string().regex(/^c\d{1,3}$/), z.string().max(100)).default({}),
  entersUnknown: tick,
});
export type MapEntry = z.output<typeof mapEntry>;

/** With rows that are wrong the person says what becomes of the others. */
export const confirmEntry = z.strictObject({ rest: z.enum(['good', 'nothing']).optional().catch(undefined) });
export type ConfirmEntry = z.output<typeof confirmEntry>;

export const nothingEntry = z.strictObject({});
