import * as z from 'zod';
import { choice, fuzzyDate, isoDay, issue, line, localText, optionalLine, recordId, requiredChoice, requiredLocalText, tick, wholeNumber } from '#office/entry/pieces.ts';
import { dutyKinds, obligationStates, ruleOf } from './obligation.ts';

/** A recurrence rule as a row of a long form carries it along. */
const rule = line(200).transform((text, at): string | null => {
  if (text === '') return null;
  if (/^FREQ=[A-Z0-9=;,+-]+$/.test(text)) return text;
  at.addIssue(issue('notAChoice'));
  return z.NEVER;
});

/** One duty of a party or member, as a row of a form. */
export const obligationRow = z.strictObject({
  id: recordId,
  text: requiredLocalText(1000),
  organisationId: recordId,
  due: fuzzyDate,
  recurrence: rule,
  state: choice(obligationStates).transform((state) => state ?? 'open' as const),
  evidence: localText(500),
});
export type ObligationRow = z.output<typeof obligationRow>;

/** How often, in the words of the form; `kept` carries along a rule that the form has no words for. */
export const repeatings = ['once', 'years', 'months', 'kept'] as const;

/** One duty on a page of its own: when it falls due for the first time, how often again, and what its milestones are. */
export const dutyEntry = z.strictObject({
  dutyId: recordId,
  text: requiredLocalText(300),
  organisationId: recordId,
  due: fuzzyDate,
  repeats: requiredChoice(repeatings),
  every: wholeNumber({ min: 1, max: 120 }),
  until: isoDay,
  rule: optionalLine(200),
  kind: choice(dutyKinds),
  ownerId: recordId,
  deputyId: recordId,
  isPublic: tick,
}).superRefine(({ repeats, due, until, rule: kept }, at) => {
  if (repeats === 'once') return;
  if (!due) at.addIssue({ ...issue('firstTimeNeeded'), path: ['due', 'year'] });
  if (until && due?.earliest && until < due.earliest) at.addIssue({ ...issue('endBeforeStart'), path: ['until'] });
  if (repeats === 'kept' && !kept) at.addIssue({ ...issue('required'), path: ['repeats'] });
}).transform(({ repeats, every, until, rule: kept, ...entry }) => ({
  ...entry, recurrence: repeats === 'once' ? null : repeats === 'kept' ? kept : ruleOf({ every: every ?? 1, unit: repeats, until }),
}));
export type DutyEntry = z.output<typeof dutyEntry>;

/** It was done, or is no longer asked for: what shows it. */
export const settlementEntry = z.strictObject({
  dutyId: recordId,
  state: requiredChoice(['done', 'waived']),
  evidence: requiredLocalText(500),
});
export type SettlementEntry = z.output<typeof settlementEntry>;
