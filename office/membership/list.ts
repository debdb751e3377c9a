import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { lookUp } from '#office/matching.ts';
import { fromNarrowest, nameIn, narrowRows, stateOf } from '#office/narrow-row.ts';
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
  // In search a membership stands in the entry of its network. A name that the viewer may not see finds nothing either; such are few, so that those are
  // taken out. `is true` has each membership looked up among the names, which are gone through once.
  answering: (viewer, q) => {
    const hits = lookUp(q, 'organisation');
    const byCode = sql`${membership.code} = ${q.toUpperCase()}`;
    if (!hits) return sql`${row.id} in (select ${membership.id} from ${membership} where ${byCode})`;
    const unseen = sql`select ${network.id} from ${fromNarrowest('organisation')} where (${sight(viewer, 'organisation', network)}) is not true`;
    return sql`${row.id} in (with named as materialized (select id from (${hits}) as hit where id not in (${unseen}))
      select ${membership.id} from ${membership} where (${membership.networkId} in (select id from named)) is true or (${membership.memberId} in (select id from named)) is true or ${byCode})`;
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
