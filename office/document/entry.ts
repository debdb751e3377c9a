import * as z from 'zod';
import { choice, fuzzyDate, issue, localText, optionalLine, recordId, requiredLocalText, rowsOf, source, tick } from '#office/entry/pieces.ts';
import { referred, type Referred } from '#office/referred.ts';
import { documentKinds, documentLanguages, documentStages, iatiCategories, scripts, visibilities } from './document.ts';

/** A record of any noun, chosen from one list: `agreement:` and its id. */
const record = z.string().default('').transform((text, at): { noun: Referred; recordId: string } => {
  const [noun, id = ''] = text.split(':');
  const found = referred.find((one) => one === noun);
  if (found && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return { noun: found, recordId: id };
  at.addIssue(issue(text ? 'notFound' : 'required'));
  return z.NEVER;
});

/** What may be entered of a document. A draft needs a title only, so that it can be found again. */
export const documentEntry = z.strictObject({
  title: requiredLocalText(300),
  kind: choice(documentKinds),
  iatiCategory: choice(iatiCategories),
  stage: choice(documentStages).transform((stage) => stage ?? 'draft'),
  dated: fuzzyDate,
  language: choice(documentLanguages),
  script: choice(scripts),
  authentic: tick,
  // What nobody said to be public is not.
  visibility: choice(visibilities).transform((visibility) => visibility ?? 'internal'),
  withheldReason: localText(1000),
  absentReason: localText(1000),
  retentionCategory: optionalLine(80),
  archiveBookNo: optionalLine(80),
  supersedesId: recordId,
  links: rowsOf(z.strictObject({ id: recordId, record }).transform(({ id, record: named }) => ({ id, ...named }))),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
}).superRefine(({ links }, at) => {
  links.forEach(({ recordId: id }, place) => {
    if (links.findIndex((other) => other.recordId === id) < place) at.addIssue({ ...issue('twice'), path: ['links', place, 'record'] });
  });
});
export type DocumentEntry = z.output<typeof documentEntry>;
