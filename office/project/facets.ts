import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { projectPartner } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { fromNarrowest, stateOf } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { facetRules, listed, projectFacets, projectRow, startYear, type ProjectChoice, type ProjectFacet } from './narrow.ts';

/** How many projects a value has. */
export type FacetCount = { readonly value: string; readonly count: number };
export type ProjectParty = FacetCount & { readonly name: LocalText | null; readonly acronym: LocalText | null };
export type ProjectCounts = {
  readonly standing: readonly FacetCount[]; readonly country: readonly FacetCount[]; readonly year: readonly FacetCount[]; readonly verification: readonly FacetCount[];
  /** Those of the most projects, and whatever is chosen; `partiesInAll` is how many there are. */
  readonly party: readonly ProjectParty[]; readonly partiesInAll: number;
};

/** Parties that are named with their counts. */
const namedParties = 40;

/**
 * How many projects each value of a facet has on `today` (ISO), the other facets as chosen: the projects are gone through
 * once, with a mark for each facet that lets them in. The City itself, which takes part in all, is no party here.
 */
export async function countProjects(viewer: Viewer, choice: ProjectChoice, today: string): Promise<ProjectCounts> {
  const rules = facetRules(viewer, choice, today);
  const marks = projectFacets.map((facet) => sql`coalesce((${rules[facet] ?? sql`true`}), false) as ${sql.identifier(`in_${facet}`)}`);
  const base = sql`select ${projectRow.id} as id, ${stateOf(projectRow, today)} as standing, ${startYear} as year, ${projectRow.verification} as verification, ${sql.join(marks, sql`, `)}
    from ${fromNarrowest('project')} where ${listed(viewer, choice)}`;
  const others = (facet: ProjectFacet) => sql.join(projectFacets.filter((one) => one !== facet).map((one) => sql.identifier(`in_${one}`)), sql` and `);
  const own = (facet: 'standing' | 'year' | 'verification') => sql`select ${facet} as facet, ${sql.identifier(facet)}::text as value, count(*)::int as count from base where ${others(facet)} group by 2`;
  const ofPartners = (facet: 'party' | 'country', value: SQL) => sql`select ${facet}, value::text, count(*)::int from (
    select distinct base.id, ${value} as value from base join ${projectPartner} on ${projectPartner.projectId} = base.id
      join ${organisation} on ${organisation.id} = ${projectPartner.organisationId}
      where ${others(facet)} and ${and(sight(viewer, 'organisation', organisation), eq(organisation.isSelf, false))}) as one group by 2`;
  const { rows } = await reader().execute<{ facet: ProjectFacet; value: string | null; count: number }>(sql`with base as materialized (${base})
    ${sql.join([own('standing'), own('year'), own('verification'), ofPartners('party', sql`${organisation.id}`), ofPartners('country', sql`${organisation.country}`)], sql` union all `)}`);
  const valued = (facet: ProjectFacet) => rows.flatMap((row) => (row.facet === facet && row.value !== null ? [{ value: row.value, count: row.count }] : []));
  const parties = valued('party');
  return {
    standing: valued('standing'), country: valued('country'), year: valued('year'), verification: valued('verification'),
    party: await named(viewer, parties, choice.parties ?? []), partiesInAll: parties.length,
  };
}

/** The parties of the most projects by their slugs and names; what is chosen stands with its count, none where it has none. */
async function named(viewer: Viewer, parties: readonly FacetCount[], chosen: readonly string[]): Promise<ProjectParty[]> {
  const counts = new Map(parties.map(({ value, count }) => [value, count]));
  const most = parties.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, namedParties).map(({ value }) => value);
  const wanted = [most.length ? inArray(organisation.id, most) : undefined, chosen.length ? inArray(organisation.slug, [...chosen]) : undefined].filter((one) => one !== undefined);
  if (wanted.length === 0) return [];
  const rows = await reader().select({ id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym })
    .from(organisation).where(and(sql`(${sql.join(wanted, sql` or `)})`, sight(viewer, 'organisation', organisation))).orderBy(desc(organisation.changedAt), asc(organisation.id));
  return rows.map(({ id, slug, name, acronym }) => ({ value: slug, name, acronym, count: counts.get(id) ?? 0 })).toSorted((a, b) => b.count - a.count);
}
