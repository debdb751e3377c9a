import { actKinds, agreementTypes, bindings, completenessFlags, inForceRules, languages, procedures, renewals, type ActKind } from '#office/agreement/agreement.ts';
import { cooperationFields, sdgs, sectors } from '#office/vocabulary.ts';
import type { FormValues } from '#office/outcome.ts';
import { actColumn, actDetailColumn } from './act-columns.ts';
import { choiceColumn, choicesColumn, coded, languageWords } from './coded-columns.ts';
import { first, type Column } from './column.ts';
import { dateColumn } from './date-columns.ts';
import { dutyColumns } from './duty-columns.ts';
import { moneyColumns } from './money-columns.ts';
import { partiesColumn, signatoryColumn } from './party-columns.ts';
import { personColumn } from './person-columns.ts';
import { recordsColumn } from './record-columns.ts';
import { localColumns, numberColumn, plainColumn, sourcesColumn } from './text-columns.ts';

/** Where the assembly of our town alone decides, its decision stands for no other party (DOMAIN section 5, art. 88). */
const ours = (values: FormValues): Record<string, string[]> => (first(values, 'procedure') === 'domestic_intermunicipal' ? { side: ['us'] } : {});

/** Acts that may come again. */
const recurring: readonly ActKind[] = ['amendment', 'renewal', 'suspension', 'resumption', 'notice', 'notice_withdrawn', 'party_withdrawal'];
const examples: Partial<Record<ActKind, string>> = { council_decision: 'decisionDate', signature: 'date' };

/** What a table may say of an act besides its day; its day alone is asked of the others. */
const details: Partial<Record<ActKind, readonly Column[]>> = {
  council_decision: [
    detail('number', { example: 'actNumber' }), detail('session'), choicesColumn({ key: 'areas', label: 'agreementAct.areas', codes: coded(cooperationFields, 'vocabulary.field') }),
    detail('budgetLine'), detail('gazette', { example: 'gazette' }),
  ],
  consent_request: [detail('number')],
  consent_given: [detail('number'), detail('gazette')],
  consent_refused: [detail('number')],
  authorisation_to_sign: [detail('number')],
  ratification: [detail('number'), detail('gazette')],
  publication_in_gazette: [detail('gazette')],
  termination: [detail('number'), note()],
  dropping: [note()],
  archiving: [detail('number')],
};

function actsOf(kind: ActKind): Column[] {
  const row = kind === 'council_decision' ? { row: ours } : {};
  const beside = `act.${kind}`;
  const day = actColumn(kind, { label: 'agreement.acts_on', beside, ...row, ...(examples[kind] ? { example: examples[kind] } : {}) }, recurring.includes(kind) ? 'dates' : 'date');
  return [day, ...(details[kind] ?? []).map((inner) => ({ ...actDetailColumn(kind, inner, row), beside }))];
}

function detail(key: string, of: Partial<Pick<Column, 'example'>> = {}): Column {
  return plainColumn({ key, label: `agreementAct.${key}`, ...of });
}

function note(): Column {
  return localColumns({ key: 'note', label: 'agreementAct.note' })[0] as Column;
}

/** What a table may say of an agreement. Its acts are those of an old record: entered as they are known, and what is missing shows as a gap (DOMAIN section 3). */
export const agreementColumns: readonly Column[] = [
  ...localColumns({ key: 'title', label: 'agreement.title', needed: true, example: 'agreement' }),
  ...localColumns({ key: 'summary', label: 'agreement.summary' }),
  choiceColumn({ key: 'type', label: 'agreement.type', needed: true, example: 'agreementType', codes: coded(agreementTypes, 'vocabulary.agreementType') }),
  choiceColumn({ key: 'procedure', label: 'agreement.procedure', example: 'procedure', codes: coded(procedures, 'vocabulary.procedure') }),
  choiceColumn({ key: 'binding', label: 'agreement.binding', codes: coded(bindings, 'vocabulary.binding') }),
  partiesColumn('us', 'ourParty'),
  partiesColumn('them', 'theirParty'),
  signatoryColumn('us', { example: 'ourSignatory' }),
  signatoryColumn('them'),
  choicesColumn({ key: 'fields', label: 'agreement.fields', codes: coded(cooperationFields, 'vocabulary.field') }),
  choicesColumn({ key: 'sectors', label: 'agreement.sectors', codes: coded(sectors, 'vocabulary.dac') }),
  choicesColumn({ key: 'sdgs', label: 'agreement.sdgs', codes: coded(sdgs, 'vocabulary.sdg') }),
  plainColumn({ key: 'registryNo', label: 'agreement.registryNo' }),
  plainColumn({ key: 'classificationNo', label: 'agreement.classificationNo' }),
  ...localColumns({ key: 'signedAt', label: 'agreement.signedAt' }),
  ...actKinds.flatMap(actsOf),
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
  ...dutyColumns('agreement'),
  personColumn({ key: 'ownerId', label: 'agreement.ownerId' }),
  personColumn({ key: 'deputyId', label: 'agreement.deputyId' }),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
