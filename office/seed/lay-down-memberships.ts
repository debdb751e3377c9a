import { membership } from '#db/schema/membership.ts';
import type { MembershipWithActs } from '#office/membership/entry.ts';
import { draft, publish } from '#office/membership/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { membershipCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { NetworkFacts } from './facts.ts';
import { mapped, membershipActs } from './mapping.ts';
import { idOf, of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { membershipTexts } from './texts/memberships.ts';
import { dated, fromOfficeRecords, said } from './values.ts';

/** Lays down the City's memberships; answers with their ids under the ids of their networks. */
export async function layDownMemberships(organisations: Ids): Promise<Ids> {
  const ids = new Map<string, string>();
  const city = facts.organisations.find(({ self }) => self)?.id ?? '';
  for (const network of facts.networks) {
    const code = of(membershipCodes, network.id);
    const entry = entryFrom(network, { networkId: idOf(organisations, network.id), memberId: idOf(organisations, city) });
    ids.set(network.id, await settle(membership, {
      code,
      draft: () => draft(systemViewer, { entry, given: { code, slug: `nis-${network.id}` } }),
      publish: (id) => publish(systemViewer, { id }),
    }));
  }
  return ids;
}

/** The last act that is known stands alone; the decisions before it show as gaps (DOMAIN section 3). */
function entryFrom(network: NetworkFacts, between: { networkId: string; memberId: string }): MembershipWithActs {
  const { joinedEvent, joinedPlace, note } = of(membershipTexts, network.id);
  const { status, joined } = network.membership;
  return {
    ...between,
    joinedEvent: said(joinedEvent),
    joinedPlace: said(joinedPlace),
    acts: [{ id: null, kind: mapped(membershipActs, status), on: dated(joined), number: null, note: said(note) }],
    sources: fromOfficeRecords(),
    legalBasis: null, fee: null, feePeriod: null, benefit: null, endedReason: null, representatives: [], obligations: [], ownerId: null, deputyId: null, englishWaived: null,
  };
}
