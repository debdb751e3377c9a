import * as z from 'zod';
import { choice, fuzzyDate, issue, localText, money, optionalLine, recordId, requiredChoice, requiredLocalText, requiredRecordId, rowsOf, source } from '#office/entry/pieces.ts';
import { countryCodes } from '#messages/names.ts';
import { partnerRoles } from '#office/vocabulary.ts';
import { iatiRoles } from './programme.ts';

const partnerRow = z.strictObject({
  id: recordId,
  organisationId: requiredRecordId,
  role: requiredChoice(partnerRoles),
  iatiRole: choice(iatiRoles).transform((role) => (role === null ? null : Number(role))),
  note: localText(500),
});

/** What may be entered of a programme. A draft needs a name, so that it can be found again. */
export const programmeEntry = z.strictObject({
  name: requiredLocalText(300),
  acronym: localText(40),
  instrument: localText(500),
  purpose: localText(8000),
  objectives: rowsOf(requiredLocalText(1000)),
  eligible: localText(2000),
  priorityAxes: rowsOf(requiredLocalText(1000)),
  periodFrom: fuzzyDate,
  periodTo: fuzzyDate,
  cci: optionalLine(40),
  countries: rowsOf(choice(countryCodes)).transform((codes) => [...new Set(codes.filter((code) => code !== null))]),
  funderId: recordId,
  funderNote: localText(500),
  managingAuthorityId: recordId,
  nationalAuthorityId: recordId,
  jointSecretariat: localText(300),
  amounts: rowsOf(money).transform((amounts) => amounts.filter((one) => one !== null)),
  partners: rowsOf(partnerRow),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
}).superRefine(({ periodFrom, periodTo }, at) => {
  if (periodTo?.latest && periodFrom?.earliest && periodTo.latest < periodFrom.earliest) {
    at.addIssue({ ...issue('endBeforeStart'), path: ['periodTo', 'year'] });
  }
});
export type ProgrammeEntry = z.output<typeof programmeEntry>;
