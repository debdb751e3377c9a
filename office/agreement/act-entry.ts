import * as z from 'zod';
import { documentLanguages } from '#office/document/document.ts';
import { choice, fuzzyDate, issue, known, localText, optionalLine, recordId, requiredChoice, requiredRecordId, ticks } from '#office/entry/pieces.ts';
import type { LocalText } from '#messages/local-text.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { actKinds, sides } from './agreement.ts';
import { papers, type PaperField, type RecordableKind } from './papers.ts';

const columns = {
  on: fuzzyDate,
  number: optionalLine(60),
  session: optionalLine(120),
  body: localText(200),
  gazette: optionalLine(120),
  partyId: recordId,
  /** In which fields the assembly lets the City cooperate, and from which line of the budget that is paid (DOMAIN section 5). */
  areas: ticks(cooperationFields),
  budgetLine: optionalLine(120),
  note: localText(1000),
};

/** Another record, or what one of these words says of it (`new`: one to be begun with this change), or none. */
const recordOr = (...own: readonly string[]) => z.string().default('').transform((text, at): string | null => {
  if (text === '') return null;
  if (own.includes(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  at.addIssue(issue('notFound'));
  return z.NEVER;
});

/** The paper behind an act: a document of the record, or one that is begun with the act. */
const behind = { document: recordOr('new'), documentTitle: localText(300), documentLanguage: choice(documentLanguages) };
/** The agreement that carries an act: one to be begun, one that is near, or any other of the register (`found`), which a field of its own names. */
const begun = { other: recordOr('new', 'found'), otherFound: recordId, otherTitle: localText(300) };

/** The agreement that was meant, in whichever of the two fields it was named. */
function withFound<E extends { other: string | null; otherFound: string | null }>({ otherFound, ...entry }: E) {
  return { ...entry, other: entry.other === 'found' ? otherFound : entry.other };
}

export const recordableKinds = actKinds.filter((kind) => kind !== 'signature') as RecordableKind[];

/**
 * An act that follows now. It carries its date, what the law asks of a paper of its kind, and nothing that such a paper
 * does not have. The signatory that a decision or an authorisation names is entered under the party.
 */
export const actEntry = z.strictObject({
  kind: requiredChoice(recordableKinds), known, ...columns, ...behind, ...begun,
  signatory: optionalLine(200), signatoryOffice: localText(200), retentionCategory: optionalLine(60),
}).superRefine((entry, at) => {
  const { fields, needs } = papers[entry.kind];
  const fault = (field: string, rule: string) => at.addIssue({ ...issue(rule), path: field.split('.') });
  if (!entry.on) fault('on.year', 'required');
  for (const field of needs) if (!entry[field]) fault(field === 'note' ? 'note.sr-Cyrl' : field, 'required');
  for (const field of onPapers) if (isSaid(entry[field]) && !fields.includes(field)) fault(field, 'malformed');
  if (entry.document === 'new' && !said(entry.documentTitle)) fault('documentTitle.sr-Cyrl', 'required');
  if (entry.other === 'new' && !said(entry.otherTitle)) fault('otherTitle.sr-Cyrl', 'required');
  if (entry.other === 'found' && !entry.otherFound) fault('otherFound', 'required');
}).transform(withFound);
export type ActEntry = z.output<typeof actEntry>;

const onPapers: readonly PaperField[] = ['number', 'session', 'body', 'gazette', 'partyId', 'signatory', 'areas', 'budgetLine', 'other', 'retentionCategory'];

/** An annex is an agreement of its own that names the one it belongs to. */
export const annexEntry = z.strictObject(begun).superRefine((entry, at) => {
  if (!entry.other) at.addIssue({ ...issue('required'), path: ['other'] });
  if (entry.other === 'new' && !said(entry.otherTitle)) at.addIssue({ ...issue('required'), path: ['otherTitle', 'sr-Cyrl'] });
  if (entry.other === 'found' && !entry.otherFound) at.addIssue({ ...issue('required'), path: ['otherFound'] });
}).transform(withFound);
export type AnnexEntry = z.output<typeof annexEntry>;

/** An act of the past found in a source: it may lack everything but its kind. */
export const oldActEntry = z.strictObject({ kind: requiredChoice(actKinds), ...columns });
export type OldActEntry = z.output<typeof oldActEntry>;

/** An act of the past in the row of a table: it names no party but, where one side alone has one, the side whose act it is. */
export const broughtAct = oldActEntry.extend({ id: recordId, side: choice(sides) });
export type BroughtAct = z.output<typeof broughtAct>;

/** The hand of one party under the agreement. */
export const signatureEntry = z.strictObject({
  known,
  partyId: requiredRecordId,
  signatory: optionalLine(200),
  signatoryOffice: localText(200),
  on: fuzzyDate,
  place: localText(120),
  ...behind,
  note: localText(1000),
}).superRefine((entry, at) => {
  if (!entry.on) at.addIssue({ ...issue('required'), path: ['on', 'year'] });
  if (!entry.signatory) at.addIssue({ ...issue('required'), path: ['signatory'] });
  if (entry.document === 'new' && !said(entry.documentTitle)) at.addIssue({ ...issue('required'), path: ['documentTitle', 'sr-Cyrl'] });
});
export type SignatureEntry = z.output<typeof signatureEntry>;

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Whether a text stands in the script that it was written in. */
function said(text: LocalText | null): boolean {
  return Boolean(text?.[text.origin]);
}
