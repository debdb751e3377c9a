import { moneyScopes } from '#office/money.ts';
import { projectActKinds } from '#office/project/project.ts';
import { partnerRoles, sdgs, sectors } from '#office/vocabulary.ts';
import { choiceColumn, choicesColumn, coded } from './coded-columns.ts';
import type { Column } from './column.ts';
import { actColumn, actDetailColumn } from './act-columns.ts';
import { dateColumn } from './date-columns.ts';
import { amountColumn } from './money-columns.ts';
import { personColumn } from './person-columns.ts';
import { recordColumn, recordsColumn } from './record-columns.ts';
import { localColumns, numberColumn, plainColumn, sourcesColumn, textsColumn } from './text-columns.ts';

/** Partners stand in a column for each role. */
const partners = (role: (typeof partnerRoles)[number]) => recordsColumn({
  key: `partners.${role}`, label: 'project.partners', beside: `partnerRole.${role}`, list: 'partners', field: 'organisationId', row: { role }, noun: 'organisation',
  ...(role === 'lead' ? { example: 'ourParty' } : role === 'partner' ? { example: 'theirParty' } : {}),
});

/** What a table may say of a project. */
export const projectColumns: readonly Column[] = [
  ...localColumns({ key: 'title', label: 'project.title', needed: true, example: 'project' }),
  ...localColumns({ key: 'acronym', label: 'project.acronym' }),
  ...localColumns({ key: 'summary', label: 'project.summary' }),
  ...localColumns({ key: 'objective', label: 'project.objective' }),
  choiceColumn({ key: 'ourRole', label: 'project.ourRole', example: 'ourRole', codes: coded(partnerRoles, 'vocabulary.partnerRole') }),
  recordColumn({ key: 'programmeId', label: 'project.programmeId', noun: 'programme' }),
  numberColumn({ key: 'phase', label: 'project.phase' }),
  ...partnerRoles.map(partners),
  ...(['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'] as const).map((key) => dateColumn({ key, label: `project.${key}`, ...(key === 'plannedStart' ? { example: 'date' } : key === 'plannedEnd' ? { example: 'laterDate' } : {}) })),
  numberColumn({ key: 'durationMonths', label: 'project.durationMonths' }),
  ...moneyScopes.map((scope) => amountColumn(scope, { label: 'project.amounts', ...(scope === 'city_share' ? { example: 'amount' } : {}) })),
  plainColumn({ key: 'coFinancingPercent', label: 'project.coFinancingPercent', holds: 'number' }),
  ...projectActKinds.flatMap((kind) => {
    const beside = `projectAct.${kind}`;
    const day = actColumn(kind, { label: 'project.acts', beside }, kind === 'suspended' || kind === 'resumed' ? 'dates' : 'date');
    return kind === 'contracted' ? [day, { ...actDetailColumn(kind, plainColumn({ key: 'number', label: 'project.acts_number' })), beside }] : [day];
  }),
  choicesColumn({ key: 'sectors', label: 'project.sectors', codes: coded(sectors, 'vocabulary.dac') }),
  choicesColumn({ key: 'sdgs', label: 'project.sdgs', codes: coded(sdgs, 'vocabulary.sdg') }),
  ...(['places', 'themes', 'components', 'results'] as const).map((key) => textsColumn({ key, label: `project.${key}` })),
  ...(['iati', 'keep', 'cordis', 'contract'] as const).map((key) => plainColumn({ key: `numbers.${key}`, label: `project.numbers_${key}` })),
  plainColumn({ key: 'website', label: 'project.website', holds: 'address' }),
  personColumn({ key: 'ownerId', label: 'agreement.ownerId' }),
  personColumn({ key: 'deputyId', label: 'agreement.deputyId' }),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
