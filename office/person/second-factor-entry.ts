import * as z from 'zod';
import { requiredLine, requiredRecordId } from '#office/entry/pieces.ts';

/** Six digits of the app, or a recovery code; which of the two, and whether it fits, is asked when it is used. */
const secondCode = requiredLine(60);

export const secondStepEntry = z.strictObject({ secondCode, next: z.string().default('') });
export const proveEntry = z.strictObject({ secondCode });
/** The second step over a form that waits: only the person `who`, by id, comes in. */
export const codeAgainEntry = z.strictObject({ secondCode, who: requiredRecordId });
/** Why an admin takes it from somebody stands in the history. */
export const resetFactorEntry = z.strictObject({ reason: requiredLine(500) });
