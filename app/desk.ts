import { registerCounts } from '#app/registers.ts';
import { addDays } from '#office/agreement/days.ts';
import { deadlinesOfEach } from '#office/agreement/deadlines.ts';
import { backupTrouble } from '#office/audit/backups.ts';
import { lastChanges } from '#office/audit/read.ts';
import { unsealedLong } from '#office/audit/unsealed.ts';
import { completeness } from '#office/desk/completeness.ts';
import { givenTo } from '#office/desk/given.ts';
import { incomplete } from '#office/desk/incomplete.ts';
import { officeState } from '#office/desk/state.ts';
import { waitingFor } from '#office/desk/waiting.ts';
import { milestonesOfWeek } from '#office/milestone/plan.ts';
import { lettersInNeed } from '#office/mail/read.ts';
import { remindersFor } from '#office/reminder/read.ts';
import { importable } from '#office/import/read.ts';
import { weekOf } from '#office/milestone/week.ts';
import { permits } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';

/** All that the desk of this person shows on `today` (an ISO day). */
export async function deskOf(viewer: Staff, today: string) {
  const [groups, figures, state, week, records, changes, given, counts, reminders, letters, unsealed, backups] = await Promise.all([
    waitingFor(viewer, today), completeness(viewer), officeState(viewer, today), weekFor(viewer, today), incomplete(viewer, 6), lastChanges(viewer, { limit: 8 }),
    givenTo(viewer), registerCounts(viewer), remindersFor(viewer, today), lettersInNeed(viewer), unsealedLong(viewer), backupTrouble(viewer),
  ]);
  return { groups, figures, state, week, records, changes, given, steps: stepsFor(viewer, counts), reminders, letters, unsealed, backups };
}

/** Until the register holds agreements or projects, the desk shows the way there: each step leans on the one before. */
function stepsFor(viewer: Staff, counts: Awaited<ReturnType<typeof registerCounts>>) {
  if (counts.agreements + counts.projects + counts.networks > 0 || !permits(viewer, 'agreement.draft', null)) return null;
  return [
    // The City itself is a record, so the first partner is the second organisation.
    { key: 'partner', place: '/partners/new', done: counts.partners > 1 },
    { key: 'agreement', place: '/agreements/new', done: false },
    { key: 'network', place: '/networks/new', done: false },
    { key: 'project', place: '/projects/new', done: false },
    ...(importable(viewer).length > 0 ? [{ key: 'table', place: '/import', done: false }] : []),
  ];
}

async function weekFor(viewer: Staff, today: string) {
  const { from, to } = weekOf(today);
  const [due, nearing] = await Promise.all([
    milestonesOfWeek(viewer, today), deadlinesOfEach(viewer, today, (['decide', 'ends'] as const).map((kind) => ({ kind, from, to, whose: 'mine', limit: 12 }))),
  ]);
  const dated = due.flatMap(({ id, title, planned }) => {
    const day = [planned?.latest, planned?.earliest].find((one) => one && one >= from && one <= to);
    return day ? [{ day, key: id, noun: 'milestone' as const, id, title, what: 'due' as const }] : [];
  });
  return {
    days: Array.from({ length: 7 }, (_, place) => addDays(from, place)),
    entries: [...dated, ...nearing.flatMap(({ lines }) => lines).map(({ kind, day, id, title }) => ({ day, key: `${kind} ${id}`, noun: 'agreement' as const, id, title, what: kind }))],
  };
}
