import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Tie } from './map.ts';

/** How many records a tie names; the rest is counted. */
const named = 3;

/**
 * The parties of agreements at their places, counted where the rows are: a register may hold a hundred thousand. With a `year`
 * only agreements that have a date in it, or held over it, as far as their acts and terms say on `today`.
 */
export async function agreementTies(viewer: Viewer, year: number | undefined, today: string): Promise<{ ties: Tie[]; undated: number; firstYear: number | null }> {
  const rule = sight(viewer, 'agreement', agreement);
  const [parties, [dates]] = await Promise.all([
    reader().select({
      slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place, country: organisation.country,
      latitude: organisation.latitude, longitude: organisation.longitude,
      total: sql<number>`count(distinct ${agreement.id})::int`,
      some: sql<string[]>`(array_agg(distinct ${agreement.id}))[1:${sql.raw(String(named))}]`,
    }).from(agreementParty)
      .innerJoin(agreement, and(eq(agreement.id, agreementParty.agreementId), rule))
      .innerJoin(organisation, and(eq(organisation.id, agreementParty.organisationId), eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation)))
      .where(year === undefined ? undefined : heldIn(year, today)).groupBy(organisation.id),
    reader().select({
      first: sql<number | null>`left(min(${firstDay}), 4)::int`, undated: sql<number>`(count(*) filter (where ${firstDay} is null))::int`,
    }).from(agreement).where(rule),
  ]);
  const ids = [...new Set(parties.flatMap(({ some }) => some))];
  const records = ids.length === 0 ? [] : await reader().select({ id: agreement.id, slug: agreement.slug, kind: agreement.type, name: agreement.title, acronym: sql<null>`null` })
    .from(agreement).where(inArray(agreement.id, ids));
  const byId = new Map(records.map(({ id, ...one }) => [id, { noun: 'agreement' as const, ...one }]));
  const ties = parties.map(({ total, some, place, country, latitude, longitude, ...one }): Tie => ({
    layer: 'agreements', what: 'party', organisation: { noun: 'organisation', ...one }, on: null, total,
    records: some.flatMap((id) => byId.get(id) ?? []), where: { name: place, country, latitude, longitude },
  }));
  return { ties, undated: year === undefined ? 0 : dates?.undated ?? 0, firstYear: dates?.first ?? null };
}

const acts = sql`select act.on from agreement_act act where act.agreement_id = ${agreement.id} and act.on is not null`;
const firstDay = sql`least((select min(dated.on ->> 'earliest') from (${acts}) dated), ${agreement.validFrom} ->> 'earliest')`;
const lastDay = sql`coalesce(${agreement.validTo} ->> 'latest', (select max(dated.on ->> 'latest') from (${acts}) dated))`;

function heldIn(year: number, _today: string): SQL {
  return sql`${firstDay} <= ${`${year}-12-31`} and ${lastDay} >= ${`${year}-01-01`}`;
}
