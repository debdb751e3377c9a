import type { DocumentKind } from '#office/document/document.ts';
import { decidedByAssembly, type ActKind } from './agreement.ts';

/** What may stand on the paper of an act, beside its date, its document and a note. */
export type PaperField = 'number' | 'session' | 'body' | 'gazette' | 'partyId' | 'signatory' | 'areas' | 'budgetLine' | 'other' | 'retentionCategory';

export type Paper = {
  /** In the order in which they are asked. */
  readonly fields: readonly PaperField[];
  /** Those without which the act is not entered; its date is always one of them. */
  readonly needs: readonly (PaperField | 'note')[];
  /** What the document is that stands behind the act. */
  readonly document: DocumentKind;
};

/** Acts with a form of their own are not among these: a signature is entered by signing. */
export type RecordableKind = Exclude<ActKind, 'signature'>;

/**
 * What the law asks of the paper of each act, and what else it has (DOMAIN sections 3 and 5). An act that takes
 * something away is not entered without a reason; the number of an archiving is that of the archive book.
 */
export const papers: Record<RecordableKind, Paper> = {
  initiative: { fields: ['body', 'number'], needs: [], document: 'letter' },
  drafting_started: { fields: [], needs: [], document: 'agreement_text' },
  text_agreed: { fields: [], needs: [], document: 'agreement_text' },
  council_decision: { fields: ['partyId', 'number', 'session', 'body', 'areas', 'signatory', 'budgetLine', 'gazette'], needs: ['number', 'session'], document: 'assembly_decision' },
  consent_request: { fields: ['number', 'body'], needs: [], document: 'letter' },
  consent_given: { fields: ['number', 'body', 'gazette'], needs: ['number'], document: 'government_consent' },
  consent_refused: { fields: ['number', 'body'], needs: ['number', 'note'], document: 'government_consent' },
  authorisation_to_sign: { fields: ['partyId', 'signatory', 'number', 'body'], needs: [], document: 'letter' },
  ratification: { fields: ['partyId', 'number', 'body', 'gazette'], needs: [], document: 'assembly_decision' },
  publication_in_gazette: { fields: ['gazette'], needs: ['gazette'], document: 'gazette_page' },
  entry_into_force: { fields: ['number'], needs: [], document: 'letter' },
  amendment: { fields: ['other', 'number'], needs: [], document: 'annex' },
  renewal: { fields: ['number', 'body', 'other'], needs: [], document: 'letter' },
  suspension: { fields: ['partyId', 'number', 'body'], needs: ['note'], document: 'letter' },
  resumption: { fields: ['partyId', 'number', 'body'], needs: [], document: 'letter' },
  notice: { fields: ['partyId', 'number'], needs: ['partyId'], document: 'letter' },
  notice_withdrawn: { fields: ['partyId', 'number'], needs: ['partyId'], document: 'letter' },
  party_withdrawal: { fields: ['partyId', 'number'], needs: ['partyId'], document: 'letter' },
  termination: { fields: ['number', 'body'], needs: ['note'], document: 'letter' },
  completion: { fields: ['number'], needs: [], document: 'report' },
  replacement: { fields: ['other'], needs: [], document: 'agreement_text' },
  dropping: { fields: ['body'], needs: ['note'], document: 'minutes' },
  archiving: { fields: ['retentionCategory', 'number'], needs: ['retentionCategory', 'number'], document: 'other' },
};

/** What the document is that is begun with this act. A decision's is called the assembly's only where the procedure asks for hers. */
export function documentOf(kind: RecordableKind, procedure: string | null): DocumentKind {
  return kind === 'council_decision' && !decidedByAssembly(procedure) ? 'other' : papers[kind].document;
}

/** The acts that an agreement of its own may carry, and how the two are tied: the new one names the old. */
export const carriers = { amendment: 'amends', renewal: 'renews', replacement: 'replaces' } as const satisfies Partial<Record<ActKind, string>>;

export function carrierOf(kind: ActKind): (typeof carriers)[keyof typeof carriers] | null {
  return kind in carriers ? carriers[kind as keyof typeof carriers] : null;
}
