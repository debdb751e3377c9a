import * as z from 'zod';
import type { FuzzyDate } from '#db/columns.ts';
import { choice, fuzzyDate, issue, known, localText, money, optionalLine, recordId, requiredChoice, requiredLine, rowsOf, source } from '#office/entry/pieces.ts';
import { obligationRow } from '#office/obligation/entry.ts';
import { faultsOf, feePeriods, membershipActKinds } from './membership.ts';

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
  representatives: rowsOf(representativeRow),
  obligations: rowsOf(obligationRow),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
});
export type MembershipEntry = z.output<typeof membershipEntry>;

const acted = { kind: requiredChoice(membershipActKinds), on: fuzzyDate, number: optionalLine(60), note: localText(1000) };

/** A membership with what is known of its acts, as a table or the office's own facts bring it. A form never carries acts: they are recorded. */
export const membershipWithActs = membershipEntry.extend({ ownerId: recordId, deputyId: recordId, acts: rowsOf(z.strictObject({ id: recordId, ...acted })) }).superRefine((entry, at) => {
  for (const fault of faultsOf(entry.acts)) at.addIssue({ ...issue(fault.rule), path: ['acts', fault.at, 'kind'] });
});
export type MembershipWithActs = z.output<typeof membershipWithActs>;

/** An act that follows now: dated, a decision under its number, a suspension with its reason. */
export const membershipActEntry = z.strictObject({ known, ...acted }).superRefine((entry, at) => {
  for (const field of neededBy(entry.kind)) if (!entry[field]) at.addIssue({ ...issue('required'), path: pathTo[field] });
});
export type MembershipActEntry = z.output<typeof membershipActEntry>;

/** An act of the past found in a source: it may lack everything but its kind. */
export const oldMembershipActEntry = z.strictObject(acted);
export type OldMembershipActEntry = z.output<typeof oldMembershipActEntry>;

/** Without what an act of this kind is not entered. */
export function neededBy(kind: (typeof membershipActKinds)[number]): readonly ('on' | 'number' | 'note')[] {
  return ['on', ...(decisions.includes(kind) ? ['number' as const] : []), ...(kind === 'suspended' ? ['note' as const] : [])];
}

const pathTo = { on: ['on', 'year'], number: ['number'], note: ['note', 'sr-Cyrl'] };
const decisions: readonly string[] = ['decided', 'withdrawal_decided'];

function endsBefore(end: FuzzyDate | null, start: FuzzyDate | null): boolean {
  return Boolean(end?.latest && start?.earliest && end.latest < start.earliest);
}
