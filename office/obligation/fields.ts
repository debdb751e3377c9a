import { dateFields, plain, textFields } from '#office/entry/fields.ts';
import type { ObligationRow } from './entry.ts';

/** One duty as the fields of its row. */
export function obligationFields(name: string, row: Omit<ObligationRow, 'recurrence'> & { recurrence: string | null }) {
  return {
    ...plain(`${name}.id`, row.id), ...textFields(`${name}.text`, row.text), ...plain(`${name}.organisationId`, row.organisationId),
    ...dateFields(`${name}.due`, row.due), ...plain(`${name}.recurrence`, row.recurrence), ...plain(`${name}.state`, row.state),
    ...textFields(`${name}.evidence`, row.evidence),
  };
}
