import { and, between, count, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { change } from '#db/schema/ledger.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { deadlinesPerMonth } from '#office/agreement/deadlines.ts';
import { settingNow } from '#office/setting/read.ts';
import { weekOf } from '#office/milestone/week.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import { narrowRows, stateOf } from '#office/narrow-row.ts';
import { nouns } from '#office/permission.ts';
import type { ProjectState } from '#office/project/project.ts';
import { sight } from '#office/publication.ts';
import { sightOf } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';
import { past, remembered } from '#office/remembered.ts';
import { scopeOf } from '#office/publication.ts';

export type Tallied<T extends string = string> = { readonly state: T; readonly count: number };
/** `decide` and `ends` of agreements, `due` of milestones still open; `month` as 2026-11. */
export type Month = { readonly month: string; readonly decide: number; readonly ends: number; readonly due: number };
/** `monday` is an ISO day. */
export type Week = { readonly monday: string; readonly changes: number };

/** Where the office stands, in figures, of what the viewer may see. */
export type OfficeState = {
  readonly agreements: readonly Tallied[];
  readonly memberships: readonly Tallied<MembershipState>[];
  readonly projects: readonly Tallied<ProjectState>[];
  readonly weeks: readonly Week[];
  /** Whose changes the weeks count: who does not see every record is told of his own alone. */
  readonly whose: 'everybody' | 'mine';
  readonly months: readonly Month[];
};

const mostWeeks = 12;

/** The office on `today` (an ISO day), reckoned anew when the ledger has changed. */
export async function officeState(viewer: Staff, today: string): Promise<OfficeState> {
  const whose = scopeOf(viewer) === 'everything' ? 'everybody' : 'mine';
  // No record changes with the setting, so that no record's head would tell of it.
  const decideDays = await settingNow('decide_days');
  const [agreements, memberships, projects, weeks, months] = await Promise.all([
    remembered(viewer, `standings on ${today}`, () => byStanding(viewer, today), ['agreement']),
    remembered(viewer, `memberships on ${today}`, () => byState<MembershipState>(viewer, 'membership', today), ['membership']),
    remembered(viewer, `projects on ${today}`, () => byState<ProjectState>(viewer, 'project', today), ['project']),
    remembered(viewer, `weeks on ${today}`, () => changesPerWeek(viewer, today, whose)),
    remembered(viewer, `months on ${today}, decided ${decideDays} days before`, () => deadlineMonths(viewer, today), ['agreement', 'milestone']),
  ]);
  return { agreements, memberships, projects, weeks, whose, months };
}

async function byStanding(viewer: Staff, today: string): Promise<Tallied[]> {
  const state = sql<string>`${agreementIndex.standings}[width_bucket(${today}::date, ${agreementIndex.standingFrom})]`;
  return reader().select({ state, count: count() }).from(agreementIndex).where(sight(viewer, 'agreement', agreementIndex)).groupBy(sql`1`);
}

async function byState<S extends string>(viewer: Staff, noun: 'membership' | 'project', today: string): Promise<Tallied<S>[]> {
  const row = narrowRows[noun];
  return reader().select({ state: stateOf<S>(row, today), count: count() }).from(row).where(sightOf(viewer, noun)).groupBy(sql`1`);
}

async function changesPerWeek(viewer: Staff, today: string, whose: OfficeState['whose']): Promise<Week[]> {
  const last = weekOf(today).from;
  const mondays = Array.from({ length: mostWeeks }, (_, ago) => addDays(last, -7 * (mostWeeks - 1 - ago)));
  // Nothing is entered into a week that is past, so that only this one is counted anew.
  const [before, now] = await Promise.all([
    past(`${last} ${whose === 'mine' ? viewer.id : ''}`, () => weekly(viewer, mondays[0] ?? last, last, whose)), weekly(viewer, last, addDays(last, 7), whose),
  ]);
  const rows = [...before, ...now];
  const counted = new Map(rows.map((row) => [row.week, row.count]));
  return mondays.map((monday) => ({ monday, changes: counted.get(monday) ?? 0 }));
}

async function weekly(viewer: Staff, from: string, before: string, whose: OfficeState['whose']) {
  const week = sql<string>`to_char(date_trunc('week', ${change.at} at time zone 'Europe/Belgrade'), 'YYYY-MM-DD')`;
  return reader().select({ week, count: count() }).from(change).where(and(
    sql`${change.at} >= ${from}::timestamp at time zone 'Europe/Belgrade'`, sql`${change.at} < ${before}::timestamp at time zone 'Europe/Belgrade'`, inArray(change.noun, [...nouns]),
    whose === 'mine' ? sql`${change.actorId} = ${viewer.id}` : undefined,
  )).groupBy(sql`1`);
}

async function deadlineMonths(viewer: Staff, today: string): Promise<Month[]> {
  const first = `${today.slice(0, 7)}-01`;
  const months = Array.from({ length: 12 }, (_, ahead) => addMonths(first, ahead).slice(0, 7));
  const end = addDays(addMonths(first, 12), -1);
  const row = narrowRows.milestone;
  const [{ decide, ends }, due] = await Promise.all([
    deadlinesPerMonth(viewer, today, today, end),
    reader().select({ month: sql<string>`left(${row.latest}, 7)`, count: count() }).from(row).where(and(sightOf(viewer, 'milestone'), sql`${row.waits}`, between(row.latest, today, end))).groupBy(sql`1`),
  ]);
  const dueIn = new Map(due.map((one) => [one.month, one.count]));
  return months.map((month) => ({ month, decide: decide.get(month) ?? 0, ends: ends.get(month) ?? 0, due: dueIn.get(month) ?? 0 }));
}
