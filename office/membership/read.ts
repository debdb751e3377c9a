import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { membership, membershipAct, representative } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { among, folded, inAlphabet, inOrder } from '#office/listing.ts';
import { sight, withdrawn } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { inTurn, joiningOf, stateOn, type MembershipState } from './membership.ts';

const network = alias(organisation, 'network');
const member = alias(organisation, 'member');
const named = (table: typeof network | typeof member) => ({
  id: table.id, slug: table.slug, code: table.code, name: table.name, acronym: table.acronym, kind: table.kind, country: table.country, isSelf: table.isSelf, level: table.level,
});

const line = {
  id: membership.id, code: membership.code, slug: membership.slug, publication: membership.publication, verification: membership.verification,
  verifiedOn: membership.verifiedOn, changedAt: membership.changedAt, joinedEvent: membership.joinedEvent, joinedPlace: membership.joinedPlace,
  network: named(network), member: named(member),
};
export type MembershipLine = Awaited<ReturnType<typeof listMemberships>>['lines'][number];

export type MembershipFilter = {
  q?: string; state?: MembershipState; publication?: Publication; form?: WrittenForm; sort?: string; page?: number; perPage?: number;
};

/**
 * Memberships that the viewer may see, by the network's name unless `sort` says otherwise. The state is derived from
 * acts and the day, so it is asked of the rows that were read: a city has tens of memberships, not thousands.
 */
export async function listMemberships(viewer: Viewer, filter: MembershipFilter, today: string) {
  const rule = and(
    filter.publication ? eq(membership.publication, filter.publication) : undefined,
    folded(filter.q, network.name, network.acronym, membership.code),
  );
  const all = await read(viewer, rule, inOrder(orders(filter.form), filter.sort), today);
  const found = filter.state ? all.filter((one) => one.state === filter.state) : all;
  const perPage = filter.perPage ?? 25;
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const number = Math.min(Math.max(1, filter.page ?? 1), pages);
  return { lines: found.slice((number - 1) * perPage, number * perPage), total: found.length, page: number, pages };
}

/** The memberships in one network, the City's own first and in turn, then the others', those that ended last. */
export async function membershipsIn(viewer: Viewer, networkId: string, today: string): Promise<MembershipLine[]> {
  const found = await read(viewer, eq(membership.networkId, networkId), asc(membership.code), today);
  const others = found.filter(({ member: one }) => !one?.isSelf);
  return [...inTurn(found.filter(({ member: one }) => one?.isSelf)), ...others.filter(({ state }) => state !== 'ended'), ...others.filter(({ state }) => state === 'ended')];
}

/** The City's own, by the network's name: of others' there may be as many as organisations. */
export async function ownMemberships(viewer: Viewer, today: string): Promise<MembershipLine[]> {
  return read(viewer, eq(member.isSelf, true), inOrder(orders(), undefined), today);
}

/** The networks that one organisation is a member of. */
export async function membershipsOf(viewer: Viewer, memberId: string, today: string): Promise<MembershipLine[]> {
  return read(viewer, eq(membership.memberId, memberId), asc(membership.code), today);
}

export type MembershipRecord = NonNullable<Awaited<ReturnType<typeof membershipById>>>;

export async function membershipById(viewer: Viewer, id: string) {
  return find(viewer, eq(membership.id, id));
}

/** What the public is told of withdrawn memberships of the City in a network whose own page stands. */
export async function withdrawnMembershipsIn(networkId: string) {
  return reader().select({ code: membership.code, withdrawnAt: membership.withdrawnAt, reason: membership.withdrawnReason })
    .from(membership).innerJoin(member, and(eq(member.id, membership.memberId), eq(member.isSelf, true)))
    .where(and(eq(membership.networkId, networkId), withdrawn(membership)));
}

async function read(viewer: Viewer, rule: SQL | undefined, order: SQL, today: string) {
  const rows = await reader().select(line).from(membership)
    .leftJoin(network, and(eq(network.id, membership.networkId), sight(viewer, 'organisation', network)))
    .leftJoin(member, and(eq(member.id, membership.memberId), sight(viewer, 'organisation', member)))
    .where(and(sight(viewer, 'membership', membership), rule)).orderBy(order, asc(membership.id));
  const acts = Map.groupBy(await actsOf(rows.map((row) => row.id)), ({ membershipId }) => membershipId);
  return rows.map((row) => {
    const own = acts.get(row.id) ?? [];
    return { ...row, acts: own, state: stateOn(own, today), joined: joiningOf(own)?.on ?? null };
  });
}

async function find(viewer: Viewer, which: SQL) {
  const [row] = await reader().select({ record: membership, network: named(network), member: named(member) }).from(membership)
    .leftJoin(network, and(eq(network.id, membership.networkId), sight(viewer, 'organisation', network)))
    .leftJoin(member, and(eq(member.id, membership.memberId), sight(viewer, 'organisation', member)))
    .where(and(which, sight(viewer, 'membership', membership)));
  if (!row) return null;
  const id = row.record.id;
  const representatives = await reader().select().from(representative).where(eq(representative.membershipId, id)).orderBy(representative.position);
  const obligations = await reader().select().from(obligation).where(eq(obligation.membershipId, id)).orderBy(obligation.position);
  return { ...row.record, network: row.network, member: row.member, acts: await actsOf([id]), representatives, obligations };
}

async function actsOf(ids: string[]) {
  if (ids.length === 0) return [];
  return reader().select().from(membershipAct).where(among(membershipAct.membershipId, ids)).orderBy(membershipAct.position);
}

function orders(form: WrittenForm = 'sr-Cyrl') {
  return { network: inAlphabet(network.name, form), code: asc(membership.code), changed: desc(membership.changedAt) };
}
