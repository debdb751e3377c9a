import { local, readText, textIn, type LocalText } from '#messages/local-text.ts';
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

/**
 * The form filled in for the yearly fee of a network, so that one press is enough; the end of March is only a proposal, and is said to
 * be one. A network without an English name goes by its Serbian one in Latin letters. `today` is an ISO day.
 */
export function yearlyFee(network: LocalText | null, today: string): FormValues {
  const english = readText(network, 'en');
  const [sr, en] = [textIn(network, 'sr-Cyrl'), english?.fellBack ? textIn(network, 'sr-Latn') : english?.text];
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '03-31' ? 1 : 0);
  return {
    ...textFields('text', local({ sr: ['Годишња чланарина', sr].filter(Boolean).join(': '), en: ['Yearly membership fee', en].filter(Boolean).join(': ') })),
    'due.day': ['31'], 'due.month': ['3'], 'due.year': [String(year)], repeats: ['years'], every: ['1'], kind: ['fee_due'],
  };
}
