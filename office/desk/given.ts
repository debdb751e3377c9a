import { and, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import { nouns, permits, type Noun } from '#office/permission.ts';
import { sightOf, tables, titleOf } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';

export type Given = { readonly noun: Noun; readonly id: string; readonly code: string; readonly title: LocalText | null; readonly revises: boolean };

/** The single records that this person was given, as a project partner has his project; at most twenty of a noun. */
export async function givenTo(viewer: Staff): Promise<Given[]> {
  const found = await Promise.all(nouns.map(async (noun): Promise<Given[]> => {
    const ids = [...new Set(viewer.grants.flatMap((grant) => (grant.noun === noun && grant.recordId ? [grant.recordId] : [])))];
    if (ids.length === 0) return [];
    const { table } = tables[noun];
    const rows = await reader().select({
      id: table.id, code: table.code, publication: table.publication, createdBy: table.createdBy, title: titleOf(viewer, noun),
    }).from(table).where(and(inArray(table.id, ids), sightOf(viewer, noun))).limit(20);
    return rows.map(({ id, code, title, publication, createdBy }) => ({ noun, id, code, title, revises: permits(viewer, `${noun}.revise`, { id, publication, createdBy }) }));
  }));
  return found.flat();
}
