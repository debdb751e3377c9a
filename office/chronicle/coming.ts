import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import { narrowRows } from '#office/narrow-row.ts';
import type { Viewer } from '#office/viewer.ts';
import { awaited, goesOn } from './awaited.ts';
import { linesOf, type ChronicleLine } from './lines.ts';
import { columns, select, sightOfEntries, type EntryRow } from './read.ts';

/** What comes next on `today` (ISO), where there is room for `most`: from today on the nearest first, then what is late, the latest first. */
export async function comingUp(viewer: Viewer, most: number, today: string): Promise<ChronicleLine[]> {
  return linesOf(viewer, await comingRows(sightOfEntries(viewer), today, most), today);
}

/** The same as entries, as far as the rule lets one see them. */
export async function comingRows(rule: SQL | undefined, today: string, most: number): Promise<EntryRow[]> {
  const comes = sql`(${chronicleEntry.day} > ${today}::date or (${chronicleEntry.day} = ${today}::date and ${chronicleEntry.state} = 'due'))`;
  const rows = await select(and(rule, comes, sql`${chronicleEntry.day} >= ${today}::date`, awaited(today)), [sql`${chronicleEntry.day} asc`, asc(chronicleEntry.id)], 0, most);
  return rows.length < most ? [...rows, ...await begun(rule, today, most - rows.length)] : rows;
}

const { milestone } = narrowRows;

/** What was due before, or from before: found by the milestones that wait, of which there are few, and not among all that happened since. */
function begun(rule: SQL | undefined, today: string, most: number): Promise<EntryRow[]> {
  return reader().select(columns).from(milestone).innerJoin(chronicleEntry, eq(chronicleEntry.id, milestone.id))
    .where(and(rule, milestone.waits, eq(chronicleEntry.state, 'due'), sql`${chronicleEntry.day} < ${today}::date`, goesOn(today)))
    .orderBy(sql`${milestone.latest} desc`, sql`${milestone.id} desc`).limit(most);
}
