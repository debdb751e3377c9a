import type { FuzzyDate } from '#db/columns.ts';
import type { ProjectActKind } from '#db/schema/project.ts';
import { fuzzyIsAfter, isCertainlyBefore } from '#office/fuzzy-date.ts';

export const codePrefix = 'NI-PRO';

/** In the order of DOMAIN section 3. */
export const projectActKinds = [
  'idea', 'preparing', 'submitted', 'rejected', 'reserve', 'approved', 'contracted', 'running', 'suspended', 'resumed', 'closing', 'closed', 'cancelled',
] as const satisfies readonly ProjectActKind[];

export const projectStates = [
  'unknown', 'idea', 'preparing', 'submitted', 'rejected', 'reserve', 'approved', 'contracted', 'running', 'suspended', 'closing', 'closed', 'cancelled',
] as const;
export type ProjectState = (typeof projectStates)[number];

type Acted = { readonly kind: ProjectActKind; readonly on: FuzzyDate | null };

/**
 * What a project is in on the day `today` (ISO), from its acts in whatever order they were entered. Of the acts that no
 * other certainly follows the one furthest along the way says, since where their dates leave it open it must have come later:
 * what was closed in 2024 is closed, though it ran from March of that year. An act that lies after today has not happened yet.
 * No act at all: not known.
 */
export function projectState(acts: readonly Acted[], today: string): ProjectState {
  const happened = acts.filter(({ on }) => on === null || !fuzzyIsAfter(on, today));
  const last = happened.filter(({ on }) => !happened.some((other) => isCertainlyBefore(on, other.on)));
  const telling = last.toSorted((a, b) => rank[a.kind] - rank[b.kind]).at(-1);
  if (!telling) return 'unknown';
  return telling.kind === 'resumed' ? 'running' : telling.kind;
}

/** The acts that the state lets follow now (DOMAIN section 3); a project of which no act is known begins as an idea. */
export function nextActs(state: ProjectState): readonly ProjectActKind[] {
  return moves[state];
}

const moves: Record<ProjectState, readonly ProjectActKind[]> = {
  unknown: ['idea'], idea: ['preparing', 'cancelled'], preparing: ['submitted', 'cancelled'], submitted: ['approved', 'reserve', 'rejected', 'cancelled'],
  reserve: ['approved', 'cancelled'], approved: ['contracted', 'cancelled'], contracted: ['running', 'cancelled'], running: ['closing', 'suspended', 'cancelled'],
  suspended: ['resumed', 'cancelled'], closing: ['closed', 'cancelled'], rejected: [], closed: [], cancelled: [],
};

/**
 * Whether an act of the past may bring a project on from this state. Stages may be skipped, since old records miss acts;
 * but nothing follows an end, and nothing goes back except from a suspension.
 */
export function mayFollow(state: ProjectState, kind: ProjectActKind): boolean {
  if (state === 'unknown') return true;
  if (ends.includes(state)) return false;
  if (kind === 'resumed') return state === 'suspended';
  if (kind === 'rejected' || kind === 'reserve') return rank[state] <= rank.submitted;
  if (kind === 'suspended') return rank[state] < rank.suspended;
  return rank[kind] > rank[state] && !(state === 'suspended' && kind === 'running');
}

/** The eight steps of a project that goes well; `gap` where a later act is on record, `now` where the state waits for this one. */
export function projectWay<T extends Acted>(acts: readonly T[], today: string): { kind: ProjectActKind; act: T | null; state: 'done' | 'gap' | 'now' | 'ahead' }[] {
  const next = nextActs(projectState(acts, today));
  const furthest = Math.max(-1, ...acts.filter(({ kind }) => steps.includes(kind)).map(({ kind }) => rank[kind]));
  return steps.map((kind) => {
    const act = acts.findLast((one) => one.kind === kind) ?? null;
    return { kind, act, state: act ? 'done' : rank[kind] < furthest ? 'gap' : next.includes(kind) ? 'now' : 'ahead' };
  });
}

const steps: readonly ProjectActKind[] = ['idea', 'preparing', 'submitted', 'approved', 'contracted', 'running', 'closing', 'closed'];

/** What stands for the project where room is short. */
export function shortTitle<T>(project: { title: T | null; acronym: T | null }): T | null {
  return project.acronym ?? project.title;
}

const ends: readonly ProjectState[] = ['rejected', 'closed', 'cancelled'];

/** How far along the way. A resumption implies the suspension before it; a closed project was not cancelled. */
const rank: Record<ProjectActKind, number> = {
  idea: 0, preparing: 1, submitted: 2, reserve: 3, rejected: 4, approved: 5, contracted: 6, running: 7, suspended: 8, resumed: 9, closing: 10, cancelled: 11, closed: 12,
};
