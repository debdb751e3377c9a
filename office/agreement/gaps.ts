import { isCertainlyBefore } from '#office/fuzzy-date.ts';
import { actOf, first } from './acts.ts';
import { signs, type Act, type ActKind, type Facts, type Party, type Procedure, type StandingState } from './agreement.ts';

/** Acts without which the law lets nobody sign, by procedure; the consent is asked for a foreign local government only. */
export function expectedActs(procedure: Procedure | null): readonly ActKind[] {
  return procedure === 'foreign_city' ? ['council_decision', 'consent_request', 'consent_given', 'signature'] : ['council_decision', 'signature'];
}

/** Acts that must have happened, since a later one did, but of which no paper was found. */
export function gaps(facts: Facts, acts: readonly Act[], state: StandingState): ActKind[] {
  const expected = expectedActs(facts.terms.procedure);
  const next = nextStep[state];
  const passed = next === undefined ? expected.length : expected.indexOf(next);
  return expected.slice(0, Math.max(0, passed)).filter((kind) => !found(facts, acts, kind));
}

function found({ terms, parties }: Facts, acts: readonly Act[], kind: ActKind): boolean {
  if (kind === 'consent_given') return acts.some((act) => act.kind === kind && !cameAfterOurHand(parties, acts, act));
  const everyParty = kind === 'council_decision' && terms.procedure === 'domestic_intermunicipal';
  if (!everyParty) return first(acts, kind) !== null;
  return parties.filter(signs).every(({ id }) => actOf(acts, kind, id));
}

/** A consent that was certainly given after our side had signed is not the one that the law asks for before it. */
function cameAfterOurHand(parties: readonly Party[], acts: readonly Act[], consent: Act): boolean {
  const ours = parties.filter(({ side }) => side === 'us').map(({ id }) => id);
  return acts.some(({ kind, partyId, on }) => kind === 'signature' && (partyId === null || ours.includes(partyId)) && isCertainlyBefore(on, consent.on));
}

/** The step that a state before signature waits for; from `signed` on all of them lie behind. */
const nextStep: Partial<Record<StandingState, ActKind>> = {
  initiative: 'council_decision', drafting: 'council_decision', agreed_text: 'council_decision', dropped: 'council_decision',
  council_decided: 'consent_request', consent_requested: 'consent_given', consent_refused: 'consent_given', consent_given: 'signature',
  ready_to_sign: 'signature',
};
