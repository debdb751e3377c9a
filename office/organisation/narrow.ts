import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Verification } from '#db/columns.ts';
import { organisation } from '#db/schema/organisation.ts';
import { answering } from '#office/matching.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OrganisationKind } from './organisation.ts';

/** Several values of one facet widen the list, several facets narrow it; `others` leaves out the City itself. */
export type OrganisationChoice = {
  readonly q?: string; readonly kinds?: readonly OrganisationKind[]; readonly notKind?: OrganisationKind; readonly others?: true;
  readonly countries?: readonly string[]; readonly verifications?: readonly Verification[];
};

/** How many organisations there are of a kind, in a country, of a verification; null where the record does not say. */
export type OrganisationCount = { readonly type: string | null; readonly country: string | null; readonly verification: Verification; readonly count: number };
export type OrganisationFacet = 'type' | 'country' | 'verification';

/** What an organisation must be to stand in the list at all, whatever its facets. */
export function listed(viewer: Viewer, { q, notKind, others }: OrganisationChoice): SQL | undefined {
  return and(
    sight(viewer, 'organisation', organisation), answering(q, 'organisation', organisation.id),
    notKind ? ne(organisation.kind, notKind) : undefined, others ? eq(organisation.isSelf, false) : undefined,
  );
}

export function chosenBy({ kinds, countries, verifications }: OrganisationChoice): SQL | undefined {
  return and(
    kinds?.length ? inArray(organisation.kind, [...kinds]) : undefined, countries?.length ? inArray(organisation.country, [...countries]) : undefined,
    verifications?.length ? inArray(organisation.verification, [...verifications]) : undefined,
  );
}

/** What stands in the list before its facets narrow it: one query for the counts of them all. */
export async function countOrganisations(viewer: Viewer, choice: OrganisationChoice): Promise<OrganisationCount[]> {
  return reader().select({ type: organisation.kind, country: organisation.country, verification: organisation.verification, count: sql<number>`count(*)::int` })
    .from(organisation).where(listed(viewer, choice)).groupBy(organisation.kind, organisation.country, organisation.verification);
}
