import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DatedTie } from './map.ts';

/** A map of more would show nothing; `left` counts the others. */
const most = 500;

/** Every partner at its place but those with these ids, whatever ties it to the City; nothing of it is dated. */
export async function partnerTies(viewer: Viewer, except: readonly string[]): Promise<{ ties: DatedTie[]; left: number }> {
  const rule = and(
    eq(organisation.isSelf, false), or(ne(organisation.kind, 'network'), isNull(organisation.kind)), sight(viewer, 'organisation', organisation),
    except.length ? sql`${organisation.id} <> all(${sql.param(`{${except.join(',')}}`)}::uuid[])` : undefined,
  );
  const partners = await reader().select({
    slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place, country: organisation.country,
    latitude: organisation.latitude, longitude: organisation.longitude,
  }).from(organisation).where(rule).orderBy(asc(organisation.code)).limit(most);
  const left = partners.length < most ? 0 : await reader().$count(organisation, rule) - most;
  const ties = partners.map(({ place, country, latitude, longitude, ...one }): DatedTie => ({
    layer: 'partners', what: 'organisation', organisation: { noun: 'organisation', ...one }, on: null, total: 1, held: { from: null, to: null, open: false },
    records: [{ noun: 'organisation', ...one }], where: { name: place, country, latitude, longitude },
  }));
  return { ties, left };
}
