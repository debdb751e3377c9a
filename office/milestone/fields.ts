import { dateFields, formOf, plain, rowFields, sourceFields, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { MilestoneRecord } from './read.ts';

/** The record as the fields of its edit form, under the names that `milestoneEntry` reads. */
export function milestoneFields(record: MilestoneRecord): FormValues {
  return formOf(
    textFields('title', record.title), plain('kind', record.kind), dateFields('planned', record.planned), plain('progress', record.progress),
    plain('isPublic', record.isPublic), plain('ownerId', record.ownerId), plain('deputyId', record.deputyId), plain('agreementId', record.agreementId), plain('membershipId', record.membershipId),
    plain('projectId', record.projectId), plain('programmeId', record.programmeId), plain('englishWaived', record.englishWaived),
    rowFields('dependsOn', record.dependsOn, (name, id) => plain(`${name}.milestoneId`, id)),
    rowFields('acts', record.acts, (name, act) => ({
      ...plain(`${name}.id`, act.id), ...plain(`${name}.kind`, act.kind), ...dateFields(`${name}.on`, act.on),
      ...dateFields(`${name}.plannedBefore`, act.plannedBefore), ...textFields(`${name}.note`, act.note),
    })),
    rowFields('sources', record.sources, sourceFields),
  );
}
