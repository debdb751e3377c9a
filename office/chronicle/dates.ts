import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { project } from '#db/schema/project.ts';
import { milestoneTold } from '#office/milestone/sight.ts';
import { withdrawn } from '#office/publication.ts';
import { visitor } from '#office/viewer.ts';
import { linesOf, type ChronicleLine } from './lines.ts';
import { comingRows } from './coming.ts';
import { past, sightOfEntries, type EntryRow } from './read.ts';

/** An entry of a calendar: what the chronicle tells, with the version of its record; `withdrawn` of a milestone that was taken back. */
export type DatedLine = ChronicleLine & { readonly version: number; readonly changedAt: Date };
export type CalledOff = Pick<EntryRow, 'id' | 'on' | 'type'> & { readonly version: number; readonly changedAt: Date };

/**
 * The entries whose date is known to the month or better, for everybody: at most `limit` that are to come on `today` (ISO), of
 * those that are late the latest, and as many that were, those nearest to today. `calledOff` are milestones withdrawn since, so that a calendar takes them out.
 */
export async function datesOf(today: string, limit: number): Promise<{ lines: DatedLine[]; calledOff: CalledOff[] }> {
  const rule = and(sightOfEntries(visitor), withinMonth);
  const rows = [...await comingRows(rule, today, limit), ...await past(rule, today, 0, limit)];
  const lines = await linesOf(visitor, rows, today);
  const stamps = await stampsOf(rows);
  const called = await reader().select({ id: chronicleEntry.id, on: chronicleEntry.on, type: chronicleEntry.type, version: milestone.version, changedAt: milestone.changedAt })
    .from(chronicleEntry).innerJoin(milestone, eq(milestone.id, chronicleEntry.recordId))
    .where(and(eq(chronicleEntry.noun, 'milestone'), milestoneTold(), withdrawn(milestone), withinMonth)).orderBy(desc(milestone.withdrawnAt)).limit(limit);
  return { lines: lines.flatMap((line) => ({ ...line, ...stamps.get(line.id) ?? unstamped })), calledOff: called };
}

const unstamped = { version: 1, changedAt: new Date(0) };

/** No more than the days of the longest month lie between the first and the last day that it may mean. */
const withinMonth: SQL = sql`(${chronicleEntry.on} ->> 'latest')::date - (${chronicleEntry.on} ->> 'earliest')::date < 31`;

/** The version of the record behind each entry, under the entry's id. */
async function stampsOf(rows: readonly EntryRow[]): Promise<Map<string, { version: number; changedAt: Date }>> {
  const nouns = { agreement, membership, project, milestone } as const;
  const found = await Promise.all(Object.entries(nouns).map(([noun, table]) => {
    const ids = rows.filter((row) => row.noun === noun).map(({ recordId }) => recordId);
    return ids.length ? reader().select({ id: table.id, version: table.version, changedAt: table.changedAt }).from(table).where(inArray(table.id, ids)) : [];
  }));
  const records = new Map(found.flat().map(({ id, ...stamp }) => [id, stamp]));
  return new Map(rows.map(({ id, recordId }) => [id, records.get(recordId) ?? unstamped]));
}
