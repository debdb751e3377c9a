import { and, desc, eq, gte } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { acknowledgement, reminderStep } from '#db/schema/reminder.ts';
import { addDays } from '#office/agreement/days.ts';
import { among } from '#office/listing.ts';
import type { Staff } from '#office/viewer.ts';
import { alarms, type Alarm } from './alarms.ts';

/** A day of a record with who has seen it at its present step; `seenBy` null where nobody has. */
export type Reminder = Alarm & { readonly seen: { readonly at: Date; readonly by: string | null } | null };

/** How far back reminders are looked through, in days, and how many of them. */
const [back, most] = [130, 200];

/** The days that this person was reminded of, that are not settled and that nobody has seen since, the nearest first. */
export async function remindersFor(viewer: Staff, today: string): Promise<Reminder[]> {
  const rows = await reader().select({ rule: reminderStep.rule, recordId: reminderStep.recordId, dueOn: reminderStep.dueOn, step: reminderStep.step }).from(reminderStep)
    .where(and(eq(reminderStep.personId, viewer.id), gte(reminderStep.sentOn, addDays(today, -back)))).orderBy(desc(reminderStep.sentOn)).limit(most);
  const near = await remindersOf(viewer, [...new Set(rows.map(({ recordId }) => recordId))], today);
  return near.filter((one) => !one.seen && rows.some(({ rule, recordId, dueOn }) => rule === one.rule && recordId === one.recordId && dueOn === one.dueOn))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The days of these records that near or have passed, each with who has seen it; as far as the viewer may see the records. */
export async function remindersOf(viewer: Staff, ids: readonly string[], today: string): Promise<Reminder[]> {
  const near = await alarms(viewer, today, { ids });
  if (near.length === 0) return [];
  const seen = await reader().select({ rule: acknowledgement.rule, recordId: acknowledgement.recordId, dueOn: acknowledgement.dueOn, step: acknowledgement.step, at: acknowledgement.createdAt, by: personal.value })
    .from(acknowledgement).leftJoin(personal, and(eq(personal.ownerId, acknowledgement.createdBy), eq(personal.field, 'name'))).where(among(acknowledgement.recordId, ids));
  return near.map((one) => {
    const last = seen.find(({ rule, recordId, dueOn, step }) => rule === one.rule && recordId === one.recordId && dueOn === one.dueOn && step <= one.step);
    return { ...one, seen: last ? { at: last.at, by: last.by } : null };
  });
}
