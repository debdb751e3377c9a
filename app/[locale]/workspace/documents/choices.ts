import { getTranslations } from 'next-intl/server';
import { languageName } from '#messages/names.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { documentLanguages } from '#office/document/document.ts';
import { documentChoices, type DocumentRecord } from '#office/document/read.ts';
import { referenceChoices } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of a document offers to choose from: languages, the records it may stand behind, older documents. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: DocumentRecord) {
  const nouns = await getTranslations('vocabulary.noun');
  const found = (await referenceChoices(viewer, form)).map(({ noun, id, name, code }) => ({ id: `${noun}:${id}`, label: `${nouns(noun)}: ${textIn(name, form)} (${code})` }));
  const records = await withUnseen(found, record?.links.map(({ noun, recordId }) => `${noun}:${recordId}`) ?? []);
  const documents = (await documentChoices(viewer, form)).filter(({ id }) => id !== record?.id).map(({ id, title, code }) => ({ id, label: `${textIn(title, form)} (${code})` }));
  return {
    languages: documentLanguages.map((tag) => ({ value: tag, label: languageName(tag, form) })),
    records: records.map(({ id, label }) => ({ value: id, label })),
    documents: await withUnseen(documents, [record?.supersedesId]),
  };
}
