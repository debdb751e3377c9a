import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { currentOf } from '#office/membership/membership.ts';
import { ownMemberships, type MembershipLine } from '#office/membership/read.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DatedTie, Held } from './map.ts';

/** Where the networks sit, and where the City joined them: as far as the viewer may see network and membership. */
export async function networkTies(viewer: Viewer, today: string): Promise<DatedTie[]> {
  const [networks, own] = await Promise.all([
    reader().select({
      id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place,
      country: organisation.country, seatCountry: organisation.seatCountry, latitude: organisation.latitude, longitude: organisation.longitude,
    }).from(organisation).where(and(eq(organisation.kind, 'network'), sight(viewer, 'organisation', organisation))),
    ownMemberships(viewer, today),
  ]);
  return networks.flatMap((network): DatedTie[] => {
    const membership = currentOf(own.filter((one) => one.network?.id === network.id));
    const held = heldBy(membership);
    const record = { noun: 'organisation' as const, slug: network.slug, kind: network.kind, name: network.name, acronym: network.acronym };
    const tie = { layer: 'networks' as const, organisation: null, records: [record], total: 1, held };
    const seat = { name: network.place, country: network.seatCountry ?? network.country, latitude: network.latitude, longitude: network.longitude };
    const joined = membership?.joinedPlace ? { name: membership.joinedPlace, country: null, latitude: null, longitude: null } : null;
    return [
      { ...tie, what: 'seat', on: null, where: seat },
      ...(joined ? [{ ...tie, what: 'joining' as const, on: membership?.joined ?? null, where: joined }] : []),
    ];
  });
}

function heldBy(membership: MembershipLine | null): Held {
  const ended = membership?.acts.find(({ kind }) => kind === 'ended');
  return { from: membership?.joined ?? null, to: ended?.on ?? null, open: Boolean(membership?.joined) && !ended };
}
