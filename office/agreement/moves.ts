import { actOf, actsBy, first, unsigned } from './acts.ts';
import { actKinds, signs, type Act, type ActKind, type Facts, type StandingState } from './agreement.ts';
import { roundOf } from './preparation.ts';
import { standingOn } from './standing.ts';

/** What stands in the way of an act, as data: words are found when it is drawn. */
export type Unmet = {
  readonly rule:
    | 'actNotPossible' | 'ownerMissing' | 'partiesMissing' | 'typeMissing' | 'procedureMissing' | 'draftTextMissing' | 'decisionIncomplete'
    | 'consentMissing' | 'notAuthorised' | 'notForThisProcedure' | 'allHaveSigned' | 'noRenewal' | 'renewsItself' | 'onlyTwoParties' | 'successorMissing'
    | 'retentionMissing' | 'ourDecisionMissing' | 'actTwice';
  /** For `draftTextMissing` the language code. */
  readonly values?: Readonly<Record<string, string>>;
};

/** What the guards look at besides the facts. */
export type Situation = Facts & {
  readonly type: string | null;
  readonly ownerId: string | null;
  readonly authenticLanguages: readonly string[];
  /** Languages in which a text of the agreement is among its documents. */
  readonly draftLanguages: readonly string[];
  readonly retentionCategory: string | null;
  /** Another agreement says that it replaces this one. */
  readonly hasSuccessor: boolean;
};

export type Move = { readonly kind: ActKind; readonly unmet: readonly Unmet[] };

/**
 * What stands in the way of this act on `today`; nothing when it may follow (DOMAIN section 3). What the clock has ended may
 * still be told of an act by which it ended otherwise, or not yet, if that was done while it held: `on` is the day of the act, where it is known.
 */
export function mayFollow(kind: ActKind, situation: Situation, today: string, on: Act['on'] = null): readonly Unmet[] {
  const { state } = standingOn(situation, dayAsked(kind, situation, today, on));
  if (!from[kind].includes(state)) return [{ rule: 'actNotPossible' }];
  return guards[kind]?.(situation, roundOf(actsBy(situation.acts, today))) ?? [];
}

/** The day whose standing is asked: today's, or for what is entered late the day of the act; the last day in force, as long as that may be it. */
function dayAsked(kind: ActKind, situation: Situation, today: string, on: Act['on']): string {
  const { state, reason: { day: end } } = standingOn(situation, today);
  if (state !== 'expired' || !end || !enteredLate.includes(kind)) return today;
  const [earliest, latest] = [on?.earliest ?? end, on?.latest ?? end];
  if (earliest > end) return today;
  return latest < end ? latest : end;
}

/** Every act that the present state lets follow, each with what it still lacks; one that was entered already is not among them. */
export function nextActs(situation: Situation, today: string): Move[] {
  return actKinds.map((kind) => ({ kind, unmet: mayFollow(kind, situation, today) })).filter(({ unmet }) => !unmet.some(({ rule }) => over.includes(rule)));
}

/** Whether the act can be entered: what its own page asks for stands in nobody's way. */
export function isOpen({ unmet }: Pick<Move, 'unmet'>): boolean {
  return unmet.every(({ rule }) => rule === 'successorMissing' || rule === 'retentionMissing');
}

/** A signed text may be given an annex until it is over; a draft is simply written further. */
export function mayBeAnnexed(situation: Facts, today: string): boolean {
  const { state } = standingOn(situation, today);
  return state === 'signed' || held.includes(state);
}

const over: readonly Unmet['rule'][] = ['actNotPossible', 'allHaveSigned', 'actTwice', 'notForThisProcedure'];

const beforeForce: readonly StandingState[] = ['council_decided', 'consent_requested', 'consent_given', 'ready_to_sign', 'signed'];
const held: readonly StandingState[] = ['in_force', 'notice_given', 'suspended'];
export const ended: readonly StandingState[] = ['expired', 'completed', 'terminated', 'replaced'];

/** Acts by which an agreement does not end as the clock has it: paper of them often comes after the last day. */
const enteredLate: readonly ActKind[] = ['renewal', 'resumption', 'notice_withdrawn', 'termination', 'completion', 'replacement'];

