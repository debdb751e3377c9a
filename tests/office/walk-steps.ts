import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Action, Noun } from '#office/permission.ts';
import { approveRecord, embargoRecord, returnRecord, scheduleRecord, submitRecord, unscheduleRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';
import { systemViewer, type Viewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';

const steps = ['submit', 'return', 'approve', 'schedule', 'unschedule', 'embargo'] as const;
export type Step = (typeof steps)[number];
type StepDeed = { readonly action: Action; readonly kind: Step; run(viewer: Viewer, id: string): Promise<Outcome<Entered>>; prepare?(id: string): Promise<void> };

/** The way of a record from a draft to the public; each begins where it is possible. */
export function stepsOf(noun: Noun): StepDeed[] {
  const register = registerOf(noun);
  const submit = (viewer: Viewer, id: string) => submitRecord(viewer, register, { id, reason: null });
  const schedule = (viewer: Viewer, id: string) => scheduleRecord(viewer, register, { id, moment: new Date('2030-01-01T10:00Z'), now: new Date() }, async () => []);
  const submitted = async (id: string) => void accepted(await submit(systemViewer, id));
  return [
    { action: `${noun}.submit`, kind: 'submit', run: submit },
    { action: `${noun}.return`, kind: 'return', prepare: submitted, run: (viewer, id) => returnRecord(viewer, register, { id, reason: 'недостаје извор' }) },
    { action: `${noun}.approve`, kind: 'approve', prepare: submitted, run: (viewer, id) => approveRecord(viewer, register, { id }, async () => []) },
    { action: `${noun}.schedule`, kind: 'schedule', run: schedule },
    { action: `${noun}.unschedule`, kind: 'unschedule', prepare: async (id) => void accepted(await schedule(systemViewer, id)), run: (viewer, id) => unscheduleRecord(viewer, register, { id }) },
    { action: `${noun}.embargo`, kind: 'embargo', run: (viewer, id) => embargoRecord(viewer, register, { id, until: '2030-01-01', reason: null }) },
  ];
}
