import { and, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication, Verification } from '#db/columns.ts';
import { organisation } from '#db/schema/organisation.ts';
import { projectPartner } from '#db/schema/project.ts';
import { answering } from '#office/matching.ts';
import { narrowRows, stateOf } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ProjectState } from './project.ts';

/** `parties` holds slugs of organisations, `years` years of the start; several values of one facet widen it, several facets narrow the list. */
export type ProjectChoice = {
  readonly q?: string; readonly standings?: readonly ProjectState[]; readonly parties?: readonly string[]; readonly countries?: readonly string[];
  readonly years?: readonly number[]; readonly verifications?: readonly Verification[]; readonly ourRole?: string; readonly publication?: Publication;
};

export const projectFacets = ['standing', 'party', 'country', 'year', 'verification'] as const;
export type ProjectFacet = (typeof projectFacets)[number];

/** The narrow rows of projects, which all of this is asked of. */
export const projectRow = narrowRows.project;

/** What a project must be to stand in the list at all, whatever its facets. */
export function listed(viewer: Viewer, { q, ourRole, publication }: ProjectChoice): SQL | undefined {
  return and(
    sight(viewer, 'project', projectRow), answering(q, 'project', projectRow.id),
    ourRole ? eq(projectRow.ourRole, ourRole) : undefined, publication ? eq(projectRow.publication, publication) : undefined,
  );
}

/** The condition of each facet that was chosen, `today` (ISO) being the day on which a state is asked. */
export function facetRules(viewer: Viewer, choice: ProjectChoice, today: string): Record<ProjectFacet, SQL | undefined> {
  const some = (values: readonly unknown[] | undefined, rule: () => SQL | undefined) => (values?.length ? rule() : undefined);
  return {
    standing: some(choice.standings, () => inArray(stateOf<ProjectState>(projectRow, today), [...choice.standings ?? []])),
    party: some(choice.parties, () => withPartner(viewer, inArray(organisation.slug, [...choice.parties ?? []]))),
    country: some(choice.countries, () => withPartner(viewer, and(inArray(organisation.country, [...choice.countries ?? []]), eq(organisation.isSelf, false)))),
    year: some(choice.years, () => inArray(startYear, [...choice.years ?? []])),
    verification: some(choice.verifications, () => inArray(projectRow.verification, [...choice.verifications ?? []])),
  };
}

/** The year in which a project began or was to begin; a date that spans years stands under its first one. */
export const startYear = sql<number | null>`left(${projectRow.earliest}, 4)::int`;

/** Who takes part, as far as the viewer may know of him. */
export function withPartner(viewer: Viewer, which: SQL | undefined): SQL {
  return exists(reader().select({ one: sql`1` }).from(projectPartner)
    .innerJoin(organisation, eq(organisation.id, projectPartner.organisationId))
    .where(and(eq(projectPartner.projectId, projectRow.id), which, sight(viewer, 'organisation', organisation))));
}
