import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import { byText, lacksEnglish, listingOf, type RowChoice } from '#office/rows.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OrganisationKind } from './organisation.ts';

export type OrganisationChoice = RowChoice & { readonly kind?: OrganisationKind; readonly country?: string; readonly level?: 'international' | 'national' };
export type OrganisationRow = Awaited<ReturnType<typeof organisationTable.lines>>[number];

const line = {
  id: organisation.id, code: organisation.code, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, country: organisation.country,
  place: organisation.place, website: organisation.website, publication: organisation.publication, verification: organisation.verification,
  verifiedOn: organisation.verifiedOn, changedAt: organisation.changedAt,
};

/** Organisations for the table of the workspace, by name unless asked otherwise. */
export const organisationTable = listingOf({
  noun: 'organisation',
  rule: (_viewer, { kind, country, level }: OrganisationChoice) => and(
    kind && eq(organisation.kind, kind), country ? eq(organisation.country, country) : undefined, level && eq(organisation.level, level),
  ),
  incomplete: sql`(${organisation.name} is null or ${organisation.kind} is null or ${lacksEnglish(organisation, organisation.description)})`,
  orders: (form) => ({ name: [byText(organisation.name, form)] }),
  lines: (viewer, ids) => reader().select(line).from(organisation).where(and(inArray(organisation.id, [...ids]), sight(viewer, 'organisation', organisation))),
});

/** The countries of the organisations that the viewer may see, for a choice. */
export async function organisationCountries(viewer: Viewer): Promise<string[]> {
  const rows = await reader().selectDistinct({ country: organisation.country }).from(organisation).where(and(isNotNull(organisation.country), sight(viewer, 'organisation', organisation)));
  return rows.flatMap(({ country }) => country ?? []);
}
