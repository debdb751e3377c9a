import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { organisation } from '#db/schema/organisation.ts';
import { inAlphabet } from '#office/listing.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { lacksEnglish, listingOf, type RowChoice } from '#office/rows.ts';
import type { MembershipState } from './membership.ts';

export type MembershipChoice = RowChoice & { readonly state?: MembershipState; readonly networkId?: string };
export type MembershipRow = Awaited<ReturnType<typeof membershipTable.lines>>[number];

const line = {
  id: membership.id, code: membership.code, networkId: membership.networkId, memberId: membership.memberId, fee: membership.fee, feePeriod: membership.feePeriod,
  ownerId: membership.ownerId, publication: membership.publication, verification: membership.verification, verifiedOn: membership.verifiedOn, changedAt: membership.changedAt,
};
const network = alias(organisation, 'network');

/** Memberships for the table of the workspace, by the network's name unless asked otherwise, each with its acts, network and member. */
export const membershipTable = listingOf({
  noun: 'membership',
  rule: (_viewer, { state, networkId }: MembershipChoice, today) => and(networkId ? eq(membership.networkId, networkId) : undefined, state && inState(state, today)),
  incomplete: sql`(${membership.networkId} is null or ${membership.memberId} is null or jsonb_array_length(${membership.sources}) = 0
    or ${lacksEnglish(membership, membership.benefit, membership.legalBasis)})`,
  orders: () => ({ network: [{ by: sql`network_in_order.place`, way: 'up' }] }),
  // Networks are put in order once, and not for each of their members; a name that the viewer may not see orders nothing, for the order would tell it.
  beside: (name, form, viewer) => (name === 'network' ? {
    rows: sql`(select ${network.id} as id, row_number() over (order by ${inAlphabet(network.name, form)}, ${network.id}) as place from ${organisation} as network
      where ${network.id} in (select ${membership.networkId} from ${membership}) and ${sight(viewer, 'organisation', network)}) as network_in_order`,
    on: sql`network_in_order.id = ${membership.networkId}`,
  } : null),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(membership).where(and(inArray(membership.id, [...ids]), sight(viewer, 'membership', membership)));
    const acts = await reader().select().from(membershipAct).where(inArray(membershipAct.membershipId, [...ids])).orderBy(membershipAct.position);
    const named = await references(viewer, rows.flatMap(({ networkId, memberId }) => [networkId, memberId].map((id) => ({ noun: 'organisation' as const, id }))));
    const seen = (id: string | null) => (id && named.get(id)) || null;
    return rows.map((row) => ({ ...row, acts: acts.filter(({ membershipId }) => membershipId === row.id), network: seen(row.networkId), member: seen(row.memberId) }));
  },
});

const kinds = {
  considered: ['considered'], decided: ['decided'], applied: ['applied'], active: ['joined', 'resumed'], suspended: ['suspended'], withdrawal_decided: ['withdrawal_decided'], ended: ['ended'],
} as const satisfies Record<Exclude<MembershipState, 'unknown'>, readonly string[]>;

/** As `stateOn` says it: the furthest act that has happened, of suspensions and resumptions the last; acts are kept arranged. A spec holds the two together. */
function inState(state: MembershipState, today: string): SQL {
  const happened = sql`coalesce(case ${membershipAct.kind} when 'ended' then ${membershipAct.on} ->> 'latest' else ${membershipAct.on} ->> 'earliest' end, '') <= ${today}`;
  const own = sql`from ${membershipAct} where ${membershipAct.membershipId} = ${membership.id} and ${happened}`;
  if (state === 'unknown') return sql`not exists (select 1 ${own})`;
  const rank = sql`case ${membershipAct.kind} when 'considered' then 0 when 'decided' then 1 when 'applied' then 2 when 'joined' then 3 when 'withdrawal_decided' then 5 when 'ended' then 6 else 4 end`;
  const furthest = sql`(select ${membershipAct.kind} ${own} order by ${rank} desc, ${membershipAct.position} desc limit 1)`;
  const wanted = sql.join(kinds[state].map((kind) => sql`${kind}`), sql`, `);
  return sql`(exists (select 1 ${own} and ${membershipAct.kind} in (${wanted})) and ${furthest} in (${wanted}))`;
}
