import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { agreementProject } from '#db/schema/agreement.ts';
import { milestone, milestoneAct, milestoneDependency } from '#db/schema/milestone.ts';
import { folded, inAlphabet, inOrder, page } from '#office/listing.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { MilestoneKind } from './milestone.ts';
import { tiedTo } from './of-organisation.ts';
import { milestoneSight } from './sight.ts';

/** What a line of milestones holds, in every list of them. */
export const line = {
  id: milestone.id, code: milestone.code, slug: milestone.slug, title: milestone.title, kind: milestone.kind, planned: milestone.planned,
  actual: milestone.actual, progress: milestone.progress, isPublic: milestone.isPublic, publication: milestone.publication,
  verification: milestone.verification, verifiedOn: milestone.verifiedOn, version: milestone.version, changedAt: milestone.changedAt,
  agreementId: milestone.agreementId, membershipId: milestone.membershipId, projectId: milestone.projectId, programmeId: milestone.programmeId,
  ownerId: milestone.ownerId, deputyId: milestone.deputyId, createdBy: milestone.createdBy, obligationId: milestone.obligationId, occurrence: milestone.occurrence, decides: milestone.decides, decidesAbout: milestone.decidesAbout,
};

export type MilestoneFilter = {
  q?: string; kind?: MilestoneKind; publication?: Publication; open?: true; form?: WrittenForm; sort?: string; page?: number; perPage?: number;
};
export type MilestoneLine = Awaited<ReturnType<typeof listMilestones>>['lines'][number];

/** Milestones that the viewer may see: those still open on top, then the newest first, the undated last (they have no order). */
export async function listMilestones(viewer: Viewer, filter: MilestoneFilter) {
  const rule = and(
    milestoneSight(viewer),
    filter.kind ? eq(milestone.kind, filter.kind) : undefined,
    filter.publication ? eq(milestone.publication, filter.publication) : undefined,
    filter.open ? stillOpen : undefined,
    folded(filter.q, milestone.title, milestone.code),
  );
  const { lines, ...rest } = await page(milestone, line, rule, [...inOrderOf(filter), asc(milestone.id)], filter);
  return { ...rest, lines: await withActs(viewer, lines) };
}

/** Of a project also the milestones of the agreements that it came from; of an organisation those of all that ties the City to it. */
export type MilestoneOwner =
  { agreementId: string } | { membershipId: string } | { projectId: string } | { programmeId: string } | { organisationId: string };

/** The milestones of one record, in the order of the list, at most `most`. */
export async function milestonesOf(viewer: Viewer, owner: MilestoneOwner, most = 200) {
  const lines = await reader().select(line).from(milestone).where(and(milestoneSight(viewer), belongsTo(viewer, owner)))
    .orderBy(...byTime, asc(milestone.id)).limit(most);
  return withActs(viewer, lines);
}

export async function countMilestonesOf(viewer: Viewer, owner: MilestoneOwner): Promise<number> {
  return reader().$count(milestone, and(milestoneSight(viewer), belongsTo(viewer, owner)));
}

/** The milestones of these ids that the viewer may see, in no order. */
export async function milestonesNamed(viewer: Viewer, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return withActs(viewer, await reader().select(line).from(milestone).where(and(inArray(milestone.id, [...ids]), milestoneSight(viewer))));
}

export type MilestoneRecord = NonNullable<Awaited<ReturnType<typeof milestoneById>>>;

export async function milestoneById(viewer: Viewer, id: string) {
  const [row] = await reader().select().from(milestone).where(and(eq(milestone.id, id), milestoneSight(viewer)));
  const [whole] = row ? await withActs(viewer, [row]) : [];
  if (!whole) return null;
  const dependsOn = await reader().select({ id: milestoneDependency.dependsOnId }).from(milestoneDependency).where(eq(milestoneDependency.milestoneId, whole.id)).orderBy(asc(milestoneDependency.position));
  return { ...whole, dependsOn: dependsOn.map((one) => one.id) };
}

type Owned = { id: string; agreementId: string | null; membershipId: string | null; projectId: string | null; programmeId: string | null };

/** Adds to each line its acts in order, and the records it belongs to, as far as the viewer may see them. */
export async function withActs<T extends Owned>(viewer: Viewer, lines: readonly T[]) {
  if (lines.length === 0) return [];
  const acts = Map.groupBy(await reader().select().from(milestoneAct).where(inArray(milestoneAct.milestoneId, lines.map(({ id }) => id))).orderBy(asc(milestoneAct.position)), ({ milestoneId }) => milestoneId);
  const seen = await references(viewer, lines.flatMap(owners));
  return lines.map((one) => ({
    ...one,
    acts: acts.get(one.id) ?? [],
    belongsTo: owners(one).flatMap(({ id }): Reference[] => {
      const owner = id === null ? undefined : seen.get(id);
      return owner ? [owner] : [];
    }),
  }));
}

function owners({ agreementId, membershipId, projectId, programmeId }: Owned) {
  return [
    { noun: 'agreement', id: agreementId }, { noun: 'membership', id: membershipId },
    { noun: 'project', id: projectId }, { noun: 'programme', id: programmeId },
  ] as const;
}

function belongsTo(viewer: Viewer, owner: MilestoneOwner): SQL | undefined {
  if ('organisationId' in owner) return tiedTo(viewer, owner.organisationId);
  if ('agreementId' in owner) return eq(milestone.agreementId, owner.agreementId);
  if ('membershipId' in owner) return eq(milestone.membershipId, owner.membershipId);
  if ('programmeId' in owner) return eq(milestone.programmeId, owner.programmeId);
  // Each found by its own index: asked as one condition, every milestone would be looked at.
  const own = reader().select({ id: milestone.id }).from(milestone).where(eq(milestone.projectId, owner.projectId));
  const ofItsAgreements = reader().select({ id: milestone.id }).from(milestone).innerJoin(agreementProject, eq(agreementProject.agreementId, milestone.agreementId))
    .where(eq(agreementProject.projectId, owner.projectId));
  return inArray(milestone.id, union(own, ofItsAgreements));
}

/** Neither done nor given up, as far as its acts say. */
export const stillOpen = sql`not exists (select 1 from milestone_act where milestone_id = ${milestone.id} and kind in ('done', 'cancelled'))`;
const day = sql`povelja_milestone_date(povelja_milestone_state(${milestone.id}, ${milestone.progress}), ${milestone.actual}, ${milestone.planned}) ->> 'earliest'`;
const byTime = [sql`(${stillOpen} and ${day} is not null) desc`, sql`${day} desc nulls last`, asc(milestone.code)];

function inOrderOf({ sort, form = 'sr-Cyrl' }: MilestoneFilter): SQL[] {
  const orders = { name: inAlphabet(milestone.title, form), code: asc(milestone.code), changed: sql`${milestone.changedAt} desc` };
  return sort && Object.hasOwn(orders, sort) ? [inOrder(orders, sort)] : byTime;
}
