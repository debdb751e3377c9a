import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project, projectAct, projectPartner } from '#db/schema/project.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { inAlphabet, inOrder, page } from '#office/listing.ts';
import { nameIn } from '#office/narrow-row.ts';
import { sight, withdrawn } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { facetRules, listed, projectRow, type ProjectChoice } from './narrow.ts';
import { projectsBelongingTo, type ProjectOwner } from './of-record.ts';

const line = {
  id: project.id, code: project.code, slug: project.slug, title: project.title, acronym: project.acronym, summary: project.summary,
  ourRole: project.ourRole, plannedStart: project.plannedStart, plannedEnd: project.plannedEnd, actualStart: project.actualStart,
  actualEnd: project.actualEnd, programmeId: project.programmeId, publication: project.publication, verification: project.verification,
  verifiedOn: project.verifiedOn, changedAt: project.changedAt,
};

export type ProjectFilter = ProjectChoice & { readonly form?: WrittenForm; readonly sort?: string; readonly page?: number; readonly perPage?: number };
export type ProjectLine = Awaited<ReturnType<typeof listProjects>>['lines'][number];

/** Projects that the viewer may see, by title unless `sort` says otherwise, each with its acts and its programme; their states are those of `today` (ISO). */
export async function listProjects(viewer: Viewer, filter: ProjectFilter, today: string) {
  const rule = and(listed(viewer, filter), ...Object.values(facetRules(viewer, filter, today)));
  const { lines: found, ...rest } = await page(projectRow, { id: projectRow.id }, rule, [inOrder(orders(filter.form), filter.sort), asc(projectRow.id)], filter);
  const ids = found.map(({ id }) => id);
  const lines = ids.length ? await reader().select(line).from(project).where(and(inArray(project.id, ids), sight(viewer, 'project', project))) : [];
  return { ...rest, lines: await withActs(viewer, lines.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))) };
}

/** The projects of one record, by title, at most `most`. */
export async function projectsOf(viewer: Viewer, owner: ProjectOwner, form: WrittenForm, most = 200) {
  const lines = await reader().select(line).from(project).where(and(sight(viewer, 'project', project), projectsBelongingTo(viewer, owner)))
    .orderBy(inAlphabet(project.title, form), asc(project.id)).limit(most);
  return withActs(viewer, lines);
}

export async function countProjectsOf(viewer: Viewer, owner: ProjectOwner): Promise<number> {
  return reader().$count(project, and(sight(viewer, 'project', project), projectsBelongingTo(viewer, owner)));
}

export type ProjectRecord = NonNullable<Awaited<ReturnType<typeof projectById>>>;

export async function projectBySlug(viewer: Viewer, slug: string) {
  return find(viewer, eq(project.slug, slug));
}

export async function projectById(viewer: Viewer, id: string) {
  return find(viewer, eq(project.id, id));
}

/** What the public is told of a withdrawn project; null where none stands under this slug. */
export async function withdrawnProject(slug: string) {
  const [row] = await reader().select({ title: project.title, code: project.code, withdrawnAt: project.withdrawnAt, reason: project.withdrawnReason })
    .from(project).where(and(eq(project.slug, slug), withdrawn(project)));
  return row ?? null;
}

async function find(viewer: Viewer, which: SQL) {
  const [row] = await reader().select().from(project).where(and(which, sight(viewer, 'project', project)));
  if (!row) return null;
  // A partner that the viewer may not see keeps its row, so that a revision does not lose it, but has no organisation to draw.
  const partners = await reader().select({
    ...partnerColumns, organisation: { id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, country: organisation.country, isSelf: organisation.isSelf },
  }).from(projectPartner).leftJoin(organisation, and(eq(organisation.id, projectPartner.organisationId), sight(viewer, 'organisation', organisation)))
    .where(eq(projectPartner.projectId, row.id)).orderBy(asc(projectPartner.position));
  const [whole] = await withActs(viewer, [row]);
  if (!whole) return null;
  const [funded] = whole.programme
    ? await reader().select({ amounts: programme.amounts }).from(programme).where(eq(programme.id, whole.programme.id)) : [];
  return { ...whole, partners, programmeAmounts: funded?.amounts ?? [] };
}

const partnerColumns = {
  id: projectPartner.id, organisationId: projectPartner.organisationId, role: projectPartner.role, iatiRole: projectPartner.iatiRole, note: projectPartner.note,
  inferred: projectPartner.inferred, budgetShare: projectPartner.budgetShare, validFrom: projectPartner.validFrom, validTo: projectPartner.validTo,
};

async function withActs<T extends { id: string; programmeId: string | null }>(viewer: Viewer, lines: readonly T[]) {
  if (lines.length === 0) return [];
  const acts = Map.groupBy(await reader().select().from(projectAct).where(inArray(projectAct.projectId, lines.map(({ id }) => id))).orderBy(asc(projectAct.position)), ({ projectId }) => projectId);
  const programmes = await references(viewer, lines.map(({ programmeId }) => ({ noun: 'programme', id: programmeId })));
  return lines.map((one) => ({
    ...one,
    acts: acts.get(one.id) ?? [],
    programme: (one.programmeId && programmes.get(one.programmeId)) || null,
  }));
}

function orders(form: WrittenForm = 'sr-Cyrl') {
  return { name: sql`${nameIn(projectRow, form)}`, code: asc(projectRow.code), changed: desc(projectRow.changedAt) };
}
