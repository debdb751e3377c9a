import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { lookUpEach, type Words } from '#office/matching.ts';
import { fromNarrowest, nameIn, narrowRows, stateOf } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { listingOf, type RowChoice } from '#office/rows.ts';
import type { Viewer } from '#office/viewer.ts';
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
  words: membershipsHolding,
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

/**
 * The memberships that hold the words: in search they stand in the entry of their network, so by what their network or their member is called,
 * one word by this and another by that, or by their own code. A name that the viewer may not see finds nothing; such names are few, so that those are taken out.
 */
export function membershipsHolding(viewer: Viewer, q: string): Words {
  const names = lookUpEach(q, 'organisation');
  // By another name, since the narrow rows beside which this is asked are called like their records.
  const held = alias(membership, 'held');
  const code = sql`${held.code} = ${q.toUpperCase()}`;
  const unseen = sql`select ${network.id} from ${fromNarrowest('organisation')} where (${sight(viewer, 'organisation', network)}) is not true`;
  const sets = names.map((_, place) => sql.identifier(`names_${place}`));
  // Each a list that is gone through once, of those that are called so, or of those that are not.
  const listed = (ids: (words: Words) => SQL) => sql`with ${sql.join(names.map((words, place) => sql`${sets[place]} as materialized (${ids(words)})`), sql`, `)}`;
  const isOne = (id: AnyPgColumn, has: SQL) => sql`${id} is not null and (${id} ${has}) is true`;
  const either = (has: SQL) => sql`(${isOne(held.networkId, has)} or ${isOne(held.memberId, has)})`;
  const all = (where: SQL) => sql`select ${held.id} from ${membership} as ${sql.identifier('held')} where ${where}`;
  const everyOne = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql` and `)} or ${code})`;
  const isCalled = (id: AnyPgColumn, words: Words) => sql`exists (select from ${fromNarrowest('organisation')} where ${network.id} = ${id} and ${sight(viewer, 'organisation', network)} and ${words.holds(network.id)})`;
  if (names.length === 0) return { hits: all(code), others: all(sql`not ${code}`), holds: (id) => sql`${id} in (${all(sql`${held.id} = ${id} and ${code}`)})` };
  return {
    hits: sql`${listed(({ hits }) => sql`select id from (${hits}) as hit where id not in (${unseen})`)} ${all(everyOne(sets.map((set) => either(sql`in (select id from ${set})`))))}`,
    others: sql`${listed(({ others }) => sql`${others} union all ${unseen}`)} ${all(sql`not ${everyOne(sets.map((set) => either(sql`not in (select id from ${set})`)))}`)}`,
    holds: (id) => sql`${id} in (${all(sql`${held.id} = ${id} and ${everyOne(names.map((words) => sql`(${isCalled(held.networkId, words)} or ${isCalled(held.memberId, words)})`))}`)})`,
  };
}
