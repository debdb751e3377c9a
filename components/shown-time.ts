import { dayInSentence } from '#components/shown-date.ts';
import type { WrittenForm } from '#messages/local-text.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Belgrade' });
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Belgrade' });

/** The hour in Belgrade, as `writeTime` writes it for pages: „8.29“, “08:29”. The browser is not sent the whole catalogue for it. */
export function shownTime(at: Date, form: WrittenForm): string {
  const [hour = '', minute = ''] = clock.format(at).split(':');
  return form === 'en' ? `${hour.padStart(2, '0')}:${minute}` : `${Number(hour)}.${minute}`;
}

/** The day in Belgrade, in a sentence: „22. новембра 2026.“. */
export function shownDay(at: Date, form: WrittenForm, monthOf: (month: number) => string): string {
  return dayInSentence(calendar.format(at), form, monthOf);
}
