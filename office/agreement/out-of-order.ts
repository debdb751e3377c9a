import { isCertainlyBefore, parseFuzzyDate } from '#office/fuzzy-date.ts';
import { actsBy } from './acts.ts';
import { signs, type Act, type ActKind, type Facts } from './agreement.ts';
import { roundOf } from './preparation.ts';
import { standingOn } from './standing.ts';

/** A new act that is about to be entered. */
type Fresh = Pick<Act, 'kind' | 'on' | 'partyId'>;

/**
 * Whether the date of a new act contradicts the acts on record: it would move nothing, though the same act would if it were
 * dated `today` (an ISO day) or, agreed ahead, on its own day; or it lies certainly before the act that the law has it follow.
 */
export function isOutOfOrder(facts: Facts, fresh: Fresh, today: string): boolean {
  return movesNothing(facts, fresh, today) || precedesItsGround(facts, fresh, today);
}

function movesNothing(facts: Facts, fresh: Fresh, today: string): boolean {
  const comes = fresh.on?.earliest ?? '';
  const day = comes > today ? comes : today;
  const stands = standingOn(facts, day).state;
  const withIt = (on: Act['on']) => standingOn({ ...facts, acts: [...facts.acts, { id: '', ...fresh, on }] }, day).state;
  if (withIt(fresh.on) !== stands) return false;
  // A pause that is agreed for a day after the end would never begin.
  return withIt(parseFuzzyDate(day)) !== stands || (fresh.kind === 'suspension' && comes > today);
}

/** Of an agreement with a foreign local government: the assembly decides, then the Government is asked, then it answers, then our side signs. */
function precedesItsGround(facts: Facts, fresh: Fresh, today: string): boolean {
  const ground = follows[fresh.kind];
  if (facts.terms.procedure !== 'foreign_city' || !ground || (fresh.kind === 'signature' && !isOurs(facts, fresh.partyId))) return false;
  const grounds = roundOf(actsBy(facts.acts, today)).filter(({ kind }) => kind === ground);
  return grounds.length > 0 && grounds.every(({ on }) => isCertainlyBefore(fresh.on, on));
}

const follows: Partial<Record<ActKind, ActKind>> = {
  consent_request: 'council_decision', consent_given: 'consent_request', consent_refused: 'consent_request', signature: 'consent_given',
};

/** The law binds our hand alone; a signature that names no party is also ours. */
function isOurs({ parties }: Facts, partyId: string | null): boolean {
  return partyId === null || parties.some((party) => party.id === partyId && party.side === 'us' && signs(party));
}
