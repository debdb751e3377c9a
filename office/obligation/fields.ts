import { dateFields, formOf, plain, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { ObligationRow } from './entry.ts';
import { recurrenceOf } from './obligation.ts';
import type { Duty } from './read.ts';

/** One duty as the fields of its row. */
export function obligationFields(name: string, row: ObligationRow) {
  return {
    ...plain(`${name}.id`, row.id), ...textFields(`${name}.text`, row.text), ...plain(`${name}.organisationId`, row.organisationId),
    ...dateFields(`${name}.due`, row.due), ...plain(`${name}.recurrence`, row.recurrence), ...plain(`${name}.state`, row.state),
    ...textFields(`${name}.evidence`, row.evidence),
  };
}

/** A duty as the fields of its own form, under the names that `dutyEntry` reads. */
export function dutyFields(duty: Pick<Duty, 'text' | 'organisationId' | 'due' | 'recurrence' | 'kind' | 'ownerId' | 'deputyId' | 'isPublic'>): FormValues {
  const said = duty.recurrence ? recurrenceOf(duty.recurrence) : null;
  return formOf(
    textFields('text', duty.text), plain('organisationId', duty.organisationId), dateFields('due', duty.due),
    plain('repeats', said?.unit ?? (duty.recurrence ? 'kept' : 'once')), plain('every', said?.every), plain('until', said?.until),
    plain('rule', said ? null : duty.recurrence), plain('kind', duty.kind), plain('ownerId', duty.ownerId), plain('deputyId', duty.deputyId), plain('isPublic', duty.isPublic),
  );
}
