import { and, eq, inArray, isNull } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { nouns, type Noun } from './permission.ts';
import { seesPeople } from './person/read.ts';
import { tables } from './tables.ts';
import type { Viewer } from './viewer.ts';

type Scope = { readonly noun: Noun; readonly id: string };

/**
 * The record of exactly this code, for whoever gives roles, also where he may not see it: an administrator keeps no records, and a
 * colleague tells him for which draft a role is needed. He learns that there is such a record and nothing of what it says.
 */
export async function recordOfCode(viewer: Viewer, code: string): Promise<Scope | null> {
  if (!seesPeople(viewer) || !/^[A-Za-z]{2,4}(-[A-Za-z]{2,4})?-\d{1,9}$/.test(code)) return null;
  for (const noun of nouns) {
    const { table } = tables[noun];
    const [row] = await reader().select({ id: table.id }).from(table).where(and(eq(table.code, code.toUpperCase()), isNull(table.mergedIntoId)));
    if (row) return { noun, id: row.id };
  }
  return null;
}

/** Codes of records that roles are held for, under their ids: all that whoever gives roles may know of those that he may not see. */
export async function codesOf(viewer: Viewer, records: readonly Scope[]): Promise<Map<string, string>> {
  if (!seesPeople(viewer)) return new Map();
  const rows = await Promise.all([...Map.groupBy(records, ({ noun }) => noun)].map(([noun, some]) => {
    const { table } = tables[noun];
    return reader().select({ id: table.id, code: table.code }).from(table).where(inArray(table.id, some.map(({ id }) => id)));
  }));
  return new Map(rows.flat().map(({ id, code }) => [id, code]));
}
