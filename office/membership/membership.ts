import type { FuzzyDate } from '#db/columns.ts';
import type { MembershipActKind } from '#db/schema/membership.ts';
import { isCertainlyBefore } from '#office/fuzzy-date.ts';

/** Acts of a membership in the order of its life; `suspended` and `resumed` may come again. */
export const membershipActKinds = [
  'considered', 'decided', 'applied', 'joined', 'suspended', 'resumed', 'withdrawal_decided', 'ended',
] as const satisfies readonly MembershipActKind[];

/** DOMAIN section 3; `unknown` where no act is on record. */
export const membershipStates = [
  'unknown', 'considered', 'decided', 'applied', 'active', 'suspended', 'withdrawal_decided', 'ended',
] as const;
export type MembershipState = (typeof membershipStates)[number];

export const feePeriods = ['once', 'yearly'] as const;

type Period = { readonly state: MembershipState; readonly joined: FuzzyDate | null; readonly code: string };
export type DatedAct = { readonly kind: MembershipActKind; readonly on: FuzzyDate | null };

/**
 * The state that follows from the acts on this ISO day: the furthest act of a membership's life that has happened.
 * An act without a date has happened; one of a later day has not; an end takes effect when its latest day is reached.
 */
export function stateOn(acts: readonly DatedAct[], today: string): MembershipState {
  const last = arrange(acts).filter((act) => hasHappened(act, today)).at(-1);
  return last ? stateAfter[last.kind] : 'unknown';
}

/** The acts in the order of a membership's life, whatever the order in which they were found and entered. */
export function arrange<T extends DatedAct>(acts: readonly T[]): T[] {
  const arranged: T[] = [];
  for (const act of acts) {
    const later = arranged.findIndex((other) => comesBefore(act, other));
    arranged.splice(later === -1 ? arranged.length : later, 0, act);
  }
  return arranged;
}

/**
 * The acts that the state lets follow now (DOMAIN section 3). A membership of which nothing is known begins with being
 * considered; what an older source tells of is entered as such, and not by its turn.
 */
export function nextActs(acts: readonly DatedAct[], today: string): MembershipActKind[] {
  const held = new Set(acts.map((act) => act.kind));
  return moves[stateOn(acts, today)].filter((kind) => recurs(kind) || !held.has(kind));
}

/** States in which somebody is a member: one of a network at a time. */
export function isRunning(state: MembershipState): boolean {
  return state === 'active' || state === 'suspended' || state === 'withdrawal_decided';
}

/** Of one member's memberships in one network the one that is told first; null where there is none. */
export function currentOf<T extends Period>(memberships: readonly T[]): T | null {
  return inTurn(memberships)[0] ?? null;
}

/** Those in turn: the running one, then what is under way, then what ended; of several the latest joined, the unknown last. */
export function inTurn<T extends Period>(memberships: readonly T[]): T[] {
  return memberships.toSorted((a, b) => turn(a) - turn(b) || joinedDay(b).localeCompare(joinedDay(a)) || b.code.localeCompare(a.code));
}

/** What is wrong with a set of acts, by the place of the act in `acts`: one twice, out of turn, or dated before an act it follows. */
export function faultsOf(acts: readonly DatedAct[]): { at: number; rule: 'actTwice' | 'actOutOfTurn' | 'actOutOfOrder' }[] {
  const arranged = arrange(acts);
  return arranged.flatMap((act, place) => {
    const before = arranged.slice(0, place);
    const rule = faultAfter(before, act);
    return rule ? [{ at: acts.indexOf(act), rule }] : [];
  });
}

/** The day on which the City became a member: null where no act says so, `{ on: null }` where its day is unknown. */
export function joiningOf<T extends DatedAct>(acts: readonly T[]): T | null {
  return acts.find((act) => act.kind === 'joined') ?? null;
}

/** The four steps of accession; `gap` where a later act is on record, so that this one must exist and was not found. */
export function accessionOf<T extends DatedAct>(acts: readonly T[]): { kind: MembershipActKind; act: T | null; state: 'done' | 'gap' | 'ahead' }[] {
  const furthest = Math.max(-1, ...acts.map((act) => stages[act.kind]));
  return membershipActKinds.slice(0, 4).map((kind) => {
    const act = acts.find((one) => one.kind === kind) ?? null;
    return { kind, act, state: act ? 'done' : stages[kind] < furthest ? 'gap' : 'ahead' };
  });
}

const stages: Record<MembershipActKind, number> = {
  considered: 0, decided: 1, applied: 2, joined: 3, suspended: 4, resumed: 4, withdrawal_decided: 5, ended: 6,
};

const stateAfter: Record<MembershipActKind, MembershipState> = {
  considered: 'considered', decided: 'decided', applied: 'applied', joined: 'active', suspended: 'suspended', resumed: 'active',
  withdrawal_decided: 'withdrawal_decided', ended: 'ended',
};

const moves: Record<MembershipState, readonly MembershipActKind[]> = {
  unknown: ['considered'],
  considered: ['decided'],
  decided: ['applied'],
  applied: ['joined'],
  active: ['suspended', 'withdrawal_decided'],
  suspended: ['resumed', 'withdrawal_decided'],
  withdrawal_decided: ['ended'],
  ended: [],
};

function hasHappened({ kind, on }: DatedAct, today: string): boolean {
  const from = kind === 'ended' ? on?.latest : on?.earliest;
  return !from || from <= today;
}

function turn({ state }: Period): number {
  if (isRunning(state)) return 0;
  return state === 'ended' ? 2 : 1;
}

function joinedDay({ joined }: Period): string {
  return joined?.earliest ?? joined?.latest ?? '';
}

function recurs(kind: MembershipActKind): boolean {
  return kind === 'suspended' || kind === 'resumed';
}

/** By stage; suspensions and resumptions by their dates where these leave no doubt, else as they were entered. */
function comesBefore(act: DatedAct, other: DatedAct): boolean {
  if (stages[act.kind] !== stages[other.kind]) return stages[act.kind] < stages[other.kind];
  return recurs(act.kind) && isCertainlyBefore(act.on, other.on);
}

function faultAfter(before: readonly DatedAct[], act: DatedAct) {
  if (recurs(act.kind)) {
    const last = before.findLast((other) => recurs(other.kind))?.kind ?? 'resumed';
    if (last === act.kind) return 'actOutOfTurn' as const;
  } else if (before.some((other) => other.kind === act.kind)) return 'actTwice' as const;
  return before.some((other) => isCertainlyBefore(act.on, other.on)) ? 'actOutOfOrder' as const : null;
}