const from: Record<ActKind, readonly StandingState[]> = {
  initiative: ['initiative'],
  drafting_started: ['initiative', 'agreed_text', 'consent_refused'],
  text_agreed: ['drafting'],
  council_decision: ['agreed_text', 'council_decided', 'ready_to_sign'],
  consent_request: ['council_decided', 'ready_to_sign'],
  consent_given: ['consent_requested'],
  consent_refused: ['consent_requested'],
  authorisation_to_sign: ['council_decided', 'consent_requested', 'consent_given'],
  signature: ['council_decided', 'consent_requested', 'consent_given', 'ready_to_sign', 'signed', 'in_force'],
  ratification: ['signed', 'in_force'],
  publication_in_gazette: [...beforeForce, ...held],
  entry_into_force: ['signed', 'in_force'],
  amendment: ['in_force'],
  renewal: ['in_force'],
  suspension: ['in_force'],
  resumption: ['suspended'],
  notice: ['in_force'],
  notice_withdrawn: ['notice_given'],
  party_withdrawal: ['in_force'],
  termination: ['suspended', 'notice_given'],
  completion: ['in_force'],
  replacement: ['in_force'],
  dropping: ['initiative', 'drafting', 'agreed_text', 'consent_refused', 'signed'],
  archiving: ended,
};

/** Each is asked with the acts since the path was begun anew besides: what the assembly decided of an earlier text, and whom it let sign that one, counts no more. */
const guards: Partial<Record<ActKind, (situation: Situation, round: readonly Act[]) => Unmet[]>> = {
  initiative: ({ acts }) => unless(!first(acts, 'initiative'), 'actTwice'),
  drafting_started: ({ ownerId }) => unless(ownerId !== null, 'ownerMissing'),
  text_agreed: ({ parties, type, terms }) => [
    ...unless(parties.length >= 2, 'partiesMissing'), ...unless(type !== null, 'typeMissing'), ...unless(terms.procedure !== null, 'procedureMissing'),
  ],
  council_decision: ({ authenticLanguages, draftLanguages, parties }, round) => [
    ...authenticLanguages.filter((language) => !draftLanguages.includes(language)).map((language) => ({ rule: 'draftTextMissing' as const, values: { language } })),
    ...unless(parties.filter(signs).some(({ id }) => !actOf(round, 'council_decision', id)), 'actTwice'),
  ],
  consent_request: ({ terms }, round) => [
    ...unless(terms.procedure === 'foreign_city', 'notForThisProcedure'),
    ...unless(!first(round, 'council_decision') || round.some(isWholeDecision), 'decisionIncomplete'),
  ],
  authorisation_to_sign: (_, round) => unless(!first(round, 'authorisation_to_sign'), 'actTwice'),
  signature: maySign,
  entry_into_force: ({ acts }) => unless(!first(acts, 'entry_into_force'), 'actTwice'),
  renewal: ({ terms }) => [
    ...unless(terms.renewal !== 'tacit', 'renewsItself'),
    ...unless(terms.renewal === 'tacit' || (terms.renewal === 'express' && Boolean(terms.renewalMonths)), 'noRenewal'),
  ],
  party_withdrawal: ({ parties, acts }) => unless(parties.filter(signs).length - acts.filter(({ kind }) => kind === 'party_withdrawal').length > 2, 'onlyTwoParties'),
  replacement: ({ hasSuccessor }) => unless(hasSuccessor, 'successorMissing'),
  archiving: ({ retentionCategory }) => unless(retentionCategory !== null, 'retentionMissing'),
};

/** Without the consent of the Government nobody signs with a foreign local government; without authority nobody signs at all. */
function maySign({ acts, parties, terms }: Situation, round: readonly Act[]): Unmet[] {
  if (first(acts, 'signature')) return unless(unsigned(acts, parties).length > 0, 'allHaveSigned');
  const foreign = terms.procedure === 'foreign_city';
  const ours = parties.filter((party) => party.side === 'us' && signs(party));
  const named = ours.length > 0 && ours.every(({ signatory }) => signatory);
  return [
    ...unless(parties.length >= 2, 'partiesMissing'),
    ...unless(!foreign || first(round, 'consent_given') !== null, 'consentMissing'),
    // Between towns of one state every assembly decides; ours must have, theirs may still be found (art. 88).
    ...unless(terms.procedure !== 'domestic_intermunicipal' || ours.every(({ id }) => actOf(round, 'council_decision', id)), 'ourDecisionMissing'),
    ...unless(first(round, 'authorisation_to_sign') !== null || named, 'notAuthorised'),
  ];
}

/** A decision of the assembly with number, date and session, as the request for consent must carry it. */
function isWholeDecision(act: Act): boolean {
  return act.kind === 'council_decision' && act.on !== null && Boolean(act.number) && Boolean(act.session);
}

function unless(met: boolean, rule: Unmet['rule']): Unmet[] {
  return met ? [] : [{ rule }];
}
