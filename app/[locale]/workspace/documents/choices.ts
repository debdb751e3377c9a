import { languageName } from '#messages/names.ts';
import type { Began } from '#app/began-from.ts';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { documentLanguages } from '#office/document/document.ts';
import type { DocumentRecord } from '#office/document/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a document offers to choose from: languages, the records it may stand behind, older documents. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: DocumentRecord, began: Began | null = null) {
  return {
    languages: documentLanguages.map((tag) => ({ value: tag, label: languageName(tag, form) })),
    records: await picks(viewer, form, 'record', record?.links.map(({ noun, recordId }) => `${noun}:${recordId}`) ?? (began ? [`${began.noun}:${began.id}`] : [])),
    documents: await picks(viewer, form, 'document', [record?.supersedesId], record?.id),
  };
}
