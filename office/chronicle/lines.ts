import { inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementAct } from '#db/schema/agreement.ts';
import { membershipAct } from '#db/schema/membership.ts';
import { milestonesNamed, type MilestoneLine } from '#office/milestone/read.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { isAhead, type ChronicleType } from './chronicle.ts';
import type { EntryRow } from './read.ts';

/** One entry of the chronicle: of an act the record that it is of, and its number; of a milestone the milestone with what it belongs to. */
export type ChronicleLine = Omit<EntryRow, 'recordId' | 'type'> & {
  readonly type: ChronicleType; readonly ahead: boolean; readonly number: string | null;
  /** The record whose page tells of it; null where a milestone belongs to none that the viewer may see. */
  readonly of: Reference | null;
  readonly milestone: MilestoneLine | null;
};

/** The entries with their records, as far as the viewer may see these: what he may not see is left out, whatever the entry says. */
export async function linesOf(viewer: Viewer, rows: readonly EntryRow[], today: string): Promise<ChronicleLine[]> {
  const idsOf = (noun: EntryRow['noun']) => rows.filter((row) => row.noun === noun);
  const milestones = new Map((await milestonesNamed(viewer, idsOf('milestone').map(({ recordId }) => recordId))).map((one) => [one.id, one]));
  const records = await references(viewer, rows.flatMap(({ noun, recordId }) => (noun === 'milestone' ? [] : [{ noun, id: recordId }])));
  const numbers = new Map((await Promise.all([numbersOf(agreementAct, idsOf('agreement')), numbersOf(membershipAct, idsOf('membership'))])).flat());
  return rows.flatMap(({ recordId, type, ...row }) => {
    const milestone = milestones.get(recordId) ?? null;
    const of = milestone ? milestone.belongsTo[0] ?? null : records.get(recordId) ?? null;
    if (!milestone && !of) return [];
    return [{ ...row, type: type as ChronicleType, ahead: isAhead(row, today), number: numbers.get(row.id) ?? null, of, milestone }];
  });
}

async function numbersOf(table: typeof agreementAct | typeof membershipAct, rows: readonly EntryRow[]): Promise<[string, string | null][]> {
  if (rows.length === 0) return [];
  const held = await reader().select({ id: table.id, number: table.number }).from(table).where(inArray(table.id, rows.map(({ id }) => id)));
  return held.map(({ id, number }) => [id, number]);
}
