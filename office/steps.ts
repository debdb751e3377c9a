import type { Publication } from '#db/columns.ts';
import { permits, type Noun, type Subject } from './permission.ts';
import type { Viewer } from './viewer.ts';

/**
 * The steps beside publishing at once, in the order in which they are offered, each with the states from which it is taken. What was withdrawn
 * stays so, and its address says so and why, until it is published again at once: on a clock it would be gone without a word meanwhile.
 */
export const stepsFrom = {
  submit: ['draft', 'returned'],
  approve: ['in_review'],
  unschedule: ['scheduled'],
  schedule: ['draft', 'in_review', 'returned', 'approved', 'scheduled'],
  return: ['in_review', 'approved', 'scheduled'],
  embargo: ['draft', 'in_review', 'returned', 'approved', 'withdrawn'],
} as const satisfies Record<string, readonly Publication[]>;
export type Step = keyof typeof stepsFrom;

/** Those that this viewer may take with this record as it stands; four eyes forbid him to let his own work go on. */
export function openSteps(viewer: Viewer, noun: Noun, subject: Subject, own: 'his own work' | 'another’s'): Step[] {
  const alone: readonly Step[] = own === 'his own work' ? ['approve', 'schedule'] : [];
  return (Object.keys(stepsFrom) as Step[]).filter((name) =>
    !alone.includes(name) && stepsFrom[name].some((state) => state === subject.publication) && permits(viewer, `${noun}.${name}`, subject));
}
