import { getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { Noun } from '#office/permission.ts';
import type { RecordTable } from '#office/pen.ts';
import { tables } from '#office/tables.ts';

/** What the gate and the verbs of publishing keep by themselves, and what makes the City the City: no merge carries it over. */
const ownOfEach = new Set([
  'id', 'code', 'slug', 'version', 'publication', 'publishedAt', 'correctedAt', 'withdrawnAt', 'withdrawnReason', 'verification', 'verifiedOn', 'verifiedBy',
  'scheduledFor', 'mergedIntoId', 'createdBy', 'createdAt', 'changedAt', 'isSelf', 'obligationId', 'occurrence', 'decides', 'decidesAbout',
]);

/** The columns of a record that a merge may take from its double, by their names in the code. */
export function mergeable(noun: Noun): string[] {
  return Object.keys(getTableColumns(tables[noun].table)).filter((name) => !ownOfEach.has(name));
}

/** Degrees belong together: half of a place is none. */
export function taken(noun: Noun, names: readonly string[], double: InferSelectModel<RecordTable>): Record<string, unknown> {
  const wanted = new Set(names.includes('latitude') || names.includes('longitude') ? [...names, 'latitude', 'longitude'] : names);
  return Object.fromEntries(mergeable(noun).flatMap((name) => (wanted.has(name) ? [[name, (double as Record<string, unknown>)[name]]] : [])));
}
