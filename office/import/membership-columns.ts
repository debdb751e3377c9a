import { feePeriods, membershipActKinds } from '#office/membership/membership.ts';
import { choiceColumn, coded } from './coded-columns.ts';
import type { Column } from './column.ts';
import { actColumn } from './date-columns.ts';
import { moneyColumns } from './money-columns.ts';
import { recordColumn } from './record-columns.ts';
import { localColumns, plainColumn, sourcesColumn } from './text-columns.ts';

/** What a table may say of a membership. Where it names no member, the City is meant; of each act the first of its kind has a day. */
export const membershipColumns: readonly Column[] = [
  { ...recordColumn({ key: 'networkId', label: 'membership.networkId', noun: 'organisation', kind: 'network', example: 'network' }), needed: true },
  recordColumn({ key: 'memberId', label: 'membership.memberId', noun: 'organisation', example: 'ourParty' }),
  ...membershipActKinds.map((kind) => ({ ...actColumn(kind, { label: 'membership.acts', ...(kind === 'joined' ? { example: 'date' } : {}) }), beside: `membershipAct.${kind}` })),
  ...localColumns({ key: 'joinedEvent', label: 'membership.joinedEvent' }),
  ...localColumns({ key: 'joinedPlace', label: 'membership.joinedPlace' }),
  ...localColumns({ key: 'legalBasis', label: 'membership.legalBasis' }),
  ...moneyColumns({ key: 'fee', label: 'membership.fee', example: 'amount' }, 'city_share'),
  choiceColumn({ key: 'feePeriod', label: 'membership.feePeriod', codes: coded(feePeriods, 'vocabulary.feePeriod') }),
  ...localColumns({ key: 'benefit', label: 'membership.benefit' }),
  ...localColumns({ key: 'endedReason', label: 'membership.endedReason' }),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
