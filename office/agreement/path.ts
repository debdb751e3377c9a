import type { FuzzyDate } from '#db/columns.ts';
import { actOf, actsBy, last } from './acts.ts';
import { signs, type Act, type ActKind, type Facts, type Procedure } from './agreement.ts';
import type { Standing } from './standing.ts';

/** One step of the way from the initiative to the entry into force. */
export type Step = {
  /** The act by which the step is taken. */
  readonly kind: ActKind;
  /** `gap`: a later step was taken, or the agreement was in force, so that this one must have been and was not found. */
  readonly state: 'done' | 'now' | 'ahead' | 'gap';
  readonly act: Act | null;
  readonly on: FuzzyDate | null;
  /** The act by which it was begun, where that is another. */
  readonly begun: Act | null;
  /** Where every party takes the step by itself: each with its own act, or null where that was not found. */
  readonly byParty: readonly { readonly partyId: string; readonly act: Act | null }[];
};

/**
 * The way of each procedure (DOMAIN section 3): the consent of the Government is asked for a foreign city alone, and
 * between towns of one state the assembly of every party decides. Without a procedure nobody can say which way it is.
 */
export const ways: Record<Procedure, readonly ActKind[]> = {
  foreign_city: ['initiative', 'text_agreed', 'council_decision', 'consent_request', 'consent_given', 'signature', 'publication_in_gazette', 'entry_into_force'],
  domestic_intermunicipal: ['initiative', 'text_agreed', 'council_decision', 'signature', 'publication_in_gazette', 'entry_into_force'],
  donor: ['initiative', 'text_agreed', 'council_decision', 'signature', 'entry_into_force'],
  network: ['initiative', 'text_agreed', 'council_decision', 'signature', 'entry_into_force'],
  other: ['initiative', 'text_agreed', 'council_decision', 'signature', 'entry_into_force'],
};

/** Acts that take a step, or that must come before it can be taken, in their order. */
export const takenBy: Partial<Record<ActKind, readonly ActKind[]>> = {
  initiative: ['initiative', 'drafting_started'], text_agreed: ['drafting_started', 'text_agreed'], council_decision: ['council_decision'],
  consent_request: ['consent_request'], consent_given: ['consent_given', 'consent_refused'], signature: ['authorisation_to_sign', 'signature'],
  entry_into_force: ['entry_into_force'],
};

/** How far the agreement has come on its way by `today` (an ISO day). A new start of drafting and a refused consent begin it anew, except for the initiative. */
export function pathOf({ terms, parties, acts: entered }: Facts, standing: Standing, today: string): Step[] {
  if (!terms.procedure) return [];
  const acts = ofThisRound(entered, standing, today);
  const settled = hasLived(standing);
  const found = ways[terms.procedure].map((kind) => taken(kind, { terms, parties, acts }, standing));
  const furthest = found.findLastIndex(({ touched }) => touched);
  // The gazette is waited for by nobody, so it never stands in front of the entry into force.
  const next = settled || standing.state === 'dropped' ? -1 : found.findIndex(({ kind, whole }, place) => place >= furthest && !whole && kind !== 'publication_in_gazette');
  return found.map(({ whole, touched: _touched, ...step }, place) => {
    const missed = place < furthest || settled;
    return { ...step, state: whole ? 'done' : place === next ? 'now' : missed ? 'gap' : 'ahead' };
  });
}

/** The acts that count on that way by `today`, in the order in which they happened: those since it was begun anew, and the initiative. Of what was in force, all. */
export function ofThisRound(entered: readonly Act[], standing: Standing, today: string): Act[] {
  const acts = actsBy(entered, today);
  const from = hasLived(standing) ? 0 : turnOf(acts);
  return acts.filter(({ kind }, place) => place >= from || kind === 'initiative');
}

function hasLived({ inForceFrom, state }: Standing): boolean {
  return inForceFrom !== null || lived.has(state);
}

const lived = new Set<string>(['in_force', 'notice_given', 'suspended', 'expired', 'completed', 'terminated', 'replaced', 'archived']);

function turnOf(acts: readonly Act[]): number {
  return Math.max(0, acts.findLastIndex(({ kind }) => kind === 'drafting_started' || kind === 'consent_refused'));
}

type Taken = Omit<Step, 'state'> & { readonly touched: boolean; readonly whole: boolean };

function taken(kind: ActKind, { terms, parties, acts }: Facts, standing: Standing): Taken {
  const act = last(acts, kind);
  const begun = kind === 'text_agreed' ? last(acts, 'drafting_started') : null;
  const each = kind === 'signature' || (kind === 'council_decision' && terms.procedure === 'domestic_intermunicipal');
  const byParty = each ? parties.filter(signs).map(({ id }) => ({ partyId: id, act: actOf(acts, kind, id) })) : [];
  const inForce = kind === 'entry_into_force' ? standing.inForceFrom : null;
  const whole = inForce !== null || (act !== null && byParty.every((one) => one.act !== null));
  return { kind, act, begun, byParty, on: inForce ?? act?.on ?? null, whole, touched: whole || act !== null || begun !== null };
}
