import { randomUUID } from 'node:crypto';
import { RemindersNotice } from '#components/reminder/reminders.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { holds } from '#office/permission.ts';
import { remindersOf } from '#office/reminder/read.ts';
import type { RecordPage } from './record-page.tsx';
import { seeOnRecord } from '#app/[locale]/workspace/reminders/actions.ts';

/** Over a record one of whose days nears or is late: which it is, and who has seen it. */
export async function RemindersBand({ page: { form, viewer, record } }: { page: Omit<RecordPage, 'band'> }) {
  const today = belgradeToday(new Date());
  const reminders = await remindersOf(viewer, [record.id], today);
  if (reminders.length === 0) return null;
  return <RemindersNotice reminders={reminders} form={form} today={today} see={seeOnRecord} may={holds(viewer, 'contributor', record.noun, record) ? 'see' : 'only read'} requestOf={randomUUID} />;
}
