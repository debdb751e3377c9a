import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { organisation } from '#db/schema/organisation.ts';
import { answering } from '#office/matching.ts';
import { nameIn, narrowRows, stateOf } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { listingOf, type RowChoice } from '#office/rows.ts';
import type { MembershipState } from './membership.ts';

export type MembershipChoice = RowChoice & { readonly state?: MembershipState; readonly networkId?: string };
export type MembershipRow = Awaited<ReturnType<typeof membershipTable.lines>>[number];

const line = {
  id: membership.id, code: membership.code, networkId: membership.networkId, memberId: membership.memberId, fee: membership.fee, feePeriod: membership.feePeriod,
  ownerId: membership.ownerId, publication: membership.publication, verification: membership.verification, verifiedOn: membership.verifiedOn, changedAt: membership.changedAt,
};
const network = narrowRows.organisation;
const row = narrowRows.membership;

/** Memberships for the table of the workspace, by the network's name unless asked otherwise, each with its acts, network and member. */
export const membershipTable = listingOf({
  noun: 'membership',
  rule: (_viewer, { state, networkId }: MembershipChoice, today) => and(networkId ? eq(row.networkId, networkId) : undefined, state && eq(stateOf(row, today), state)),
  // In search a membership stands in the entry of its network. A name that the viewer may not see finds nothing either.
  answering: (viewer, q) => {
    const named = reader().select({ id: organisation.id }).from(organisation).where(and(sight(viewer, 'organisation', organisation), answering(q, 'organisation', organisation.id)));
    return inArray(row.id, reader().select({ id: membership.id }).from(membership)
      .where(or(inArray(membership.networkId, named), inArray(membership.memberId, named), eq(membership.code, q.toUpperCase()))));
  },
  orders: () => ({ network: [{ by: row.networkId, way: 'up' }] }),
  // A name that the viewer may not see orders nothing, for the order would tell it.
  stacks: (form, viewer) => ({
    by: row.networkId,
    async inOrder(ids) {
      const found = await reader().select({ id: network.id }).from(network)
        .where(and(sql`${network.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`, sight(viewer, 'organisation', network))).orderBy(nameIn(network, form), network.id);
      return found.map(({ id }) => id);
    },
  }),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(membership).where(and(inArray(membership.id, [...ids]), sight(viewer, 'membership', membership)));
    const acts = Map.groupBy(await reader().select().from(membershipAct).where(inArray(membershipAct.membershipId, [...ids])).orderBy(membershipAct.position), ({ membershipId }) => membershipId);
    const named = await references(viewer, rows.flatMap(({ networkId, memberId }) => [networkId, memberId].map((id) => ({ noun: 'organisation' as const, id }))));
    const seen = (id: string | null) => (id && named.get(id)) || null;
    return rows.map((one) => ({ ...one, acts: acts.get(one.id) ?? [], network: seen(one.networkId), member: seen(one.memberId) }));
  },
});
