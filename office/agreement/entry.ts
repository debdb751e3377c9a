import * as z from 'zod';
import type { FuzzyDate } from '#db/columns.ts';
import {
  choice, fuzzyDate, isoDay, issue, localText, money, optionalLine, recordId, requiredChoice, requiredLocalText, requiredRecordId, rowsOf, source,
  tick, ticks, wholeNumber,
} from '#office/entry/pieces.ts';
import { obligationRow } from '#office/obligation/entry.ts';
import { cooperationFields, sdgs, sectors } from '#office/vocabulary.ts';
import { broughtAct } from './act-entry.ts';
import {
  agreementTypes, bindings, completenessFlags, inForceRules, languages, linkKinds, partyRoles, procedures, renewals, sides,
} from './agreement.ts';

/** A party as a row of a form; its role is signatory unless the form says otherwise. */
export const partyRow = z.strictObject({
  id: recordId,
  organisationId: requiredRecordId,
  role: choice(partyRoles).transform((role) => role ?? 'signatory' as const),
  side: requiredChoice(sides),
  signatory: optionalLine(200),
  signatoryOffice: localText(200),
  note: localText(500),
  inferred: tick,
});
export type PartyRow = z.output<typeof partyRow>;

/** A century of months is longer than any term the City has agreed to. */
const months = wholeNumber({ min: 0, max: 1200 });

const columns = {
  title: requiredLocalText(300),
  summary: localText(8000),
  type: requiredChoice(agreementTypes),
  procedure: choice(procedures),
  binding: choice(bindings),
  fields: ticks(cooperationFields),
  sectors: ticks(sectors),
  sdgs: ticks(sdgs),
  registryNo: optionalLine(60),
  classificationNo: optionalLine(60),
  signedAt: localText(120),
  inForceRule: choice(inForceRules),
  validFrom: fuzzyDate,
  validTo: fuzzyDate,
  termMonths: months,
  renewal: choice(renewals),
  renewalMonths: months,
  noticeMonths: months,
  authenticLanguages: ticks(languages),
  money,
  completeness: ticks(completenessFlags),
  retentionCategory: optionalLine(60),
  ownerId: recordId,
  deputyId: recordId,
  embargoUntil: isoDay,
  parties: rowsOf(partyRow),
  links: rowsOf(z.strictObject({ kind: requiredChoice(linkKinds), otherId: requiredRecordId })),
  projects: rowsOf(z.strictObject({ projectId: requiredRecordId })),
  networks: rowsOf(z.strictObject({ networkId: requiredRecordId })),
  obligations: rowsOf(obligationRow),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
};

/** What may be entered of an agreement. A draft needs a title and a type, so that it can be found and numbered. Acts are no part of it: they are recorded. */
export const agreementEntry = z.strictObject(columns).superRefine(inOrder);
export type AgreementEntry = z.output<typeof agreementEntry>;

/** An agreement with what is known of its acts, as a table brings it. */
export const agreementWithActs = z.strictObject({ ...columns, acts: rowsOf(broughtAct) }).superRefine(inOrder);
export type AgreementWithActs = z.output<typeof agreementWithActs>;

/** One party more. */
export const partyEntry = partyRow.omit({ id: true });
export type PartyEntry = z.output<typeof partyEntry>;

type Ordered = Pick<AgreementEntry, 'renewal' | 'renewalMonths' | 'termMonths' | 'validFrom' | 'validTo' | 'parties' | 'links' | 'projects' | 'networks'>;

function inOrder(entry: Ordered, at: z.RefinementCtx): void {
  if (entry.renewal === 'tacit' && entry.renewalMonths === 0) at.addIssue({ ...issue('renewalNeedsMonths'), path: ['renewalMonths'] });
  if (entry.termMonths === 0) at.addIssue({ ...issue('atLeast', { min: 1 }), path: ['termMonths'] });
  if (endsBefore(entry.validTo, entry.validFrom)) at.addIssue({ ...issue('endBeforeStart'), path: ['validTo', 'year'] });
  for (const place of twice(entry.parties.map(({ organisationId, role }) => `${organisationId} ${role}`))) {
    at.addIssue({ ...issue('twice'), path: ['parties', place, 'organisationId'] });
  }
  for (const place of twice(entry.links.map(({ kind, otherId }) => `${kind} ${otherId}`))) at.addIssue({ ...issue('twice'), path: ['links', place, 'otherId'] });
  for (const place of twice(entry.projects.map(({ projectId }) => projectId))) at.addIssue({ ...issue('twice'), path: ['projects', place, 'projectId'] });
  for (const place of twice(entry.networks.map(({ networkId }) => networkId))) at.addIssue({ ...issue('twice'), path: ['networks', place, 'networkId'] });
}

function endsBefore(end: FuzzyDate | null, start: FuzzyDate | null): boolean {
  return Boolean(end?.latest && start?.earliest && end.latest < start.earliest);
}

/** Places at which something stands that stood before. */
function twice(keys: readonly string[]): number[] {
  return keys.flatMap((key, place) => (keys.indexOf(key) < place ? [place] : []));
}
