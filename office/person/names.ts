import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { person, personal } from '#db/schema/person.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Viewer } from '#office/viewer.ts';
import { markOf } from './person.ts';

/**
 * The names of all who work or worked here, under their ids; somebody whose name was erased is a former colleague with the signs
 * by which he is told from others. Any member of staff may know them.
 */
export async function colleagueNames(viewer: Viewer, form: WrittenForm): Promise<Map<string, string>> {
  if (viewer.kind === 'visitor') return new Map();
  const rows = await reader().select({ id: person.id, name: personal.value }).from(person).leftJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'name')));
  return new Map(rows.map(({ id, name }) => [id, name ?? formerName(id, form)]));
}

/** What somebody is called whose name was erased. */
export function formerName(id: string, form: WrittenForm): string {
  return words(form, 'record')('former', { mark: markOf(id) });
}

/** The same in every form at once, for what is put into words later. */
export function formerText(id: string): LocalText {
  return { origin: 'sr-Cyrl', 'sr-Cyrl': { text: formerName(id, 'sr-Cyrl'), state: 'checked' }, en: { text: formerName(id, 'en'), state: 'checked' } };
}
