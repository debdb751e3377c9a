import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { inAlphabet } from '#office/listing.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { currentOf } from './membership.ts';
import { ownMemberships, type MembershipLine } from './read.ts';

export type NetworkLine = Awaited<ReturnType<typeof networksWithMemberships>>[number];

/**
 * The networks that the viewer may see, each with the City's membership in it or null where none is to be seen:
 * those with a known day of accession first, the earliest on top, then the others in alphabetical order.
 */
export async function networksWithMemberships(viewer: Viewer, form: WrittenForm, today: string) {
  const networks = await reader().select({
    id: organisation.id, code: organisation.code, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym,
    level: organisation.level, description: organisation.description, seatCountry: organisation.seatCountry, founded: organisation.founded,
    reformed: organisation.reformed, memberCount: organisation.memberCount, countryCount: organisation.countryCount,
  }).from(organisation).where(and(eq(organisation.kind, 'network'), sight(viewer, 'organisation', organisation)))
    .orderBy(inAlphabet(organisation.name, form));
  const own = Map.groupBy(await ownMemberships(viewer, today), (one) => one.network?.id);
  const found = networks.map((network) => ({ ...network, membership: currentOf(own.get(network.id) ?? []) }));
  return found.toSorted((a, b) => joinedDay(a.membership).localeCompare(joinedDay(b.membership)));
}

function joinedDay(membership: MembershipLine | null): string {
  return membership?.joined?.earliest ?? '9999-12-31';
}
