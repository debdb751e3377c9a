import { actKinds, signs, type Act, type ActKind, type Party } from './agreement.ts';

/**
 * The acts that have happened by this day, in the order in which they happened. An act without a date
 * keeps its place after the one that stands before it; acts of one day keep their order too.
 */
export function actsBy(acts: readonly Act[], today: string): Act[] {
  let latest = '';
  return acts.filter(({ on }) => !on?.earliest || on.earliest <= today)
    .map((act, place) => {
      latest = act.on?.earliest ?? act.on?.latest ?? latest;
      return { act, day: latest, place };
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.place - b.place))
    .map(({ act }) => act);
}

export function last(acts: readonly Act[], ...kinds: ActKind[]): Act | null {
  return acts.findLast(({ kind }) => kinds.includes(kind)) ?? null;
}

export function first(acts: readonly Act[], ...kinds: ActKind[]): Act | null {
  return acts.find(({ kind }) => kinds.includes(kind)) ?? null;
}

/** The act of this kind by which a party is bound: its own, or one that names no party and so stands for all. */
export function actOf(acts: readonly Act[], kind: ActKind, partyId: string): Act | null {
  return acts.find((act) => act.kind === kind && (act.partyId === partyId || act.partyId === null)) ?? null;
}

/** Parties whose signature is awaited. */
export function unsigned(acts: readonly Act[], parties: readonly Party[]): Party[] {
  return parties.filter((party) => signs(party) && !actOf(acts, 'signature', party.id));
}

/**
 * Where an act without a date belongs among the others: before the first one that the law's path puts
 * after it, so that a paper found late does not look like the latest event.
 */
export function placeOf(acts: readonly { readonly kind: ActKind }[], kind: ActKind): number {
  const rank = actKinds.indexOf(kind);
  const after = acts.findIndex((act) => actKinds.indexOf(act.kind) > rank);
  return after === -1 ? acts.length : after;
}
