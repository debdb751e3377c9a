import * as z from 'zod';
import type { FuzzyDate } from '#db/columns.ts';
import { choice, fuzzyDate, issue, localText, money, optionalLine, recordId, requiredChoice, requiredLine, rowsOf, source } from '#office/entry/pieces.ts';
import { obligationRow } from '#office/obligation/entry.ts';
import { faultsOf, feePeriods, membershipActKinds } from './membership.ts';

const actRow = z.strictObject({
  id: recordId, kind: requiredChoice(membershipActKinds), on: fuzzyDate, number: optionalLine(60), note: localText(1000),
});

const representativeRow = z.strictObject({
  id: recordId, holder: requiredLine(200), office: localText(200), body: localText(200), validFrom: fuzzyDate, validTo: fuzzyDate,
}).superRefine((row, at) => {
  if (endsBefore(row.validTo, row.validFrom)) at.addIssue({ ...issue('endBeforeStart'), path: ['validTo', 'year'] });
});

/** What may be entered of a membership. A draft may lack everything; publishing asks for network, member and a source. */
export const membershipEntry = z.strictObject({
  networkId: recordId,
  memberId: recordId,
  joinedEvent: localText(300),
  joinedPlace: localText(120),
  legalBasis: localText(1000),
  fee: money,
  feePeriod: choice(feePeriods),
  benefit: localText(4000),
  endedReason: localText(1000),
  acts: rowsOf(actRow),
  representatives: rowsOf(representativeRow),
  obligations: rowsOf(obligationRow),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
}).superRefine((entry, at) => {
  for (const fault of faultsOf(entry.acts)) at.addIssue({ ...issue(fault.rule), path: ['acts', fault.at, 'kind'] });
});
export type MembershipEntry = z.output<typeof membershipEntry>;

/** One act to be recorded on a membership. */
export const membershipActEntry = z.strictObject({
  kind: requiredChoice(membershipActKinds), on: fuzzyDate, number: optionalLine(60), note: localText(1000),
});
export type MembershipActEntry = z.output<typeof membershipActEntry>;

function endsBefore(end: FuzzyDate | null, start: FuzzyDate | null): boolean {
  return Boolean(end?.latest && start?.earliest && end.latest < start.earliest);
}
