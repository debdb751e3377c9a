import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { person, personal } from '#db/schema/person.ts';
import type { Viewer } from '#office/viewer.ts';

/** The names of all who work or worked here, under their ids; any member of staff may know them. */
export async function colleagueNames(viewer: Viewer): Promise<Map<string, string>> {
  if (viewer.kind === 'visitor') return new Map();
  const rows = await reader().select({ id: person.id, name: personal.value }).from(person).innerJoin(personal, eq(personal.ownerId, person.id)).where(eq(personal.field, 'name'));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
