import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';

/**
 * The words for one fault of an entry, from its rule and values (`office/outcome.ts`). ISO days among the values
 * are written out in the form; a value that is a field's label must be given as words.
 */
export function issueWords(
  issue: { rule: string; values?: Readonly<Record<string, string | number>> },
  form: WrittenForm,
): string {
  const values = Object.entries(issue.values ?? {}).map(([name, value]) => [name, written(value, form)]);
  return words(form, 'issues')(issue.rule, Object.fromEntries(values));
}

function written(value: string | number, form: WrittenForm): string | number {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? writeDay(value, form, 'sentence') : value;
}
