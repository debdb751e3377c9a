import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { fromNarrowest, narrowRows } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import { byName, listingOf, type RowChoice } from '#office/rows.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OrganisationKind } from './organisation.ts';

export type OrganisationChoice = RowChoice & { readonly kind?: OrganisationKind; readonly country?: string; readonly level?: 'international' | 'national' };
export type OrganisationRow = Awaited<ReturnType<typeof organisationTable.lines>>[number];

const line = {
  id: organisation.id, code: organisation.code, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, country: organisation.country,
  place: organisation.place, website: organisation.website, publication: organisation.publication, verification: organisation.verification,
  verifiedOn: organisation.verifiedOn, changedAt: organisation.changedAt,
};

const row = narrowRows.organisation;

/** Organisations for the table of the workspace, by name unless asked otherwise. */
export const organisationTable = listingOf({
  noun: 'organisation',
  rule: (_viewer, { kind, country, level }: OrganisationChoice) => and(
    kind && eq(row.kind, kind), country ? eq(row.country, country) : undefined, level && eq(row.level, level),
  ),
  orders: (form) => ({ name: [byName(row, form)] }),
  lines: (viewer, ids) => reader().select(line).from(organisation).where(and(inArray(organisation.id, [...ids]), sight(viewer, 'organisation', organisation))),
});

/** The countries of the organisations that the viewer may see, for a choice. */
export async function organisationCountries(viewer: Viewer): Promise<string[]> {
  // From one country to the next in the index, since a hundred thousand organisations lie in few.
  const next = (after: SQL) => sql`(select ${row.country} from ${fromNarrowest('organisation')} where ${after} and ${sight(viewer, 'organisation', row)} order by ${row.country} limit 1)`;
  const { rows } = await reader().execute<{ country: string | null }>(sql`with recursive lies (country) as (
    select ${next(sql`${row.country} is not null`)} union all select ${next(sql`${row.country} > lies.country`)} from lies where lies.country is not null) select country from lies`);
  return rows.flatMap(({ country }) => country ?? []);
}
