import { milestoneActKinds, milestoneKinds } from '#office/milestone/milestone.ts';
import { choiceColumn, coded } from './coded-columns.ts';
import type { Column } from './column.ts';
import { actColumn, postponedColumn } from './act-columns.ts';
import { dateColumn } from './date-columns.ts';
import { personColumn } from './person-columns.ts';
import { recordColumn } from './record-columns.ts';
import { localColumns, percentColumn, plainColumn, sourcesColumn, yesColumn } from './text-columns.ts';

/** What a table may say of a milestone, and which record it belongs to. */
export const milestoneColumns: readonly Column[] = [
  ...localColumns({ key: 'title', label: 'milestone.title', needed: true, example: 'milestone' }),
  choiceColumn({ key: 'kind', label: 'milestone.kind', example: 'milestoneKind', codes: coded(milestoneKinds, 'vocabulary.milestoneKind') }),
  dateColumn({ key: 'planned', label: 'milestone.planned', example: 'laterDate' }),
  percentColumn({ key: 'progress', label: 'milestone.progress' }),
  yesColumn({ key: 'isPublic', label: 'milestone.isPublic' }),
  recordColumn({ key: 'agreementId', label: 'milestone.agreementId', noun: 'agreement' }),
  recordColumn({ key: 'membershipId', label: 'milestone.membershipId', noun: 'membership' }),
  recordColumn({ key: 'projectId', label: 'milestone.projectId', noun: 'project' }),
  recordColumn({ key: 'programmeId', label: 'milestone.programmeId', noun: 'programme' }),
  personColumn({ key: 'ownerId', label: 'milestone.ownerId' }),
  personColumn({ key: 'deputyId', label: 'milestone.deputyId' }),
  // In the order in which they happen: what was put off is done after that.
  postponedColumn({ label: 'milestone.acts_plannedBefore' }),
  ...milestoneActKinds.filter((kind) => kind !== 'postponed').map((kind) => actColumn(kind, { label: 'milestone.acts', beside: `milestoneAct.${kind}` })),
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];
