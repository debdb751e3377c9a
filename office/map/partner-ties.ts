import { and, asc, eq, ne, or, isNull } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DatedTie } from './map.ts';

/** Every partner at its place, whatever ties it to the City; nothing of it is dated. */
export async function partnerTies(viewer: Viewer): Promise<DatedTie[]> {
  const partners = await reader().select({
    slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place, country: organisation.country,
    latitude: organisation.latitude, longitude: organisation.longitude,
  }).from(organisation)
    .where(and(eq(organisation.isSelf, false), or(ne(organisation.kind, 'network'), isNull(organisation.kind)), sight(viewer, 'organisation', organisation)))
    .orderBy(asc(organisation.code));
  return partners.map(({ place, country, latitude, longitude, ...one }): DatedTie => ({
    layer: 'partners', what: 'organisation', organisation: { noun: 'organisation', ...one }, on: null, total: 1, held: { from: null, to: null, open: false },
    records: [{ noun: 'organisation', ...one }], where: { name: place, country, latitude, longitude },
  }));
}
