import * as z from 'zod';
import { choice, fuzzyDate, issue, localText, optionalLine, recordId, requiredChoice, requiredLocalText, requiredRecordId, rowsOf, source, tick, wholeNumber } from '#office/entry/pieces.ts';
import { milestoneActKinds, milestoneKinds, planViews } from './milestone.ts';

/** What may be entered of a milestone. A draft needs a title only, so that it can be found again. */
export const milestoneEntry = z.strictObject({
  title: requiredLocalText(300),
  kind: choice(milestoneKinds),
  planned: fuzzyDate,
  progress: wholeNumber({ min: 0, max: 100 }).transform((percent) => percent ?? 0),
  isPublic: tick,
  ownerId: recordId,
  deputyId: recordId,
  agreementId: recordId,
  membershipId: recordId,
  projectId: recordId,
  programmeId: recordId,
  // Milestones of the same project that must be done before it.
  dependsOn: rowsOf(z.strictObject({ milestoneId: requiredRecordId })),
  // The acts stand in the form so that a wrong one can be corrected; new ones come by complete, postpone and cancel.
  acts: rowsOf(z.strictObject({
    id: recordId, kind: requiredChoice(milestoneActKinds), on: fuzzyDate, plannedBefore: fuzzyDate, note: localText(500),
  })).superRefine((acts, at) => {
    // Reached and given up are final, so one of them stands, and once.
    const finals = acts.flatMap(({ kind }, place) => (kind === 'done' || kind === 'cancelled' ? [place] : []));
    for (const place of finals.slice(1)) at.addIssue({ ...issue('finalTwice'), path: [place, 'kind'] });
  }),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
});
export type MilestoneEntry = z.output<typeof milestoneEntry>;

/** Work on it has begun: on which day, unknown if need be, and how far it is. */
export const startEntry = z.strictObject({ on: fuzzyDate, progress: wholeNumber({ min: 0, max: 99 }), note: localText(500) });
export type StartEntry = z.output<typeof startEntry>;

/** How far it is now, in per cent; the words stand in the history. */
export const progressEntry = z.strictObject({
  progress: wholeNumber({ min: 0, max: 100 }).transform((percent, at): number => {
    if (percent !== null) return percent;
    at.addIssue(issue('required'));
    return z.NEVER;
  }),
  reason: optionalLine(500),
});
export type ProgressEntry = z.output<typeof progressEntry>;

/** Reaching it: on which day, unknown if need be; `despite` says that it was reached though what it waits for is still open. */
export const completionEntry = z.strictObject({ on: fuzzyDate, note: localText(500), despite: tick });
export type CompletionEntry = z.output<typeof completionEntry>;

/** The date that takes the place of the planned one, and why. */
export const postponementEntry = z.strictObject({
  planned: fuzzyDate.transform((date, at) => {
    if (date) return date;
    at.addIssue({ ...issue('required'), path: ['year'] });
    return z.NEVER;
  }),
  note: localText(500),
});
export type PostponementEntry = z.output<typeof postponementEntry>;

/** Giving it up needs a reason, which the public reads. */
export const cancellationEntry = z.strictObject({ on: fuzzyDate, note: requiredLocalText(500) });
export type CancellationEntry = z.output<typeof cancellationEntry>;

/** One press; `from` is the view in which it was pressed. */
export const takeOverEntry = z.strictObject({ from: choice(planViews) });

/** A milestone that waits for the postponed one (`of`) is put off by as many days. */
export const shiftEntry = z.strictObject({ of: recordId, by: wholeNumber({ min: 1, max: 36_525 }) });
