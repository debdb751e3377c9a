import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { person, personal } from '#db/schema/person.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { formerName } from '#office/former.ts';
import type { Viewer } from '#office/viewer.ts';

/** The names of all who work or worked here, under their ids, also of those whose name was erased. Any member of staff may know them. */
export async function colleagueNames(viewer: Viewer, form: WrittenForm): Promise<Map<string, string>> {
  if (viewer.kind === 'visitor') return new Map();
  const rows = await reader().select({ id: person.id, name: personal.value }).from(person).leftJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'name')));
  return new Map(rows.map(({ id, name }) => [id, name ?? formerName(id, form)]));
}
