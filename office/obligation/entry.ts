import * as z from 'zod';
import { choice, fuzzyDate, localText, recordId, requiredLocalText } from '#office/entry/pieces.ts';
import { obligationStates, recurrences } from './obligation.ts';

/** One duty of a party or member, as a row of a form. */
export const obligationRow = z.strictObject({
  id: recordId,
  text: requiredLocalText(1000),
  organisationId: recordId,
  due: fuzzyDate,
  recurrence: choice(recurrences),
  state: choice(obligationStates).transform((state) => state ?? 'open' as const),
  evidence: localText(500),
});
export type ObligationRow = z.output<typeof obligationRow>;
