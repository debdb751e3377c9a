import * as z from 'zod';
import { fuzzyDate, issue, localText, optionalLine, recordId, requiredChoice, requiredLine, requiredRecordId } from '#office/entry/pieces.ts';
import { actKinds, type ActKind } from './agreement.ts';

const columns = {
  on: fuzzyDate,
  number: optionalLine(60),
  session: optionalLine(120),
  body: localText(200),
  gazette: optionalLine(120),
  partyId: recordId,
  note: localText(1000),
};

/** Acts with a form of their own are not among these: a signature is entered by signing. */
export const recordableKinds = actKinds.filter((kind) => kind !== 'signature');

/** An act that follows now. It carries its date, and what the law asks of a paper of its kind. */
export const actEntry = z.strictObject({ kind: requiredChoice(recordableKinds), ...columns }).superRefine((entry, at) => {
  const needed = (field: string, held: unknown) => {
    if (!held) at.addIssue({ ...issue('required'), path: field.split('.') });
  };
  needed('on.year', entry.on);
  if (numbered.includes(entry.kind)) needed('number', entry.number);
  if (entry.kind === 'council_decision') needed('session', entry.session);
  if (entry.kind === 'party_withdrawal') needed('partyId', entry.partyId);
  if (explained.includes(entry.kind)) needed('note.sr-Cyrl', entry.note);
});
export type ActEntry = z.output<typeof actEntry>;

/** An act of the past found in a source: it may lack everything but its kind. */
export const oldActEntry = z.strictObject({ kind: requiredChoice(actKinds), ...columns });
export type OldActEntry = z.output<typeof oldActEntry>;

/** The hand of one party under the agreement. */
export const signatureEntry = z.strictObject({
  partyId: requiredRecordId,
  signatory: optionalLine(200),
  signatoryOffice: localText(200),
  on: fuzzyDate,
  place: localText(120),
  note: localText(1000),
}).superRefine((entry, at) => {
  if (!entry.on) at.addIssue({ ...issue('required'), path: ['on', 'year'] });
  if (!entry.signatory) at.addIssue({ ...issue('required'), path: ['signatory'] });
});
export type SignatureEntry = z.output<typeof signatureEntry>;

/** Which act was entered in error, and how that is known. */
export const strikeEntry = z.strictObject({ actId: requiredRecordId, reason: requiredLine(1000) });
export type StrikeEntry = z.output<typeof strikeEntry>;

const numbered: readonly ActKind[] = ['council_decision', 'consent_given', 'consent_refused'];
/** Acts that take something away are not entered without a reason. */
const explained: readonly ActKind[] = ['dropping', 'consent_refused'];
