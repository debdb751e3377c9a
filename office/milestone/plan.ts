import { and, asc, between, eq, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import { among } from '#office/listing.ts';
import { narrowRows } from '#office/narrow-row.ts';
import type { Held } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { mostCounted } from './milestone.ts';
import { line, withActs, type MilestoneLine } from './read.ts';
import { milestoneSight } from './sight.ts';
import { weekOf } from './week.ts';

/**
 * `whose`: everybody's that the viewer may see, those that the viewer owns or stands in for, or also those that nobody owns; of the last only `held` ones (null
 * for all). `limit` is at most so many lines.
 */
export type PlanAsked = { readonly whose?: 'everybody' | 'mine' | 'mineOrNobodys'; readonly held?: Held | null; readonly limit?: number; readonly from?: number };
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

/** How many of them there are; `mostCounted` says that there are as many or more. */
export async function overdueCount(viewer: Viewer, today: string, asked: PlanAsked): Promise<number> {
  return count(viewer, isOverdue(viewer, today, asked));
}

/** Open milestones that nobody owns, by their date, the undated last. */
export async function unownedMilestones(viewer: Viewer, asked: PlanAsked = {}): Promise<MilestoneLine[]> {
  return ordered(viewer, isUnowned(), asked);
}

/** Open milestones that were laid down for these duties, the nearest first. */
export async function openOfDuties(viewer: Viewer, dutyIds: readonly string[]): Promise<MilestoneLine[]> {
  return dutyIds.length === 0 ? [] : ordered(viewer, inArray(row.id, reader().select({ id: laid.id }).from(laid).where(inArray(laid.obligationId, [...dutyIds]))), { limit: usual });
}

/** How many each of the three views holds; `mostCounted` says that there are as many or more, since nobody reads on and a long past is not counted through. */
export async function planCounts(viewer: Viewer, today: string): Promise<PlanCounts> {
  const [week, overdue, unowned] = await Promise.all([count(viewer, ofWeek(viewer, today)), count(viewer, isOverdue(viewer, today, {})), count(viewer, isUnowned())]);
  return { week, overdue, unowned };
}

async function count(viewer: Viewer, rule: SQL | undefined): Promise<number> {
  const some = reader().select({ one: sql`1`.as('one') }).from(row).where(and(milestoneSight(viewer), sql`${row.waits}`, rule)).limit(mostCounted).as('some');
  const [all] = await reader().select({ counted: sql<number>`count(*)` }).from(some);
  return Number(all?.counted ?? 0);
}

// What still waits has indexes of its own, by its last day.
async function ordered(viewer: Viewer, rule: SQL | undefined, { limit = usual, from = 0 }: PlanAsked): Promise<MilestoneLine[]> {
  const found = await reader().select({ id: row.id }).from(row).where(and(milestoneSight(viewer), sql`${row.waits}`, rule)).orderBy(asc(row.latest), asc(row.id)).limit(limit).offset(from);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const lines = await reader().select(line).from(milestone).where(and(inArray(milestone.id, ids), milestoneSight(viewer)));
  return withActs(viewer, lines.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)));
}

function ofWeek(viewer: Viewer, today: string): SQL | undefined {
  const { from, to } = weekOf(today);
  return and(mine(viewer), between(row.latest, from, to));
}

function isOverdue(viewer: Viewer, today: string, { whose = 'everybody', held = null }: PlanAsked): SQL | undefined {
  const within = held ? or(among(row.id, held.ids), among(row.projectId, held.projects)) : undefined;
  const theirs = whose === 'everybody' ? undefined : whose === 'mine' ? mine(viewer) : or(mine(viewer), and(isUnowned(), within));
  return and(lt(row.latest, today), theirs);
}

function isUnowned(): SQL {
  return isNull(row.ownerId);
}

/** Nobody but staff has any. */
function mine(viewer: Viewer): SQL | undefined {
  return viewer.kind === 'staff' ? or(eq(row.ownerId, viewer.id), eq(row.deputyId, viewer.id)) : sql`false`;
}

const row = narrowRows.milestone;
const laid = alias(milestone, 'laid');
