import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import { among, inOne } from '#office/listing.ts';
import type { Noun } from '#office/permission.ts';
import { sightOf, tables, titleOf } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';

/** What records are called, of those that the viewer may see; by its code where one has no name yet. */
export async function titlesOf(viewer: Viewer, records: readonly { noun: Noun; id: string }[]): Promise<Map<string, LocalText | null>> {
  const ofEach = [...Map.groupBy(records, ({ noun }) => noun)].map(([noun, some]) => {
    const { table } = tables[noun];
    return sql`select ${table.id} as id, ${table.code} as code, ${titleOf(viewer, noun)} as title from ${table} where ${among(table.id, some.map(({ id }) => id))} and ${sightOf(viewer, noun)}`;
  });
  if (ofEach.length === 0) return new Map();
  const { rows } = await reader().execute<{ id: string; code: string; title: LocalText | null }>(inOne(ofEach));
  return new Map(rows.map(({ id, code, title }) => [id, title ?? { origin: 'sr-Latn', 'sr-Latn': { text: code, state: 'checked' } }]));
}
