import { isCertainlyBefore } from '#office/fuzzy-date.ts';
import { actKinds, signs, type Act, type ActKind, type Party } from './agreement.ts';

/**
 * The acts that have happened by this day, in the order in which they happened. An act without a date
 * keeps its place after the one that stands before it, and one whose date is not exact comes after the one that it answers, where
 * that stands before it and the date allows it; acts of one day keep their order too.
 */
export function actsBy(acts: readonly Act[], today: string): Act[] {
  const placed: Placed[] = [];
  for (const act of acts.filter(({ on }) => !on?.earliest || on.earliest <= today)) placed.push({ act, day: act.on?.earliest ?? act.on?.latest ?? placed.at(-1)?.day ?? '' });
  for (const [place, { act }] of placed.entries()) placed[place] = { act, day: dayOf(act, placed, place) };
  return inOrder(placed).map(({ act }) => act);
}

type Placed = { readonly act: Act; readonly day: string };

/** Sorting keeps the order of what is of one day. */
function inOrder(placed: readonly Placed[]): Placed[] {
  return placed.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * The day under which the act of this place is put in order: the first that its date allows. Only where it would answer nothing
 * then is it the day of the last one before it that it can answer, so that an act which stands well where it is stays there.
 */
function dayOf({ kind, on }: Act, placed: readonly Placed[], place: number): string {
  const before = placed.slice(0, place);
  const opens = on?.earliest ?? on?.latest;
  if (!opens) return before.at(-1)?.day ?? '';
  const ground = answers[kind];
  if (!ground || on?.latest === opens) return opens;
  const order = inOrder(placed);
  const open = order.slice(0, order.indexOf(placed[place] as Placed)).findLast(({ act }) => act.kind === ground || closes(act.kind, kind));
  if (open?.act.kind === ground) return opens;
  return before.reduce((day, { act, day: other }) => (act.kind === ground && other > day && (!on?.latest || other <= on.latest) ? other : day), opens);
}

/** What an act answers, where its place among the others decides what it does. */
const answers: Partial<Record<ActKind, ActKind>> = {
  text_agreed: 'drafting_started', council_decision: 'text_agreed', consent_request: 'council_decision', consent_refused: 'consent_request',
  consent_given: 'consent_request', authorisation_to_sign: 'council_decision', resumption: 'suspension', notice_withdrawn: 'notice',
};

/** After this one an act of that kind has nothing to answer any more; of decisions there is one for each assembly. */
function closes(kind: ActKind, answer: ActKind): boolean {
  return kind === 'drafting_started' || kind === 'consent_refused' || (kind === answer && kind !== 'council_decision');
}

/**
 * All acts as they are told, whatever the order in which they were entered: by their own days, those of one day, or whose vague date
 * allows it, in the order of the procedure as far as into force, which a refused consent begins anew. What has no date keeps its place after the one that stands before it.
 */
export function inTurn<T extends Act>(acts: readonly T[]): T[] {
  const placed: { act: T; day: string }[] = [];
  for (const act of acts) placed.push({ act, day: act.on?.earliest ?? act.on?.latest ?? placed.at(-1)?.day ?? '' });
  for (const [place, { act }] of placed.entries()) placed[place] = { act, day: follows.has(act.kind) ? lateEnough(act, acts) : dayOf(act, placed, place) };
  const groups = placed.reduce<{ head: T; day: string; round: number; acts: T[] }[]>((all, { act, day }, place) => {
    const group = all.at(-1);
    if (group && !act.on) group.acts.push(act);
    else all.push({ head: act, day, round: acts.slice(0, place).filter(({ kind }) => kind === 'consent_refused').length, acts: [act] });
    return all;
  }, []);
  return groups.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.round - b.round || turnOf(a.head) - turnOf(b.head))).flatMap((group) => group.acts);
}

/** What closes the procedure: whatever of it comes before these in the law's path came before them, where a vague date allows it. */
const follows: ReadonlySet<ActKind> = new Set<ActKind>(['signature', 'ratification', 'publication_in_gazette', 'entry_into_force']);

function lateEnough({ kind, on }: Act, acts: readonly Act[]): string {
  const opens = on?.earliest ?? on?.latest ?? '';
  const before = acts.filter((act) => actKinds.indexOf(act.kind) < actKinds.indexOf(kind) && act.on?.latest && act.on.earliest === act.on.latest);
  return before.reduce((day, { on: other }) => (other?.latest && other.latest > day && on?.latest && other.latest <= on.latest ? other.latest : day), opens);
}

/** Of one day the procedure is told first, in its order; what comes after the entry into force as it was entered. */
function turnOf({ kind }: Act): number {
  return Math.min(actKinds.indexOf(kind), actKinds.indexOf('entry_into_force') + 1);
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
 * Where an act of the past belongs among the others: behind those that certainly came before it, and then before the first one
 * that the law's path puts after it, so that a paper found late, with no date or a vague one, does not look like the latest event.
 */
export function placeOf(acts: readonly Pick<Act, 'kind' | 'on'>[], { kind, on }: Pick<Act, 'kind' | 'on'>): number {
  const before = acts.findLastIndex((act) => isCertainlyBefore(act.on, on));
  // What has no date keeps with the one that it follows.
  const from = before === -1 ? 0 : acts.findIndex((act, place) => place > before && act.on !== null);
  const rank = actKinds.indexOf(kind);
  const after = from === -1 ? -1 : acts.findIndex((act, place) => place >= from && actKinds.indexOf(act.kind) > rank);
  return after === -1 ? acts.length : after;
}
