import { and, eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Difference } from '#office/audit/difference.ts';
import { named, namesOf } from '#office/names-of.ts';
import { findRecords, type Found } from '#office/find/read.ts';
import type { Noun } from '#office/permission.ts';
import { references } from '#office/pointing.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { mergeable } from './field.ts';

/** A field in which two records differ: `before` as the kept one has it, `after` as the double has it, with names in the place of ids. */
export type TwoFields = Difference;

/** `pointing`: how many rows of other records name the double. */
export type Pair = { readonly doubleVersion: number; readonly fields: readonly TwoFields[]; readonly pointing: number };

/** Two records of one noun side by side; null where the viewer may not see one of them, or they are one and the same. */
export async function pairOf(viewer: Viewer, noun: Noun, keptId: string, doubleId: string): Promise<Pair | null> {
  const { table } = tables[noun];
  if (keptId === doubleId || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(doubleId)) return null;
  const rows = await reader().select().from(table).where(and(inArray(table.id, [keptId, doubleId]), sightOf(viewer, noun))) as Record<string, unknown>[];
  const [kept, double] = [keptId, doubleId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !double) return null;
  const differing = mergeable(noun).flatMap((field): TwoFields[] => {
    const [before, after] = [meaningful(kept[field]), meaningful(double[field])];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table: noun, field, before, after }];
  });
  const names = await namesOf(viewer, differing);
  return { doubleVersion: Number(double.version), fields: differing.map((one) => named(one, names)), pointing: await pointingAt(noun, doubleId) };
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

async function pointingAt(noun: Noun, id: string): Promise<number> {
  const counts = await Promise.all(references[noun].map(({ table, column }) => reader().$count(table, eq(column, id))));
  return counts.reduce((sum, count) => sum + count, 0);
}
