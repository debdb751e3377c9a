import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { Viewer } from '#office/viewer.ts';
import { line, stillOpen, withActs, type MilestoneLine } from './read.ts';
import { milestoneSight } from './sight.ts';
import { weekOf } from './week.ts';

/** `whose`: everybody's that the viewer may see, or those that the viewer owns or stands in for. `limit` is at most so many lines. */
export type PlanAsked = { readonly whose?: 'everybody' | 'mine'; readonly limit?: number; readonly from?: number };
export type PlanCounts = { readonly week: number; readonly overdue: number; readonly unowned: number };
export type { MilestoneLine } from './read.ts';

const usual = 200;

/**
 * Open milestones that the viewer owns or stands in for and that fall into the week of `today` (an ISO day; Monday to
 * Sunday in Belgrade): those whose first or last possible day lies in it. A date known to the year is so met in its first
 * week and in its last, and not in each of the fifty between.
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

/** How many are overdue. */
export async function countOverdue(viewer: Viewer, today: string, asked: PlanAsked = {}): Promise<number> {
  return reader().$count(milestone, and(milestoneSight(viewer), isNull(milestone.actual), isOverdue(viewer, today, asked), stillOpen));
}

/** How many each of the three views holds. */
export async function planCounts(viewer: Viewer, today: string): Promise<PlanCounts> {
  const count = (rule: SQL | undefined) => reader().$count(milestone, and(milestoneSight(viewer), isNull(milestone.actual), rule, stillOpen));
  const [week, overdue, unowned] = await Promise.all([count(ofWeek(viewer, today)), count(isOverdue(viewer, today, {})), count(isUnowned())]);
  return { week, overdue, unowned };
}

// What was reached on a known day is left out by an index of its own, so that only the rest is asked for its acts.
async function ordered(viewer: Viewer, rule: SQL | undefined, { limit = usual, from = 0 }: PlanAsked): Promise<MilestoneLine[]> {
  const lines = await reader().select(line).from(milestone).where(and(milestoneSight(viewer), isNull(milestone.actual), rule, stillOpen))
    .orderBy(latest, asc(milestone.id)).limit(limit).offset(from);
  return withActs(viewer, lines);
}

function ofWeek(viewer: Viewer, today: string): SQL | undefined {
  const { from, to } = weekOf(today);
  return and(mine(viewer), or(sql`${latest} between ${from} and ${to}`, sql`${earliest} between ${from} and ${to}`));
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
const earliest = sql`(${milestone.planned} ->> 'earliest')`;
