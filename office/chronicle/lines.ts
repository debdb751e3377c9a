import { eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { membershipAct } from '#db/schema/membership.ts';
import { milestonesNamed, type MilestoneLine } from '#office/milestone/read.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { isAhead, type ChronicleType } from './chronicle.ts';
import type { EntryRow } from './read.ts';

/** One entry of the chronicle: of an act the record that it is of, and its number; of a milestone the milestone with what it belongs to. */
export type ChronicleLine = Omit<EntryRow, 'recordId' | 'type'> & {
  readonly type: ChronicleType; readonly ahead: boolean; readonly number: string | null;
  /** That of the agreement whose act it is: by it the act is named. */
  readonly procedure: string | null;
  /** The record whose page tells of it; null where a milestone belongs to none that the viewer may see. */
  readonly of: Reference | null;
  readonly milestone: MilestoneLine | null;
};

/** The entries with their records, as far as the viewer may see these: what he may not see is left out, whatever the entry says. */
export async function linesOf(viewer: Viewer, rows: readonly EntryRow[], today: string): Promise<ChronicleLine[]> {
  const idsOf = (noun: EntryRow['noun']) => rows.filter((row) => row.noun === noun);
  const milestones = new Map((await milestonesNamed(viewer, idsOf('milestone').map(({ recordId }) => recordId))).map((one) => [one.id, one]));
  const records = await references(viewer, rows.flatMap(({ noun, recordId }) => (noun === 'milestone' ? [] : [{ noun, id: recordId }])));
  const told = new Map((await Promise.all([ofAgreements(idsOf('agreement')), ofMemberships(idsOf('membership'))])).flat().map(({ id, ...one }) => [id, one]));
  return rows.flatMap(({ recordId, type, ...row }) => {
    const milestone = milestones.get(recordId) ?? null;
    const of = milestone ? milestone.belongsTo[0] ?? null : records.get(recordId) ?? null;
    if (!milestone && !of) return [];
    return [{ ...row, type: type as ChronicleType, ahead: isAhead(row, today), ...(told.get(row.id) ?? { number: null, procedure: null }), of, milestone }];
  });
}

async function ofAgreements(rows: readonly EntryRow[]) {
  if (rows.length === 0) return [];
  return reader().select({ id: agreementAct.id, number: agreementAct.number, procedure: agreement.procedure }).from(agreementAct)
    .innerJoin(agreement, eq(agreement.id, agreementAct.agreementId)).where(inArray(agreementAct.id, rows.map(({ id }) => id)));
}

async function ofMemberships(rows: readonly EntryRow[]) {
  if (rows.length === 0) return [];
  const held = await reader().select({ id: membershipAct.id, number: membershipAct.number }).from(membershipAct).where(inArray(membershipAct.id, rows.map(({ id }) => id)));
  return held.map((one) => ({ ...one, procedure: null }));
}
