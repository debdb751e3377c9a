import { and, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Noun } from '#office/permission.ts';
import { sightOf, tables, titleOf } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';

/** What records are called, of those that the viewer may see; by its code where one has no name yet. */
export async function titlesOf(viewer: Viewer, records: readonly { noun: Noun; id: string }[]): Promise<Map<string, LocalText | null>> {
  const titles = new Map<string, LocalText | null>();
  for (const noun of new Set(records.map((record) => record.noun))) {
    const { table } = tables[noun];
    const ids = records.filter((record) => record.noun === noun).map(({ id }) => id);
    const rows = await reader().select({ id: table.id, code: table.code, title: titleOf(viewer, noun) }).from(table)
      .where(and(inArray(table.id, ids), sightOf(viewer, noun)));
    for (const row of rows) titles.set(row.id, row.title ?? { origin: 'sr-Latn', 'sr-Latn': { text: row.code, state: 'checked' } });
  }
  return titles;
}
