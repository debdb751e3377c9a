import { actOf, first, last } from './acts.ts';
import { signs, type Act, type Facts, type StandingState } from './agreement.ts';

export type Prepared = { readonly state: StandingState; readonly act: Act | null };

/**
 * How far an unsigned agreement has come on the path of DOMAIN section 3. A new start of drafting and a
 * refused consent begin the path anew; after that the furthest act counts, whatever was found of the others.
 */
export function prepared(facts: Facts, acts: readonly Act[]): Prepared {
  const round = roundOf(acts);
  const consent = first(round, 'consent_given');
  const decision = first(round, 'council_decision');
  const authorised = authorisation(facts, round);
  const needsConsent = facts.terms.procedure === 'foreign_city';
  if (authorised && (consent || !decision || !needsConsent)) return { state: 'ready_to_sign', act: authorised };
  if (consent) return { state: 'consent_given', act: consent };
  const act = last(round, 'consent_request') ?? decision ?? last(round, 'text_agreed') ?? round.find(({ kind }) => kind in stages) ?? null;
  return { state: (act && stages[act.kind]) ?? 'initiative', act };
}

/** The acts since the path was begun anew, if it ever was. */
export function roundOf(acts: readonly Act[]): readonly Act[] {
  const turn = acts.findLastIndex(({ kind }) => kind === 'drafting_started' || kind === 'consent_refused');
  return turn === -1 ? acts : acts.slice(turn);
}

/** Whether every party on our side has signed; with nobody on our side one signature is enough. */
export function signedByUs({ parties }: Facts, acts: readonly Act[]): boolean {
  const ours = parties.filter((party) => party.side === 'us' && signs(party));
  return first(acts, 'signature') !== null && ours.every((party) => actOf(acts, 'signature', party.id));
}

/** The act that lets our signatory sign: an authorisation, or a decision whose clause names a signatory for each party on our side. */
function authorisation({ parties }: Facts, round: readonly Act[]): Act | null {
  const ours = parties.filter((party) => party.side === 'us' && signs(party));
  const named = ours.length > 0 && ours.every(({ signatory }) => signatory);
  return last(round, 'authorisation_to_sign') ?? (named ? first(round, 'council_decision') : null);
}

const stages: Partial<Record<Act['kind'], StandingState>> = {
  initiative: 'initiative', drafting_started: 'drafting', text_agreed: 'agreed_text', council_decision: 'council_decided',
  consent_request: 'consent_requested', consent_refused: 'consent_refused',
};
