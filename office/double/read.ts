import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentLink } from '#db/schema/document.ts';
import type { Difference } from '#office/audit/difference.ts';
import { named, namesOf } from '#office/names-of.ts';
import { findRecords, type Found } from '#office/find/read.ts';
import type { Noun } from '#office/permission.ts';
import { parts, references } from '#office/pointing.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { mergeable } from './field.ts';

/** A field in which two records differ: `before` as the kept one has it, `after` as the double has it, with names in the place of ids. */
export type TwoFields = Difference;

/** How many records of a noun name the double. */
export type Naming = { readonly noun: Noun; readonly many: number };

/** `naming`: the records that name the double and that the viewer may see, by noun; `own`: how many rows of its own it has. Both move with it. */
export type Pair = { readonly doubleVersion: number; readonly fields: readonly TwoFields[]; readonly naming: readonly Naming[]; readonly own: number };

/** Two records of one noun side by side; null where the viewer may not see one of them, or they are one and the same. */
export async function pairOf(viewer: Viewer, noun: Noun, keptId: string, doubleId: string): Promise<Pair | null> {
  const two = await differingIn(viewer, noun, keptId, doubleId);
  if (!two) return null;
  const [names, naming, own] = await Promise.all([namesOf(viewer, two.fields), namingOf(viewer, noun, doubleId), ownRowsOf(noun, doubleId)]);
  return { doubleVersion: two.doubleVersion, fields: two.fields.map((one) => named(one, names)), naming, own };
}

/** The same fields as the rows hold them, with ids where another record is named. */
export async function differingIn(viewer: Viewer, noun: Noun, keptId: string, doubleId: string): Promise<Pick<Pair, 'doubleVersion' | 'fields'> | null> {
  const { table } = tables[noun];
  if (keptId === doubleId || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(doubleId)) return null;
  const rows = await reader().select().from(table).where(and(inArray(table.id, [keptId, doubleId]), sightOf(viewer, noun))) as Record<string, unknown>[];
  const [kept, double] = [keptId, doubleId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !double) return null;
  const fields = mergeable(noun).flatMap((field): TwoFields[] => {
    const [before, after] = [meaningful(kept[field]), meaningful(double[field])];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table: noun, field, before, after }];
  });
  return { doubleVersion: Number(double.version), fields };
}

/** Records that may be the same as this one: those that all the words find, else those that most of its longer words do. */
export async function doublesOf(viewer: Viewer, noun: Noun, keptId: string, q: string): Promise<Found[]> {
  const others = async (text: string) => (await findRecords(viewer, { q: text, nouns: [noun], limit: 20 })).filter(({ id }) => id !== keptId);
  const found = await others(q);
  if (found.length > 0) return found;
  const long = [...new Set(q.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4))].slice(0, 6);
  const near = (await Promise.all(long.map(others))).flat();
  const byId = Map.groupBy(near, ({ id }) => id);
  return [...byId.values()].toSorted((a, b) => b.length - a.length).flatMap(([one]) => one ?? []).slice(0, 20);
}

function meaningful(value: unknown): unknown {
  if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return null;
  return value && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0 ? null : value;
}

/** A record counts once, in how many of its fields or rows it may name the double. */
async function namingOf(viewer: Viewer, noun: Noun, id: string): Promise<Naming[]> {
  const owners = references[noun].filter(({ column }) => column.name !== 'merged_into_id').flatMap(({ table, column, of }) => of.map((owner) => ({ noun: owner.noun, rows: sql`select ${owner.column} as id from ${table} where ${column} = ${id}` })));
  if (noun !== 'document') owners.push({ noun: 'document', rows: sql`select ${documentLink.documentId} as id from ${documentLink} where ${documentLink.noun} = ${noun} and ${documentLink.recordId} = ${id}` });
  const counted = await Promise.all([...Map.groupBy(owners, (owner) => owner.noun)].map(async ([owner, held]) => {
    const { table } = tables[owner];
    return { noun: owner, many: await reader().$count(table, and(sql`${table.id} in (${sql.join(held.map(({ rows }) => rows), sql` union all `)})`, sightOf(viewer, owner))) };
  }));
  return counted.filter(({ many }) => many > 0);
}

async function ownRowsOf(noun: Noun, id: string): Promise<number> {
  const counts = await Promise.all(parts[noun].map(({ table, column }) => reader().$count(table, eq(column, id))));
  return counts.reduce((sum, count) => sum + count, 0);
}
