import { feePeriods, membershipActKinds } from '#office/membership/membership.ts';
import { choiceColumn, coded } from './coded-columns.ts';
import type { Column } from './column.ts';
import { actColumn, actDetailColumn } from './act-columns.ts';
import { dateColumn } from './date-columns.ts';
import { dutyColumns } from './duty-columns.ts';
import { moneyColumns } from './money-columns.ts';
import { personColumn } from './person-columns.ts';
import { recordColumn } from './record-columns.ts';
import { rowColumns } from './row-columns.ts';
import { localColumns, plainColumn, sourcesColumn } from './text-columns.ts';

function actsOf(kind: (typeof membershipActKinds)[number]): Column[] {
  const beside = `membershipAct.${kind}`;
  const day = actColumn(kind, { label: 'membership.acts', beside, ...(kind === 'joined' ? { example: 'date' } : {}) }, kind === 'suspended' || kind === 'resumed' ? 'dates' : 'date');
  return kind === 'decided' || kind === 'withdrawal_decided' ? [day, { ...actDetailColumn(kind, plainColumn({ key: 'number', label: 'membership.acts_number' })), beside }] : [day];
}

/** What a table may say of a membership. Where it names no member, the City is meant. */
export const membershipColumns: readonly Column[] = [
  { ...recordColumn({ key: 'networkId', label: 'membership.networkId', noun: 'organisation', kind: 'network', example: 'network' }), needed: true },
  recordColumn({ key: 'memberId', label: 'membership.memberId', noun: 'organisation', example: 'ourParty' }),
  ...membershipActKinds.flatMap(actsOf),
  ...localColumns({ key: 'joinedEvent', label: 'membership.joinedEvent' }),
  ...localColumns({ key: 'joinedPlace', label: 'membership.joinedPlace' }),
  ...localColumns({ key: 'legalBasis', label: 'membership.legalBasis' }),
  ...moneyColumns({ key: 'fee', label: 'membership.fee', example: 'amount' }, 'city_share'),
  choiceColumn({ key: 'feePeriod', label: 'membership.feePeriod', codes: coded(feePeriods, 'vocabulary.feePeriod') }),
  ...localColumns({ key: 'benefit', label: 'membership.benefit' }),
  ...localColumns({ key: 'endedReason', label: 'membership.endedReason' }),
  ...rowColumns({ list: 'representatives', under: 'membership.representatives' }, plainColumn({ key: 'holder', label: 'membership.representatives_holder' }), [
    ...localColumns({ key: 'office', label: 'membership.representatives_office' }), ...localColumns({ key: 'body', label: 'membership.representatives_body' }),
    dateColumn({ key: 'validFrom', label: 'membership.representatives_validFrom' }), dateColumn({ key: 'validTo', label: 'membership.representatives_validTo' }),
  ]),
  ...dutyColumns('membership'),
  personColumn({ key: 'ownerId', label: 'agreement.ownerId' }),
  personColumn({ key: 'deputyId', label: 'agreement.deputyId' }),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
