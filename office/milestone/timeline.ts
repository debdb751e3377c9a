import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { Viewer } from '#office/viewer.ts';
import { line, withActs, type MilestoneLine } from './read.ts';
import { milestoneSight } from './sight.ts';
import { tiesAmong, type Tie } from './ties.ts';

/** The record whose milestones are drawn; all of the office where none is given. */
export type PlanHolder = { readonly noun: 'agreement' | 'membership' | 'project' | 'programme'; readonly id: string };
/** ISO days, both included; `page` counts from 1. */
export type Window = { readonly from: string; readonly to: string; readonly holder?: PlanHolder; readonly page?: number };
export type Timeline = {
  /** By the last day of what they are reached or planned for. */
  readonly lines: MilestoneLine[]; readonly total: number; readonly page: number; readonly pages: number;
  readonly ties: readonly Tie[];
  /** What has no date, or an open one, and so cannot be drawn. */
  readonly undated: { readonly lines: MilestoneLine[]; readonly total: number };
};

/** As many as a drawing holds. */
export const perPage = 50;
const undatedShown = 20;

/** What is planned for a stretch of time or was reached in it: a date that only touches it counts. */
export async function timelineOf(viewer: Viewer, { from, to, holder, page: asked = 1 }: Window): Promise<Timeline> {
  const seen = and(milestoneSight(viewer), holder ? eq(milestone[`${holder.noun}Id`], holder.id) : undefined);
  const rule = and(seen, sql`${ends} >= ${from}`, sql`${begins} <= ${to}`);
  const [total, undated] = await Promise.all([reader().$count(milestone, rule), undatedOf(viewer, seen)]);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = await reader().select(line).from(milestone).where(rule).orderBy(ends, asc(milestone.code)).limit(perPage).offset((page - 1) * perPage);
  const lines = await withActs(viewer, rows);
  return { lines, total, page, pages, ties: await tiesAmong(lines.map(({ id }) => id)), undated };
}

/** The first and the last day that any dated milestone of a record touches; null where none is dated. */
export async function spanOfPlan(viewer: Viewer, holder: PlanHolder): Promise<{ from: string; to: string } | null> {
  const [row] = await reader().select({ from: sql<string | null>`min(coalesce(${milestone.planned}, ${milestone.actual}) ->> 'earliest')`, to: sql<string | null>`max(${ends})` })
    .from(milestone).where(and(milestoneSight(viewer), eq(milestone[`${holder.noun}Id`], holder.id), sql`${begins} is not null`));
  return row?.from && row.to ? { from: row.from < row.to ? row.from : row.to, to: row.to } : null;
}

async function undatedOf(viewer: Viewer, seen: SQL | undefined): Promise<Timeline['undated']> {
  const rule = and(seen, isNull(ends));
  const rows = await reader().select(line).from(milestone).where(rule).orderBy(asc(milestone.code)).limit(undatedShown);
  const total = rows.length < undatedShown ? rows.length : await reader().$count(milestone, rule);
  return { lines: await withActs(viewer, rows), total };
}

const ends = sql`(coalesce(${milestone.actual}, ${milestone.planned}) ->> 'latest')`;
const begins = sql`(coalesce(${milestone.actual}, ${milestone.planned}) ->> 'earliest')`;
