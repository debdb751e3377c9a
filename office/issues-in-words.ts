import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Issue } from './outcome.ts';

/** Issues as sentences, for what is read outside of a page: the history, letters. What several fields lack is said once. */
export function issuesInWords(issues: readonly Issue[], form: WrittenForm): string[] {
  const say = words(form, 'issues');
  return [...new Set(issues.map(({ rule, values = {} }) => say(rule, { ...values, ...(typeof values.day === 'string' ? { day: writeDay(values.day, form) } : {}) })))];
}
