import { and, inArray, isNotNull, min, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import { occurrences } from '#office/recurrence.ts';
import { isStruck, type Duty } from './read.ts';

/** Times of a duty for which no milestone was laid down: how many, the last of them, and the first that has one; both EDTF. */
export type EarlierTimes = { readonly count: number; readonly last: string; readonly from: string | null };

/**
 * Of these duties, those that recur and whose first times had passed when their milestones were laid down, as of `today` (ISO).
 * Nothing is laid down after the fact, so whoever entered them is told. The duties are those that the viewer may see.
 */
export async function earlierTimes(duties: readonly Duty[], today: string): Promise<Map<string, EarlierTimes>> {
  const open = duties.flatMap(({ id, due, state, recurrence }) => (state === 'open' && recurrence && due ? [{ id, due, recurrence }] : []));
  const laid = await firstLaid(open.map(({ id }) => id));
  return new Map(open.flatMap(({ id, due, recurrence }): [string, EarlierTimes][] => {
    const from = laid.get(id) ?? null;
    const times = occurrences(recurrence, due, { from: '0000-01-01', to: from ?? today });
    const before = times.filter(({ day, planned }) => (from ? day < from : (planned.latest ?? day) < today));
    const last = before.at(-1);
    return last ? [[id, { count: before.length, last: last.planned.edtf, from: times.find(({ day }) => day === from)?.planned.edtf ?? from }]] : [];
  }));
}

async function firstLaid(ids: readonly string[]): Promise<Map<string | null, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await reader().select({ id: milestone.obligationId, day: min(milestone.occurrence) }).from(milestone)
    .where(and(inArray(milestone.obligationId, [...ids]), isNotNull(milestone.occurrence), sql`not ${isStruck}`)).groupBy(milestone.obligationId);
  return new Map(rows.map(({ id, day }) => [id, day]));
}
