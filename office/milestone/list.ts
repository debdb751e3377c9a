import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { byText, listingOf, type RowChoice } from '#office/rows.ts';
import type { MilestoneKind, MilestoneState } from './milestone.ts';
import { milestonesNamed } from './read.ts';

export type MilestoneChoice = RowChoice & {
  readonly kind?: MilestoneKind; readonly state?: MilestoneState | 'open' | 'late'; /** In which it was reached or is planned. */ readonly year?: number;
  readonly belongsTo?: 'agreement' | 'membership' | 'project' | 'programme';
};
export type MilestoneRow = Awaited<ReturnType<typeof milestoneTable.lines>>[number];

const day = sql`(coalesce(${milestone.actual}, ${milestone.planned}) ->> 'earliest')`;

/** Milestones for the table of the workspace, the latest date first and the undated last unless asked otherwise. */
export const milestoneTable = listingOf({
  noun: 'milestone',
  rule: (_viewer, { kind, state, year, belongsTo }: MilestoneChoice, today) => and(
    kind && eq(milestone.kind, kind), year === undefined ? undefined : and(sql`${day} >= ${`${year}`}`, sql`${day} < ${`${year + 1}`}`),
    belongsTo && isNotNull(milestone[`${belongsTo}Id`]), state && inState(state, today),
  ),
  incomplete: sql`(${milestone.title} is null or ${milestone.kind} is null or coalesce(${milestone.agreementId}, ${milestone.membershipId}, ${milestone.projectId}, ${milestone.programmeId}) is null)`,
  orders: (form) => ({ date: [{ by: day, way: 'down, unknown last' }], name: [byText(milestone.title, form)] }),
  lines: (viewer, ids) => milestonesNamed(viewer, ids),
});

/** As `milestoneState` says it: done and cancelled are final, else the last act, else its progress. A spec holds the two together. */
function inState(state: NonNullable<MilestoneChoice['state']>, today: string): SQL | undefined {
  const acts = sql`select 1 from ${milestoneAct} where ${milestoneAct.milestoneId} = ${milestone.id}`;
  const had = (...kinds: string[]) => sql`exists (${acts} and ${milestoneAct.kind} in (${sql.join(kinds.map((kind) => sql`${kind}`), sql`, `)}))`;
  const open = sql`not ${had('done', 'cancelled')}`;
  const last = sql`(select kind from ${milestoneAct} where ${milestoneAct.milestoneId} = ${milestone.id} order by position desc limit 1)`;
  switch (state) {
    case 'open': return open;
    case 'late': return and(open, sql`(${milestone.planned} ->> 'latest') < ${today}`);
    case 'postponed': return and(had('postponed'), open, sql`${last} = 'postponed'`);
    case 'planned': return and(sql`${milestone.progress} = 0`, sql`not exists (${acts})`);
    case 'running': return and(open, sql`((${had('started')} and ${last} = 'started') or (${milestone.progress} > 0 and not exists (${acts})))`);
    // Of one that is both, the last says; asked so that Postgres joins the acts once and does not look into each record.
    default: return sql`exists (select 1 from milestone_act one where one.milestone_id = ${milestone.id} and one.kind = ${state} and not exists (
      select 1 from milestone_act other where other.milestone_id = one.milestone_id and other.kind = ${state === 'done' ? 'cancelled' : 'done'} and other.position > one.position))`;
  }
}

