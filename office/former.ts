import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { markOf } from './person/person.ts';

/** What somebody is called whose name was erased: a former colleague, with the signs by which he is told from others. */
export function formerName(id: string, form: WrittenForm): string {
  return words(form, 'record')('former', { mark: markOf(id) });
}

/** The same in every form at once, for what is put into words later. */
export function formerText(id: string): LocalText {
  return { origin: 'sr-Cyrl', 'sr-Cyrl': { text: formerName(id, 'sr-Cyrl'), state: 'checked' }, en: { text: formerName(id, 'en'), state: 'checked' } };
}
