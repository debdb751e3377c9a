import { and, eq, gte, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import { narrowRows } from '#office/narrow-row.ts';
import { byName, listingOf, type RowChoice } from '#office/rows.ts';
import type { MilestoneKind, MilestoneState } from './milestone.ts';
import { milestonesNamed } from './read.ts';

export type MilestoneChoice = RowChoice & {
  readonly kind?: MilestoneKind; readonly state?: MilestoneState | 'open' | 'late'; /** In which it was reached or is planned. */ readonly year?: number;
  readonly belongsTo?: 'agreement' | 'membership' | 'project' | 'programme';
};
export type MilestoneRow = Awaited<ReturnType<typeof milestoneTable.lines>>[number];

const row = narrowRows.milestone;

/** Milestones for the table of the workspace, the latest date first and the undated last unless asked otherwise. */
export const milestoneTable = listingOf({
  noun: 'milestone',
  rule: (_viewer, { kind, state, year, belongsTo }: MilestoneChoice, today) => and(
    kind && eq(row.kind, kind), year === undefined ? undefined : and(gte(row.earliest, `${year}`), lt(row.earliest, `${year + 1}`)),
    belongsTo && isNotNull(row[`${belongsTo}Id`]), state && inState(state, today),
  ),
  orders: (form) => ({ date: [{ by: row.earliest, way: 'down, unknown last' }], name: [byName(row, form)] }),
  lines: (viewer, ids) => milestonesNamed(viewer, ids),
});

/** Final ones apart, what is planned is late when its last day has passed. */
function inState(state: NonNullable<MilestoneChoice['state']>, today: string): SQL | undefined {
  const open = sql`${row.state} not in ('done', 'cancelled')`;
  if (state === 'open') return open;
  return state === 'late' ? and(open, lt(row.latest, today)) : eq(row.state, state);
}
