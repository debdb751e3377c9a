import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { Viewer } from '#office/viewer.ts';
import { mostCounted } from './milestone.ts';
import { line, stillOpen, withActs, type MilestoneLine } from './read.ts';
import { milestoneSight } from './sight.ts';
import { weekOf } from './week.ts';

/** `whose`: everybody's that the viewer may see, or those that the viewer owns or stands in for. `limit` is at most so many lines. */
export type PlanAsked = { readonly whose?: 'everybody' | 'mine'; readonly limit?: number; readonly from?: number };
export type PlanCounts = { readonly week: number; readonly overdue: number; readonly unowned: number };
export type { MilestoneLine } from './read.ts';

const usual = 200;

/**
 * Open milestones that the viewer owns or stands in for and that are due in the week of `today` (an ISO day; Monday to
 * Sunday in Belgrade): those whose last possible day lies in it. A date known to the year is so met in its last week, and not
 * in each of the fifty before.
 */
export async function milestonesOfWeek(viewer: Viewer, today: string): Promise<MilestoneLine[]> {
  return ordered(viewer, ofWeek(viewer, today), { limit: usual });
}

/** Open milestones whose last possible day has passed before `today` (an ISO day), the oldest first. */
export async function overdueMilestones(viewer: Viewer, today: string, asked: PlanAsked = {}): Promise<MilestoneLine[]> {
  return ordered(viewer, isOverdue(viewer, today, asked), asked);
}

/** Open milestones that nobody owns, by their date, the undated last. */
export async function unownedMilestones(viewer: Viewer, asked: PlanAsked = {}): Promise<MilestoneLine[]> {
  return ordered(viewer, isUnowned(), asked);
}

/** Open milestones that were laid down for these duties, the nearest first. */
export async function openOfDuties(viewer: Viewer, dutyIds: readonly string[]): Promise<MilestoneLine[]> {
  return dutyIds.length === 0 ? [] : ordered(viewer, inArray(milestone.obligationId, [...dutyIds]), { limit: usual });
}

/** How many each of the three views holds; `mostCounted` says that there are as many or more, since nobody reads on and a long past is not counted through. */
export async function planCounts(viewer: Viewer, today: string): Promise<PlanCounts> {
  const [week, overdue, unowned] = await Promise.all([count(viewer, ofWeek(viewer, today)), count(viewer, isOverdue(viewer, today, {})), count(viewer, isUnowned())]);
  return { week, overdue, unowned };
}

async function count(viewer: Viewer, rule: SQL | undefined): Promise<number> {
  const some = reader().select({ one: sql`1`.as('one') }).from(milestone).where(and(milestoneSight(viewer), isNull(milestone.actual), rule, stillOpen)).limit(mostCounted).as('some');
  const [row] = await reader().select({ counted: sql<number>`count(*)` }).from(some);
  return Number(row?.counted ?? 0);
}

// What was reached on a known day is left out by an index of its own, so that only the rest is asked for its acts.
async function ordered(viewer: Viewer, rule: SQL | undefined, { limit = usual, from = 0 }: PlanAsked): Promise<MilestoneLine[]> {
  const lines = await reader().select(line).from(milestone).where(and(milestoneSight(viewer), isNull(milestone.actual), rule, stillOpen))
    .orderBy(latest, asc(milestone.id)).limit(limit).offset(from);
  return withActs(viewer, lines);
}

function ofWeek(viewer: Viewer, today: string): SQL | undefined {
  const { from, to } = weekOf(today);
  return and(mine(viewer), sql`${latest} between ${from} and ${to}`);
}

function isOverdue(viewer: Viewer, today: string, { whose = 'everybody' }: PlanAsked): SQL | undefined {
  return and(sql`${latest} < ${today}`, whose === 'mine' ? mine(viewer) : undefined);
}

function isUnowned(): SQL {
  return isNull(milestone.ownerId);
}

/** Nobody but staff has any. */
function mine(viewer: Viewer): SQL | undefined {
  return viewer.kind === 'staff' ? or(eq(milestone.ownerId, viewer.id), eq(milestone.deputyId, viewer.id)) : sql`false`;
}

const latest = sql`(${milestone.planned} ->> 'latest')`;
