import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';

/** A day of a record that somebody is reminded of, both ISO. */
export type ReminderLine = { readonly rule: string; readonly dueOn: string };

/** „одлука о наставку до 21. 12. 2026, за 30 дана“: the same in a letter and in the workspace. `today` is an ISO day. */
export function reminderWords({ rule, dueOn }: ReminderLine, today: string, form: WrittenForm): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  return words(form, 'reminders.rules')(days < 0 ? `${rule}Late` : rule, { days: Math.abs(days), day: writeDay(dueOn, form, 'table') });
}
