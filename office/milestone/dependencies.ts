import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { milestone, milestoneDependency } from '#db/schema/milestone.ts';
import { textIn } from '#messages/local-text.ts';
import type { Issue } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { unseen } from '#office/reference.ts';
import type { MilestoneEntry } from './entry.ts';
import { stillOpen } from './read.ts';

type Wanted = Pick<MilestoneEntry, 'dependsOn' | 'projectId'>;

/**
 * Puts what a milestone waits for in the place of what stood. Only milestones of its own project; never in a circle, which
 * is refused by naming it. A milestone that others wait for cannot go to another project.
 */
export async function writeDependencies(pen: Pen, { dependsOn, projectId }: Wanted): Promise<void> {
  const ids = [...new Set(dependsOn.map(({ milestoneId }) => milestoneId))];
  // Two who tie one project's milestones at once would each see no circle: they come one after the other.
  if (projectId) await pen.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`plan ${projectId}`}))`);
  const stood = await pen.db.select({ id: milestoneDependency.dependsOnId }).from(milestoneDependency).where(eq(milestoneDependency.milestoneId, pen.id));
  const issues = await unseen(pen.db, pen.viewer, ids.map((id, at) => ({ field: `dependsOn.${at}.milestoneId`, noun: 'milestone' as const, id })), stood.map(({ id }) => id));
  if (issues.length === 0) issues.push(...await notOfTheProject(pen, ids, projectId), ...await othersWait(pen, projectId));
  if (issues.length === 0 && projectId) issues.push(...await circles(pen, ids, projectId));
  if (issues.length) pen.refuse(...issues);
  await pen.replaceParts(milestoneDependency, milestoneDependency.milestoneId, ids.map((dependsOnId) => ({ dependsOnId })));
}

/** Codes of the milestones that must be done before this one and are not: neither done nor given up. */
export async function openPredecessors(pen: Pen): Promise<string[]> {
  const rows = await pen.db.select({ code: milestone.code }).from(milestoneDependency).innerJoin(milestone, eq(milestone.id, milestoneDependency.dependsOnId))
    .where(and(eq(milestoneDependency.milestoneId, pen.id), stillOpen)).orderBy(milestone.code);
  return rows.map(({ code }) => code);
}

/**
 * The way from a milestone back to itself if it waited for these, or null: `before` says what each one waits for. Every
 * milestone is looked at once, so that a plan of thousands comes to an end.
 */
export function circleThrough(id: string, dependsOn: readonly string[], before: ReadonlyMap<string, readonly string[]>): string[] | null {
  const looked = new Set<string>();
  const wayFrom = (at: string): string[] | null => {
    if (at === id) return [id];
    if (looked.has(at)) return null;
    looked.add(at);
    for (const next of before.get(at) ?? []) {
      const way = wayFrom(next);
      if (way) return [at, ...way];
    }
    return null;
  };
  for (const first of dependsOn) {
    const way = wayFrom(first);
    if (way) return [id, ...way];
  }
  return null;
}

async function notOfTheProject(pen: Pen, ids: readonly string[], projectId: string | null): Promise<Issue[]> {
  if (ids.length === 0) return [];
  const rows = await pen.db.select({ id: milestone.id, projectId: milestone.projectId }).from(milestone).where(inArray(milestone.id, [...ids]));
  return ids.flatMap((id, at) => {
    const of = rows.find((row) => row.id === id)?.projectId;
    return projectId && of === projectId ? [] : [{ field: `dependsOn.${at}.milestoneId`, rule: 'notOfThisProject' }];
  });
}

async function othersWait(pen: Pen, projectId: string | null): Promise<Issue[]> {
  const waiting = await pen.db.select({ code: milestone.code }).from(milestoneDependency).innerJoin(milestone, eq(milestone.id, milestoneDependency.milestoneId))
    .where(and(eq(milestoneDependency.dependsOnId, pen.id), projectId ? ne(milestone.projectId, projectId) : undefined)).orderBy(milestone.code);
  return waiting.length > 0 ? [{ field: 'projectId', rule: 'othersWaitForIt', values: { codes: waiting.map(({ code }) => code).join(', ') } }] : [];
}

async function circles(pen: Pen, ids: readonly string[], projectId: string): Promise<Issue[]> {
  const ties = await pen.db.select({ from: milestoneDependency.milestoneId, to: milestoneDependency.dependsOnId }).from(milestoneDependency)
    .innerJoin(milestone, eq(milestone.id, milestoneDependency.milestoneId)).where(and(eq(milestone.projectId, projectId), ne(milestone.id, pen.id)));
  const before = new Map<string, string[]>();
  for (const { from, to } of ties) before.set(from, [...before.get(from) ?? [], to]);
  const found: Issue[] = [];
  for (const [at, id] of ids.entries()) {
    const circle = circleThrough(pen.id, [id], before);
    if (circle) found.push({ field: `dependsOn.${at}.milestoneId`, rule: circle.length === 2 ? 'itself' : 'circle', values: { circle: await named(pen, circle) } });
  }
  return found;
}

/** „Уговор (NI-PRK-004) → Набавка (NI-PRK-007) → Уговор (NI-PRK-004)“, in the form in which the workspace greets the viewer. */
async function named(pen: Pen, ids: readonly string[]): Promise<string> {
  const rows = await pen.db.select({ id: milestone.id, title: milestone.title, code: milestone.code }).from(milestone).where(inArray(milestone.id, [...ids]));
  const form = pen.viewer.kind === 'staff' ? pen.viewer.writtenForm : 'sr-Cyrl';
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? `${textIn(row.title, form)} (${row.code})` : '…';
  }).join(' → ');
}
