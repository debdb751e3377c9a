import { and, asc, desc, eq, exists, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement, agreementLink, agreementNetwork, agreementParty, agreementProject } from '#db/schema/agreement.ts';
import { obligation } from '#db/schema/obligation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { inAlphabet } from '#office/listing.ts';
import { permits } from '#office/permission.ts';
import { sight, withdrawn } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { inTurn } from './acts.ts';
import type { Act, ActKind } from './agreement.ts';
import { ended, mayBeAnnexed, mayFollow, nextActs, type Unmet } from './moves.ts';
import { ofThisRound } from './path.ts';
import { withStanding } from './register.ts';
import { situationOf } from './situation.ts';
import { standingOn, type Standing } from './standing.ts';

export const line = {
  id: agreement.id, code: agreement.code, slug: agreement.slug, title: agreement.title, summary: agreement.summary, type: agreement.type,
  procedure: agreement.procedure, inForceRule: agreement.inForceRule, validFrom: agreement.validFrom, validTo: agreement.validTo,
  termMonths: agreement.termMonths, renewal: agreement.renewal, renewalMonths: agreement.renewalMonths, noticeMonths: agreement.noticeMonths,
  fields: agreement.fields, ownerId: agreement.ownerId, publication: agreement.publication, verification: agreement.verification, verifiedOn: agreement.verifiedOn,
  changedAt: agreement.changedAt,
};
export type AgreementLine = Awaited<ReturnType<typeof agreementsOf>>[number];

export type AgreementOwner = { organisationId: string } | { projectId: string } | { networkId: string };

/** The agreements of one record, by title, at most `most`: those that an organisation is a party of, a project's, a network's. */
export async function agreementsOf(viewer: Viewer, owner: AgreementOwner, form: WrittenForm, today: string, most = 200) {
  const rows = await reader().select(line).from(agreement).where(and(sight(viewer, 'agreement', agreement), ownedBy(owner)))
    .orderBy(inAlphabet(agreement.title, form), asc(agreement.id)).limit(most);
  return withStanding(viewer, rows, today);
}

export async function countAgreementsOf(viewer: Viewer, owner: AgreementOwner): Promise<number> {
  return reader().$count(agreement, and(sight(viewer, 'agreement', agreement), ownedBy(owner)));
}

export type AgreementRecord = NonNullable<Awaited<ReturnType<typeof agreementById>>>;

export async function agreementBySlug(viewer: Viewer, slug: string, today: string) {
  return find(viewer, eq(agreement.slug, slug), today);
}

export async function agreementById(viewer: Viewer, id: string, today: string) {
  return find(viewer, eq(agreement.id, id), today);
}

/** What the public is told of a withdrawn agreement; null where none stands under this slug. */
export async function withdrawnAgreement(slug: string) {
  const [row] = await reader().select({ title: agreement.title, code: agreement.code, withdrawnAt: agreement.withdrawnAt, reason: agreement.withdrawnReason })
    .from(agreement).where(and(eq(agreement.slug, slug), withdrawn(agreement)));
  return row ?? null;
}

/** The acts that may follow now, each with what it lacks, whether an annex may be added, and whether a day is near by which it is to be decided if it goes on; null where the viewer may not see the agreement. */
export async function movesOf(viewer: Viewer, id: string, today: string) {
  const situation = await situationById(viewer, id);
  return situation && { moves: nextActs(situation, today), annex: mayBeAnnexed(situation, today), decides: standingOn(situation, today).decideBy !== null, procedure: situation.terms.procedure };
}

/** What stands in the way of one act; nothing where it may be entered. */
export async function obstaclesTo(viewer: Viewer, id: string, kind: ActKind, today: string): Promise<readonly Unmet[]> {
  const situation = await situationById(viewer, id);
  return situation ? mayFollow(kind, situation, today) : [{ rule: 'actNotPossible' }];
}

/** Agreements of the same parties that the viewer may revise, the last changed first: what is nearest of all that may carry an act of this one. */
export async function carriersFor(viewer: Viewer, id: string, most = 20) {
  const [mine, theirs] = [alias(agreementParty, 'mine'), alias(agreementParty, 'theirs')];
  const shared = reader().select({ id: theirs.agreementId }).from(mine)
    .innerJoin(theirs, and(eq(theirs.organisationId, mine.organisationId), eq(theirs.side, 'them'))).where(and(eq(mine.agreementId, id), eq(mine.side, 'them')));
  const rows = await reader().select({ id: agreement.id, code: agreement.code, title: agreement.title, createdBy: agreement.createdBy, publication: agreement.publication })
    .from(agreement).where(and(ne(agreement.id, id), inArray(agreement.id, shared), sight(viewer, 'agreement', agreement)))
    .orderBy(desc(agreement.changedAt)).limit(most * 5);
  return rows.filter((row) => permits(viewer, 'agreement.revise', row)).slice(0, most);
}

