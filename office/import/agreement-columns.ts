import { agreementTypes, bindings, completenessFlags, inForceRules, languages, procedures, renewals } from '#office/agreement/agreement.ts';
import { cooperationFields, sdgs, sectors } from '#office/vocabulary.ts';
import { choiceColumn, choicesColumn, coded, languageWords } from './coded-columns.ts';
import type { Column } from './column.ts';
import { dateColumn } from './date-columns.ts';
import { moneyColumns } from './money-columns.ts';
import { recordsColumn } from './record-columns.ts';
import { localColumns, numberColumn, plainColumn, sourcesColumn } from './text-columns.ts';

/** Parties stand in two columns, one for each side; a party's side says which. */
const parties = (side: 'us' | 'them', example: string) => recordsColumn({
  key: `parties.${side}`, label: 'agreement.parties', beside: `side.${side}`, list: 'parties', field: 'organisationId', row: { side }, noun: 'organisation', example,
});

/** What a table may say of an agreement. Acts are recorded one by one, each with its guards (DOMAIN section 3), so no table brings them. */
export const agreementColumns: readonly Column[] = [
  ...localColumns({ key: 'title', label: 'agreement.title', needed: true, example: 'agreement' }),
  ...localColumns({ key: 'summary', label: 'agreement.summary' }),
  choiceColumn({ key: 'type', label: 'agreement.type', needed: true, example: 'agreementType', codes: coded(agreementTypes, 'vocabulary.agreementType') }),
  choiceColumn({ key: 'procedure', label: 'agreement.procedure', example: 'procedure', codes: coded(procedures, 'vocabulary.procedure') }),
  choiceColumn({ key: 'binding', label: 'agreement.binding', codes: coded(bindings, 'vocabulary.binding') }),
  parties('us', 'ourParty'),
  parties('them', 'theirParty'),
  choicesColumn({ key: 'fields', label: 'agreement.fields', codes: coded(cooperationFields, 'vocabulary.field') }),
  choicesColumn({ key: 'sectors', label: 'agreement.sectors', codes: coded(sectors, 'vocabulary.dac') }),
  choicesColumn({ key: 'sdgs', label: 'agreement.sdgs', codes: coded(sdgs, 'vocabulary.sdg') }),
  plainColumn({ key: 'registryNo', label: 'agreement.registryNo' }),
  plainColumn({ key: 'classificationNo', label: 'agreement.classificationNo' }),
  ...localColumns({ key: 'signedAt', label: 'agreement.signedAt' }),
  choiceColumn({ key: 'inForceRule', label: 'agreement.inForceRule', codes: coded(inForceRules, 'vocabulary.inForceRule') }),
  dateColumn({ key: 'validFrom', label: 'agreement.validFrom', example: 'date' }),
  dateColumn({ key: 'validTo', label: 'agreement.validTo', example: 'laterDate' }),
  numberColumn({ key: 'termMonths', label: 'agreement.termMonths' }),
  choiceColumn({ key: 'renewal', label: 'agreement.renewal', codes: coded(renewals, 'vocabulary.renewal') }),
  numberColumn({ key: 'renewalMonths', label: 'agreement.renewalMonths' }),
  numberColumn({ key: 'noticeMonths', label: 'agreement.noticeMonths' }),
  choicesColumn({ key: 'authenticLanguages', label: 'agreement.authenticLanguages', codes: languageWords(languages) }),
  ...moneyColumns({ key: 'money', label: 'agreement.money', example: 'amount' }, 'said'),
  choicesColumn({ key: 'completeness', label: 'agreement.completeness', codes: coded(completenessFlags, 'vocabulary.completeness') }),
  plainColumn({ key: 'retentionCategory', label: 'agreement.retentionCategory' }),
  recordsColumn({ key: 'projects', label: 'agreement.projects', list: 'projects', field: 'projectId', noun: 'project' }),
  recordsColumn({ key: 'networks', label: 'agreement.networks', list: 'networks', field: 'networkId', noun: 'organisation', kind: 'network' }),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
