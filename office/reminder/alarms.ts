import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { project, projectAct } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { deadlines, type DeadlineKind } from '#office/agreement/deadlines.ts';
import { among } from '#office/listing.ts';
import { stillOpen } from '#office/milestone/read.ts';
import { plainDuties } from '#office/obligation/read.ts';
import type { Noun } from '#office/permission.ts';
import { projectState, type ProjectState } from '#office/project/project.ts';
import { settingNow } from '#office/setting/read.ts';
import { sightOf } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { ruleNames, rules, stepOn, windowOf, type Rule } from './reminder.ts';

/** A day that nears or has passed and is not settled, with who is in charge. `dueOn` is an ISO day, `step` the one that it has reached. */
export type Alarm = {
  readonly rule: Rule; readonly noun: Noun; readonly recordId: string; readonly dueOn: string; readonly step: number;
  readonly code: string; readonly title: LocalText | null; readonly ownerId: string | null; readonly deputyId: string | null; readonly projectId: string | null;
};
type Asked = { readonly ids?: readonly string[] };

/** So many of one rule are looked at in a day; a register with more needs people rather than reminders. */
const most = 5_000;

/**
 * Every such day on `today` (an ISO day) that the viewer may see, of all records or of these. The days are those that the desk shows:
 * of agreements the watched ones, of milestones the last possible day, of projects the planned end, of duties without a milestone their day. What was settled has none.
 */
export async function alarms(viewer: Viewer, today: string, { ids }: Asked = {}): Promise<Alarm[]> {
  if (viewer.kind === 'visitor' || ids?.length === 0) return [];
  const decideDays = await settingNow('decide_days');
  const found = await Promise.all(ruleNames.map(async (rule): Promise<Found[]> => {
    if (rule === 'due') return dueMilestones(viewer, today, ids);
    if (rule === 'projectEnd') return endingProjects(viewer, today, ids);
    if (rule === 'agreementDuty' || rule === 'membershipDuty') return ofDuties(viewer, rule, today, ids);
    return ofAgreements(viewer, rule, { today, ids, decideDays });
  }));
  return ruleNames.flatMap((rule, at) => (found[at] ?? []).flatMap((one): Alarm[] => {
    const step = stepOn(rule, one.dueOn, today, decideDays);
    return step === null ? [] : [{ rule, noun: rules[rule].noun, step, ...one }];
  }));
}

/** Two duties of one record that are due on one day are one day of it, called by the first. */
async function ofDuties(viewer: Viewer, rule: Extract<Rule, `${string}Duty`>, today: string, ids: Asked['ids']): Promise<Found[]> {
  const duties = await plainDuties(viewer, rules[rule].noun, { ...windowOf(rule, today), today, ids, limit: most });
  return [...Map.groupBy(duties, ({ id, day }) => `${id} ${day}`).values()].flatMap(([first]) =>
    (first ? [{ recordId: first.id, dueOn: first.day, code: first.code, title: first.text, ownerId: first.ownerId, deputyId: first.deputyId, projectId: null }] : []));
}

type Found = Omit<Alarm, 'rule' | 'noun' | 'step'>;

async function ofAgreements(viewer: Viewer, kind: DeadlineKind, { today, ids, decideDays }: Asked & { today: string; decideDays: number }): Promise<Found[]> {
  const { lines } = await deadlines(viewer, today, { kind, ...windowOf(kind, today, decideDays), whose: 'everybody', limit: most, ids });
  const rows = lines.length === 0 ? [] : await reader().select({ id: agreement.id, ownerId: agreement.ownerId, deputyId: agreement.deputyId }).from(agreement)
    .where(and(among(agreement.id, lines.map(({ id }) => id)), isNull(agreement.mergedIntoId)));
  const held = new Map(rows.map((row) => [row.id, row]));
  return lines.flatMap(({ id, code, title, day }) => {
    const row = held.get(id);
    return row ? [{ recordId: id, dueOn: day, code, title, ownerId: row.ownerId, deputyId: row.deputyId, projectId: null }] : [];
  });
}

/** Whoever is in charge of the record that a milestone belongs to is so of the milestone, where it has nobody of its own. */
async function dueMilestones(viewer: Viewer, today: string, ids: Asked['ids']): Promise<Found[]> {
  const { from, to } = windowOf('due', today);
  const latest = sql<string>`(${milestone.planned} ->> 'latest')`;
  const [ofAgreement, ofProject, ofMembership] = [alias(agreement, 'of_agreement'), alias(project, 'of_project'), alias(membership, 'of_membership')];
  return reader().select({
    recordId: milestone.id, dueOn: latest, code: milestone.code, title: milestone.title, projectId: milestone.projectId,
    ownerId: sql<string | null>`coalesce(${milestone.ownerId}, ${ofProject.ownerId}, ${ofAgreement.ownerId}, ${ofMembership.ownerId})`,
    deputyId: sql<string | null>`coalesce(${milestone.deputyId}, ${ofProject.deputyId}, ${ofAgreement.deputyId}, ${ofMembership.deputyId})`,
  }).from(milestone).leftJoin(ofAgreement, eq(ofAgreement.id, milestone.agreementId)).leftJoin(ofProject, eq(ofProject.id, milestone.projectId))
    .leftJoin(ofMembership, eq(ofMembership.id, milestone.membershipId))
    .where(and(sightOf(viewer, 'milestone'), isNull(milestone.actual), isNull(milestone.mergedIntoId), sql`${latest} between ${from} and ${to}`, stillOpen, ids ? among(milestone.id, ids) : undefined))
    .orderBy(latest, milestone.id).limit(most);
}

/** States in which the planned end still asks something of the office. */
const running: readonly ProjectState[] = ['approved', 'contracted', 'running', 'suspended', 'closing'];

async function endingProjects(viewer: Viewer, today: string, ids: Asked['ids']): Promise<Found[]> {
  const { from, to } = windowOf('projectEnd', today);
  const latest = sql<string>`(${project.plannedEnd} ->> 'latest')`;
  const rows = await reader().select({
    recordId: project.id, dueOn: latest, code: project.code, title: project.title, ownerId: project.ownerId, deputyId: project.deputyId, projectId: project.id,
  }).from(project).where(and(sightOf(viewer, 'project'), isNull(project.actualEnd), isNull(project.mergedIntoId), sql`${latest} between ${from} and ${to}`, ids ? among(project.id, ids) : undefined))
    .orderBy(latest, project.id).limit(most);
  const acts = rows.length === 0 ? [] : await reader().select({ projectId: projectAct.projectId, kind: projectAct.kind, on: projectAct.on }).from(projectAct).where(among(projectAct.projectId, rows.map(({ recordId }) => recordId)));
  return rows.filter(({ recordId }) => running.includes(projectState(acts.filter(({ projectId }) => projectId === recordId), today)));
}
