import type { FuzzyDate } from '#db/columns.ts';

/** Vocabularies of DOMAIN sections 2 and 4. */
export const agreementTypes = [
  'letter_of_intent', 'memorandum_of_understanding', 'protocol_on_cooperation', 'cooperation_agreement', 'twinning_charter', 'friendship_agreement',
  'intermunicipal_cooperation_agreement', 'grant_contract', 'partnership_agreement', 'declaration', 'accession_decision', 'annex', 'amendment',
  'termination_notice',
] as const;
export type AgreementType = (typeof agreementTypes)[number];

export const procedures = ['foreign_city', 'domestic_intermunicipal', 'donor', 'network', 'other'] as const;
export type Procedure = (typeof procedures)[number];

/** Whether the assembly decides by law: on a foreign local government, and of towns of one state each on its own (DOMAIN section 5). */
export function decidedByAssembly(procedure: string | null): boolean {
  return procedure === 'foreign_city' || procedure === 'domestic_intermunicipal';
}

export const bindings = ['yes', 'no', 'partly'] as const;
export const renewals = ['none', 'tacit', 'express'] as const;
export type Renewal = (typeof renewals)[number];
export const inForceRules = ['on_signature', 'on_date', 'on_last_notification', 'on_consent'] as const;
export type InForceRule = (typeof inForceRules)[number];
export const partyRoles = ['signatory', 'supporting', 'witness', 'beneficiary', 'funder'] as const;
export type PartyRole = (typeof partyRoles)[number];
export const sides = ['us', 'them'] as const;
export type Side = (typeof sides)[number];
export const linkKinds = ['amends', 'annex_to', 'renews', 'replaces', 'implements', 'based_on'] as const;
export const completenessFlags = ['unsigned_copy', 'pages_missing', 'annexes_missing'] as const;
/** Languages in which the City has signed or is likely to; ISO 639-1. */
export const languages = ['sr', 'en', 'bg', 'de', 'el', 'es', 'fr', 'hu', 'it', 'mk', 'ro', 'ru', 'sl', 'tr', 'zh'] as const;

/** Acts in the order in which the law's path takes them; the life of the agreement after the entry into force. */
export const actKinds = [
  'initiative', 'drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_refused', 'consent_given',
  'authorisation_to_sign', 'signature', 'ratification', 'publication_in_gazette', 'entry_into_force', 'amendment', 'renewal', 'suspension',
  'resumption', 'notice', 'notice_withdrawn', 'party_withdrawal', 'termination', 'completion', 'replacement', 'dropping', 'archiving',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Acts that are agreed ahead of the day on which they take effect. */
export const ahead: readonly ActKind[] = ['entry_into_force', 'termination', 'suspension', 'resumption'];

/** Legal states of DOMAIN section 3, computed and never stored. `renewed` is said of a running period after the first. */
export const standings = [
  'initiative', 'drafting', 'agreed_text', 'council_decided', 'consent_requested', 'consent_refused', 'consent_given', 'ready_to_sign', 'signed',
  'in_force', 'renewed', 'notice_given', 'suspended', 'expired', 'completed', 'terminated', 'replaced', 'archived', 'dropped',
] as const;
export type StandingState = (typeof standings)[number];
/** Of these nobody says that it was signed, whatever was dropped on the way. */
export const unsigned: ReadonlySet<string> = new Set([
  'initiative', 'drafting', 'agreed_text', 'council_decided', 'consent_requested', 'consent_refused', 'consent_given', 'ready_to_sign', 'dropped',
] satisfies StandingState[]);

/** What the rules look at of an act. Acts stand in the order of their `position`. */
export type Act = {
  readonly id: string;
  readonly kind: ActKind;
  readonly on: FuzzyDate | null;
  readonly partyId: string | null;
  readonly number?: string | null;
  readonly session?: string | null;
};

export type Party = { readonly id: string; readonly side: Side; readonly role: PartyRole; readonly signatory: string | null };

export type Terms = {
  readonly procedure: Procedure | null;
  readonly inForceRule: InForceRule | null;
  readonly validFrom: FuzzyDate | null;
  readonly validTo: FuzzyDate | null;
  readonly termMonths: number | null;
  readonly renewal: Renewal | null;
  readonly renewalMonths: number | null;
  readonly noticeMonths: number | null;
};

/** All that a standing follows from, besides the day. */
export type Facts = { readonly terms: Terms; readonly parties: readonly Party[]; readonly acts: readonly Act[] };

/** A witness and a supporter are not bound, so the agreement does not wait for their hand. */
export function signs({ role }: Pick<Party, 'role'>): boolean {
  return role !== 'witness' && role !== 'supporting';
}

/** It renews itself once more whatever is done: a notice in time ends a later period. ISO days of a standing. */
export function isTooLateForNotice({ renewsOn, noticeEnds }: { readonly renewsOn: string | null; readonly noticeEnds: string | null }): boolean {
  return renewsOn !== null && noticeEnds !== null && noticeEnds >= renewsOn;
}

/** The prefix of its code, after the Serbian word; projects hold PRO. */
export function codePrefix(type: string | null): string {
  return `NI-${(type && prefixes[type as AgreementType]) || 'SPO'}`;
}

const prefixes: Record<AgreementType, string> = {
  letter_of_intent: 'PIN', memorandum_of_understanding: 'MOR', protocol_on_cooperation: 'PRT', cooperation_agreement: 'SAR', twinning_charter: 'POV',
  friendship_agreement: 'PRI', intermunicipal_cooperation_agreement: 'MOS', grant_contract: 'DON', partnership_agreement: 'PAR', declaration: 'DEK',
  accession_decision: 'PRS', annex: 'ANX', amendment: 'IZM', termination_notice: 'RAS',
};