async function situationById(viewer: Viewer, id: string) {
  const [row] = await reader().select().from(agreement).where(and(eq(agreement.id, id), sight(viewer, 'agreement', agreement)));
  return row ? situationOf(reader(), row) : null;
}

async function find(viewer: Viewer, which: SQL, today: string) {
  const [row] = await reader().select().from(agreement).where(and(which, sight(viewer, 'agreement', agreement)));
  if (!row) return null;
  const [[whole], links, linkedFrom, projects, networks, obligations] = await Promise.all([
    withStanding(viewer, [row], today),
    linked(viewer, row.id, agreementLink.agreementId, agreementLink.otherId),
    linked(viewer, row.id, agreementLink.otherId, agreementLink.agreementId),
    reader().select({ projectId: agreementProject.projectId }).from(agreementProject).where(eq(agreementProject.agreementId, row.id)),
    reader().select({ networkId: agreementNetwork.networkId }).from(agreementNetwork).where(eq(agreementNetwork.agreementId, row.id)),
    reader().select().from(obligation).where(eq(obligation.agreementId, row.id)).orderBy(asc(obligation.position)),
  ]);
  if (!whole) return null;
  const named = await references(viewer, [
    ...projects.map(({ projectId }) => ({ noun: 'project' as const, id: projectId })),
    ...networks.map(({ networkId }) => ({ noun: 'organisation' as const, id: networkId })),
    ...obligations.map(({ organisationId }) => ({ noun: 'organisation' as const, id: organisationId })),
  ]);
  const seen = (id: string | null) => (id && named.get(id)) || null;
  const acts = whole.acts as readonly (typeof whole.acts[number] & Act)[];
  const [actsInTurn, round] = [inTurn(acts), new Set(ofThisRound(acts, whole.standing, today).map((act) => act.id))];
  return {
    ...whole, actsInTurn, /** Those by which it stands where it does on the way to signature. */ actsOfRound: actsInTurn.filter((act) => round.has(act.id)), links: viewer.kind === 'staff' ? links : await toldLinks(viewer, links, today), linkedFrom: linkedFrom.filter(({ kind }) => kind !== 'replaces' || viewer.kind === 'staff' || isOver(whole.standing)),
    projects: projects.map((one) => ({ ...one, project: seen(one.projectId) })),
    networks: networks.map((one) => ({ ...one, network: seen(one.networkId) })),
    obligations: obligations.map((one) => ({ ...one, organisation: seen(one.organisationId) })),
  };
}

/** A successor may be tied long before it takes the place of the old text, and stays tied where that is undone: the public is told once the old one is over. */
function isOver({ state }: Standing): boolean {
  return ended.includes(state) || state === 'archived';
}

/** The same from the successor's side: what it replaces is named to the public once that is over. */
async function toldLinks(viewer: Viewer, links: Awaited<ReturnType<typeof linked>>, today: string) {
  const earlier = links.filter(({ kind }) => kind === 'replaces').map(({ otherId }) => otherId);
  if (earlier.length === 0) return links;
  const rows = await reader().select(line).from(agreement).where(and(inArray(agreement.id, earlier), sight(viewer, 'agreement', agreement)));
  const over = new Set((await withStanding(viewer, rows, today)).filter(({ standing }) => isOver(standing)).map(({ id }) => id));
  return links.filter(({ kind, otherId }) => kind !== 'replaces' || over.has(otherId));
}

const other = alias(agreement, 'other');
type LinkEnd = typeof agreementLink.agreementId | typeof agreementLink.otherId;

/** Links from (or to) an agreement with the one at the other end; one that the viewer may not see has no `other` to draw. */
async function linked(viewer: Viewer, id: string, near: LinkEnd, far: LinkEnd) {
  return reader().select({
    kind: agreementLink.kind, otherId: far, other: { id: other.id, slug: other.slug, code: other.code, title: other.title, type: other.type },
  }).from(agreementLink).leftJoin(other, and(eq(other.id, far), sight(viewer, 'agreement', other)))
    .where(eq(near, id)).orderBy(asc(agreementLink.position));
}

function ownedBy(owner: AgreementOwner): SQL {
  if ('projectId' in owner) return among(agreementProject, eq(agreementProject.projectId, owner.projectId));
  if ('networkId' in owner) return or(among(agreementNetwork, eq(agreementNetwork.networkId, owner.networkId)), party(owner.networkId)) as SQL;
  return party(owner.organisationId);
}

function party(organisationId: string): SQL {
  return among(agreementParty, eq(agreementParty.organisationId, organisationId));
}

function among(table: typeof agreementProject | typeof agreementNetwork | typeof agreementParty, which: SQL): SQL {
  return exists(reader().select({ one: sql`1` }).from(table).where(and(eq(table.agreementId, agreement.id), which)));
}
