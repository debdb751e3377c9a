import type { ActKind, Renewal } from './agreement.ts';
import { isOpen, type Move } from './moves.ts';
import type { Standing } from './standing.ts';
import { isRunning } from './watched.ts';

/** What can be done about whether an agreement goes on, each with the acts that do it; `let` is the word that it may run, or end. */
export type WayOn = { readonly way: 'end' | 'renew' | 'noticed' | 'paused' | 'over' | 'let'; readonly acts: readonly ActKind[] };

/** The ways that stand open, in the order in which they are offered; one without its act is none. What is over may have been renewed in time, and can be archived. */
export function waysOn({ state }: Pick<Standing, 'state'>, moves: readonly Move[]): WayOn[] {
  const possible = moves.filter(isOpen).map(({ kind }) => kind);
  const open = (...kinds: ActKind[]) => kinds.filter((kind) => possible.includes(kind));
  if (!isRunning({ state })) return [{ way: 'over', acts: open('renewal', 'archiving') }];
  const acts: WayOn[] = [
    { way: 'noticed', acts: state === 'notice_given' ? open('notice_withdrawn', 'termination') : [] },
    { way: 'paused', acts: state === 'suspended' ? open('resumption', 'termination') : [] },
    { way: 'end', acts: open('notice', 'party_withdrawal') },
    { way: 'renew', acts: open('renewal') },
  ];
  return [...acts.filter((one) => one.acts.length > 0), { way: 'let', acts: [] }];
}

/** It goes on by itself, unless somebody ends it; else its end comes by itself. Of an unknown renewal nobody can say that it ends. */
export function goesOn(renewal: Renewal | string | null, { endsBy }: Pick<Standing, 'endsBy'>): boolean {
  return endsBy === null && renewal !== 'none' && renewal !== 'express';
}

/** A renewal is an act of its own only where it was agreed to be one; `mayFollow` says the same of all that the act asks for. */
export function mayRenew({ state, renewal, renewalMonths }: { state: string; renewal: string | null; renewalMonths: number | null }): boolean {
  return state === 'in_force' && renewal === 'express' && Boolean(renewalMonths);
}
