import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone, milestoneDependency } from '#db/schema/milestone.ts';
import type { Viewer } from '#office/viewer.ts';
import { line, milestonesNamed, withActs, type MilestoneLine } from './read.ts';
import { milestoneSight } from './sight.ts';

/** One milestone that waits for another. */
export type Tie = { readonly from: string; readonly to: string };

/** What must be done before this milestone, as far as the viewer may see it, in the order of its form. */
export async function predecessorsOf(viewer: Viewer, id: string): Promise<MilestoneLine[]> {
  const lines = await reader().select(line).from(milestone).innerJoin(milestoneDependency, eq(milestoneDependency.dependsOnId, milestone.id))
    .where(and(eq(milestoneDependency.milestoneId, id), milestoneSight(viewer))).orderBy(asc(milestoneDependency.position));
  return withActs(viewer, lines);
}

/** Everything that waits for it, and what waits for that, as far as the viewer may see it; by date, the undated last. */
export async function dependantsOf(viewer: Viewer, id: string): Promise<MilestoneLine[]> {
  const { rows } = await reader().execute<{ id: string }>(sql`
    with recursive waiting(id) as (
      select milestone_id from milestone_dependency where depends_on_id = ${id}
      union select d.milestone_id from milestone_dependency d join waiting w on w.id = d.depends_on_id
    ) select id from waiting where id <> ${id} limit 500`);
  const lines = await milestonesNamed(viewer, rows.map((row) => row.id));
  const at = ({ planned }: MilestoneLine) => planned?.earliest ?? '9999';
  return lines.toSorted((a, b) => at(a).localeCompare(at(b)) || a.code.localeCompare(b.code));
}

/** Which of these milestones wait for which others of them. */
export async function tiesAmong(ids: readonly string[]): Promise<Tie[]> {
  if (ids.length === 0) return [];
  return reader().select({ from: milestoneDependency.dependsOnId, to: milestoneDependency.milestoneId }).from(milestoneDependency)
    .where(and(inArray(milestoneDependency.milestoneId, [...ids]), inArray(milestoneDependency.dependsOnId, [...ids])));
}

/** The other milestones of a project, for saying what a milestone of it waits for; the open ones and the latest first. */
export async function siblings(viewer: Viewer, projectId: string, except: string | null) {
  const rows = await reader().select({ id: milestone.id, code: milestone.code, title: milestone.title }).from(milestone)
    .where(and(eq(milestone.projectId, projectId), milestoneSight(viewer))).orderBy(sql`${milestone.planned} ->> 'latest' desc nulls last`, asc(milestone.code)).limit(300);
  return rows.filter(({ id }) => id !== except);
}
