import { and, eq, inArray, isNull, type InferSelectModel } from 'drizzle-orm';
import { agreementAct, agreementLink, agreementNetwork, agreementParty, agreementProject } from '#db/schema/agreement.ts';
import { obligation } from '#db/schema/obligation.ts';
import { organisation } from '#db/schema/organisation.ts';
import { person } from '#db/schema/person.ts';
import { replaceDuties } from '#office/duties.ts';
import type { Issue } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { unseen, type Named } from '#office/reference.ts';
import type { AgreementEntry, PartyRow } from './entry.ts';

type Parts = Pick<AgreementEntry, 'parties' | 'links' | 'projects' | 'networks' | 'obligations'>;
type Naming = Partial<Omit<Parts, 'parties'>> & Partial<Pick<AgreementEntry, 'ownerId' | 'deputyId'>> & { parties: readonly { organisationId: string }[] };

/** The entry without the rows that stand in tables of their own. */
export function columnsOf({ parties: _parties, links: _links, projects: _projects, networks: _networks, obligations: _obligations, ...columns }: AgreementEntry) {
  return columns;
}

/**
 * Refuses an entry that names a record, or a colleague, which is not there for the viewer. What the agreement named
 * before may stay, since the viewer cannot even see that it stands there. `place` says how the form calls a field.
 */
export async function refuseUnseen(pen: Pen, entry: Naming, place: (field: string) => string = (field) => field): Promise<void> {
  const { links = [], projects = [], networks = [], obligations = [], parties } = entry;
  const named: Named[] = [
    ...parties.map(({ organisationId }, at) => ({ field: `parties.${at}.organisationId`, noun: 'organisation' as const, id: organisationId })),
    ...links.map(({ otherId }, at) => ({ field: `links.${at}.otherId`, noun: 'agreement' as const, id: otherId })),
    ...projects.map(({ projectId }, at) => ({ field: `projects.${at}.projectId`, noun: 'project' as const, id: projectId })),
    ...networks.map(({ networkId }, at) => ({ field: `networks.${at}.networkId`, noun: 'organisation' as const, id: networkId })),
    ...obligations.map(({ organisationId }, at) => ({ field: `obligations.${at}.organisationId`, noun: 'organisation' as const, id: organisationId })),
  ];
  const held = await namedBefore(pen);
  const issues = [
    ...await unseen(pen.db, pen.viewer, named, held),
    ...links.flatMap(({ otherId }, at) => (otherId === pen.id ? [{ field: `links.${at}.otherId`, rule: 'itself' }] : [])),
    ...await notNetworks(pen, networks),
    ...await noColleague(pen, 'ownerId', entry.ownerId),
    ...await noColleague(pen, 'deputyId', entry.deputyId),
  ];
  if (issues.length) pen.refuse(...issues.map((issue) => ({ ...issue, field: place(issue.field) })));
}

/** Puts the parts of the entry in the place of those that the record had. */
export async function writeParts(pen: Pen, { parties, links, projects, networks, obligations }: Parts): Promise<void> {
  await pen.replaceParts(agreementParty, agreementParty.agreementId, await asHeld(pen, parties));
  await pen.replaceParts(agreementLink, agreementLink.agreementId, links);
  await pen.replaceParts(agreementProject, agreementProject.agreementId, projects);
  await pen.replaceParts(agreementNetwork, agreementNetwork.agreementId, networks);
  await replaceDuties(pen, 'agreementId', obligations);
}

type HeldParty = InferSelectModel<typeof agreementParty>;

/**
 * Each row under the id of the party that it is. A party is its organisation, in its role where it has several:
 * so its acts stay with it whatever the order of the rows, and no signature moves to another organisation.
 */
async function asHeld(pen: Pen, parties: readonly PartyRow[]): Promise<(Omit<PartyRow, 'id'> & { id?: string })[]> {
  const held = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, pen.id));
  const free = new Map(held.map((party) => [party.id, party]));
  const claim = (is: (party: HeldParty) => boolean) => {
    const found = [...free.values()].find(is);
    if (found) free.delete(found.id);
    return found?.id;
  };
  const same = parties.map(({ organisationId, role }) => claim((party) => party.organisationId === organisationId && party.role === role));
  const rows = parties.map(({ id, ...row }, place) => {
    const known = same[place] ?? claim((party) => party.organisationId === row.organisationId && party.id === id);
    return known ? { ...row, id: known } : row;
  });
  await refuseLosingActs(pen, [...free.keys()]);
  return rows;
}

async function namedBefore(pen: Pen): Promise<Set<string | null>> {
  const parties = await pen.db.select({ id: agreementParty.organisationId }).from(agreementParty).where(eq(agreementParty.agreementId, pen.id));
  const links = await pen.db.select({ id: agreementLink.otherId }).from(agreementLink).where(eq(agreementLink.agreementId, pen.id));
  const projects = await pen.db.select({ id: agreementProject.projectId }).from(agreementProject).where(eq(agreementProject.agreementId, pen.id));
  const networks = await pen.db.select({ id: agreementNetwork.networkId }).from(agreementNetwork).where(eq(agreementNetwork.agreementId, pen.id));
  const duties = await pen.db.select({ id: obligation.organisationId }).from(obligation).where(eq(obligation.agreementId, pen.id));
  return new Set([...parties, ...links, ...projects, ...networks, ...duties].map(({ id }) => id));
}

async function refuseLosingActs(pen: Pen, gone: string[]): Promise<void> {
  if (gone.length === 0) return;
  const acted = await pen.db.$count(agreementAct, inArray(agreementAct.partyId, gone));
  if (acted) pen.refuse({ field: 'parties', rule: 'partyHasActs' });
}

async function notNetworks(pen: Pen, networks: Parts['networks']): Promise<Issue[]> {
  if (networks.length === 0) return [];
  const found = await pen.db.select({ id: organisation.id, kind: organisation.kind }).from(organisation).where(inArray(organisation.id, networks.map(({ networkId }) => networkId)));
  return networks.flatMap(({ networkId }, at) =>
    (found.some(({ id, kind }) => id === networkId && kind !== 'network') ? [{ field: `networks.${at}.networkId`, rule: 'notANetwork' }] : []));
}

async function noColleague(pen: Pen, field: string, id: string | null | undefined): Promise<Issue[]> {
  if (!id) return [];
  const [found] = await pen.db.select({ id: person.id }).from(person).where(and(eq(person.id, id), isNull(person.deactivatedAt)));
  return found ? [] : [{ field, rule: 'notFound' }];
}
