import * as z from 'zod';
import { isoDay, requiredChoice, requiredRecordId } from '#office/entry/pieces.ts';
import { ruleNames } from './reminder.ts';

/** Which day of which record somebody has seen. */
export const acknowledgementEntry = z.strictObject({ rule: requiredChoice(ruleNames), recordId: requiredRecordId, dueOn: isoDay });
export type AcknowledgementEntry = z.output<typeof acknowledgementEntry>;
