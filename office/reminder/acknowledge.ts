import { and, eq, lte, sql } from 'drizzle-orm';
import { acknowledgement } from '#db/schema/reminder.ts';
import { change, type Entered } from '#office/change.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { RecordTable } from '#office/pen.ts';
import { recordHead } from '#office/record.ts';
import { Refusal } from '#office/refusal.ts';
import type { Viewer } from '#office/viewer.ts';
import { alarms } from './alarms.ts';
import type { AcknowledgementEntry } from './entry.ts';
import { rules } from './reminder.ts';

const table = acknowledgement satisfies RecordTable;

/**
 * „Виђено“: the office knows of this day, so nobody else is asked until its next step; it is no answer to what the day asks. 404
 * where there is no such record for the viewer, 422 where the day was settled or moved, or somebody has seen it before. `today` is an ISO day.
 */
export async function acknowledge(viewer: Viewer, { entry, today, requestId }: { entry: AcknowledgementEntry; today: string; requestId?: string }): Promise<Outcome<Entered>> {
  const { rule, recordId, dueOn } = entry;
  if (!rule || !dueOn) return refused(422, { field: '', rule: 'reminderOver' });
  const { noun } = rules[rule];
  const record = await recordHead(viewer, noun, recordId);
  const alarm = record && (await alarms(viewer, today, { ids: [recordId] })).find((one) => one.rule === rule && one.dueOn === dueOn);
  return change(viewer, {
    action: 'reminder.acknowledge', table, requestId,
    subject: async () => {
      if (!record) throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
      return { id: record.id, createdBy: record.createdBy, publication: record.publication, projectId: record.projectId, noun };
    },
  }, async (pen) => {
    if (!alarm) return pen.refuse({ field: '', rule: 'reminderOver' });
    // Of two who press at once, the second is told.
    await pen.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reminder ${rule} ${recordId}`}, 0))`);
    const [seen] = await pen.db.select({ id: table.id }).from(table)
      .where(and(eq(table.rule, rule), eq(table.recordId, recordId), eq(table.dueOn, dueOn), lte(table.step, alarm.step)));
    if (seen) pen.refuse({ field: '', rule: 'reminderSeen' });
    return pen.draft(table, { rule, noun, recordId, dueOn, step: alarm.step });
  });
}
