import type { LocalText } from '#messages/local-text.ts';
import type { Noun } from '#office/permission.ts';

/**
 * On the way to the public, as it stands before this person: what he was given back or has begun, and what he may publish. *Missed* is what the clock was
 * to publish and gave back, *unscheduled* what he had scheduled and somebody else has taken off the clock.
 */
export const stages = ['missed', 'unscheduled', 'toReview', 'returned', 'scheduled', 'toPublish', 'ownDraft'] as const;
export type Stage = (typeof stages)[number];

/**
 * One thing that waits for the viewer. `day` is an ISO day and `days` how many days late (overdue) or left (negative where it
 * has passed); `place` is the address of a form below its written form, where it is no record that waits; `who` has asked for it.
 */
export type Waiting = {
  readonly kind: WaitingKind; readonly id: string; readonly noun: Noun | null; readonly code: string; readonly title: LocalText | null;
  readonly day: string | null; /** Of a form: when it was kept. */ readonly at?: Date; readonly days: number | null; readonly place: string | null; readonly who: string | null;
  /** Of an end: a renewal, which was agreed to be an act of its own, settles it. */
  readonly mayRenew?: boolean;
  /** It ends since notice was given. */
  readonly byNotice?: boolean;
};
export const waitingKinds = ['proposal', 'returnedProposal', 'decide', 'ends', 'overdue', 'unsent', ...stages] as const;
export type WaitingKind = (typeof waitingKinds)[number];
/** Of each kind the most pressing, and how many there are in all. */
export type WaitingGroup = { readonly kind: WaitingKind; readonly lines: readonly Waiting[]; readonly total: number };

/** So many of one kind are named on the desk; the rest is a number that leads to all of them, */
export const namedOfAKind = 6;
/** of which at most so many are listed. */
export const listedOfAKind = 300;
