import { dateFields, formOf, plain, rowFields, sourceFields, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { DocumentRecord } from './read.ts';

/** The record as the fields of its edit form, under the names that `documentEntry` reads. */
export function documentFields(record: DocumentRecord): FormValues {
  return formOf(
    textFields('title', record.title), plain('kind', record.kind), plain('iatiCategory', record.iatiCategory), plain('stage', record.stage),
    dateFields('dated', record.dated), plain('language', record.language), plain('script', record.script), plain('authentic', record.authentic),
    plain('visibility', record.visibility), textFields('withheldReason', record.withheldReason), textFields('absentReason', record.absentReason),
    plain('retentionCategory', record.retentionCategory), plain('archiveBookNo', record.archiveBookNo), plain('supersedesId', record.supersedesId),
    rowFields('links', record.links, (name, link) => ({ ...plain(`${name}.id`, link.id), ...plain(`${name}.record`, `${link.noun}:${link.recordId}`) })),
    rowFields('sources', record.sources, sourceFields), plain('englishWaived', record.englishWaived),
  );
}
