import { and, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { bulkRun } from '#db/schema/desk.ts';
import { bulkVerbs, type BulkRun } from './bulk.ts';
import type { Noun } from '#office/permission.ts';
import type { RecordHead } from '#office/record.ts';
import { sightOf, tables, titleOf } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';

/** A run of the viewer's own; null where there is none. */
export async function runById(viewer: Viewer, id: string): Promise<BulkRun | null> {
  if (viewer.kind !== 'staff' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await reader().select({ id: bulkRun.id, register: bulkRun.register, verb: bulkRun.verb, ids: bulkRun.ids, details: bulkRun.details, results: bulkRun.results })
    .from(bulkRun).where(and(eq(bulkRun.id, id), eq(bulkRun.personId, viewer.id)));
  const verb = bulkVerbs.find((known) => known === row?.verb);
  return row && verb ? { ...row, verb, results: row.results.map((one) => ('rule' in one ? { reasons: [one] } : one)) } : null;
}

/** The heads of these records in their order, as far as the viewer may see them. */
export async function recordHeads(viewer: Viewer, noun: Noun, ids: readonly string[]): Promise<RecordHead[]> {
  const { table } = tables[noun];
  const rows = await reader().select({
    id: table.id, code: table.code, slug: table.slug, version: table.version, publication: table.publication, verification: table.verification,
    verifiedOn: table.verifiedOn, createdBy: table.createdBy, changedAt: table.changedAt, embargoUntil: table.embargoUntil, scheduledFor: table.scheduledFor, title: titleOf(viewer, noun),
  }).from(table).where(and(sql`${table.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`, sightOf(viewer, noun)));
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.map((row) => ({ ...row, noun })).toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
