import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementsOf, countAgreementsOf } from '#office/agreement/read.ts';
import * as agreements from '#office/agreement/write.ts';
import { membershipEntry } from '#office/membership/entry.ts';
import { membershipsOf } from '#office/membership/read.ts';
import * as memberships from '#office/membership/write.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import { countMilestonesOf, milestonesOf } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { kinOf } from '#office/organisation/kin.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import { programmesOf } from '#office/programme/read.ts';
import * as programmes from '#office/programme/write.ts';
import { projectEntry } from '#office/project/entry.ts';
import { countProjectsOf, projectsOf } from '#office/project/read.ts';
import * as projects from '#office/project/write.ts';
import { visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';

useEmptyDatabase();
const publisher = staff('publisher');
const today = '2026-11-21';
const source = { 'sources.0.title.sr-Cyrl': ['Архива'], 'sources.0.title.en': ['Archive'] };

async function organisation(name: string, more: FormValues = {}): Promise<string> {
  return accepted(await organisations.draft(publisher, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], 'name.en': [name], kind: ['ngo'], ...more }) }));
}

async function publicOrganisation(name: string, more: FormValues = {}): Promise<string> {
  const id = await organisation(name, more);
  accepted(await organisations.publish(publisher, { id }));
  return id;
}

async function agreement(us: string, them: string, more: FormValues = {}): Promise<string> {
  return accepted(await agreements.draft(publisher, { entry: parsed(agreementEntry, {
    'title.sr-Cyrl': ['Споразум'], 'title.en': ['Agreement'], type: ['declaration'], procedure: ['other'], 'parties.0.organisationId': [us], 'parties.0.side': ['us'],
    'parties.1.organisationId': [them], 'parties.1.side': ['them'], ...source, ...more,
  }) }));
}

async function project(...partners: string[]): Promise<string> {
  const rows = Object.fromEntries(partners.flatMap((id, place) => [[`partners.${place}.organisationId`, [id]], [`partners.${place}.role`, ['partner']]]));
  const id = accepted(await projects.draft(publisher, { entry: parsed(projectEntry, { 'title.sr-Cyrl': ['Пројекат'], 'title.en': ['Project'], ourRole: ['partner'], ...rows }) }));
  accepted(await projects.publish(publisher, { id }));
  return id;
}

async function milestone(owner: FormValues): Promise<string> {
  const id = accepted(await milestones.draft(publisher, { entry: parsed(milestoneEntry, { 'title.sr-Cyrl': ['Прекретница'], 'title.en': ['Milestone'], kind: ['project_event'], isPublic: ['on'], ...owner }) }));
  accepted(await milestones.publish(publisher, { id }));
  return id;
}

describe('kin of an organisation', () => {
  test('leads from a name to its successor and back, and between a whole and its parts', async () => {
    const old = await publicOrganisation('ГТЗ');
    const successor = await publicOrganisation('ГИЗ', { successorOfId: [old] });
    const part = await publicOrganisation('ГИЗ у Нишу', { parentId: [successor] });
    const kin = async (id: string) => kinOf(visitor, (await organisationById(visitor, id))!);
    assert.deepEqual((await kin(old)).successors.map(({ id }) => id), [successor]);
    assert.equal((await kin(successor)).predecessor?.id, old);
    assert.deepEqual((await kin(successor)).parts.map(({ id }) => id), [part]);
    assert.equal((await kin(part)).parent?.id, successor);
  });

  test('a draft is nobody’s kin to the public', async () => {
    const old = await publicOrganisation('Стара');
    await organisation('Нацрт наследника', { successorOfId: [old], parentId: [old] });
    const of = (await organisationById(visitor, old))!;
    assert.deepEqual(await kinOf(visitor, of), { parent: null, predecessor: null, successors: [], parts: [] });
    assert.equal((await kinOf(publisher, of)).successors.length, 1);
  });
});

describe('what ties an organisation to the City', () => {
  test('lists are cut where the page asks, and counted whole', async () => {
    const [us, them] = [await publicOrganisation('Град'), await publicOrganisation('Партнер')];
    for (const number of [1, 2, 3]) accepted(await agreements.publish(publisher, { id: await agreement(us, them, { 'title.sr-Cyrl': [`Споразум ${number}`] }) }));
    await agreement(us, them);
    const owner = { organisationId: them };
    assert.deepEqual([(await agreementsOf(visitor, owner, 'sr-Cyrl', today, 2)).length, await countAgreementsOf(visitor, owner)], [2, 3]);
    await project(us, them);
    await project(us, them);
    assert.deepEqual([(await projectsOf(visitor, owner, 'sr-Cyrl', 1)).length, await countProjectsOf(visitor, owner)], [1, 2]);
  });

  test('offices of a programme are ties, a role that is said twice is one', async () => {
    const [donor, ministry] = [await publicOrganisation('Донатор'), await publicOrganisation('Министарство')];
    const id = accepted(await programmes.draft(publisher, { entry: parsed(programmeEntry, {
      'name.sr-Cyrl': ['Програм'], 'name.en': ['Programme'], funderId: [donor], nationalAuthorityId: [ministry], 'partners.0.organisationId': [donor], 'partners.0.role': ['funder'],
    }) }));
    assert.deepEqual(await programmesOf(visitor, ministry), []);
    accepted(await programmes.publish(publisher, { id }));
    assert.deepEqual((await programmesOf(visitor, donor)).map(({ role }) => role), ['funder']);
    assert.deepEqual((await programmesOf(visitor, ministry)).map(({ role }) => role), ['national']);
  });

  test('networks that it is a member of, as far as they are published', async () => {
    const [member, network] = [await publicOrganisation('Град члан'), await publicOrganisation('Мрежа', { kind: ['network'] })];
    const id = accepted(await memberships.draft(publisher, { entry: parsed(membershipEntry, { networkId: [network], memberId: [member], ...source }) }));
    assert.deepEqual(await membershipsOf(visitor, member, today), []);
    accepted(await memberships.publish(publisher, { id }));
    assert.deepEqual((await membershipsOf(visitor, member, today)).map((one) => one.network?.id), [network]);
  });

  test('a milestone of a visible record does not tell of a tie that is still a draft', async () => {
    const [us, seen, hidden] = [await publicOrganisation('Град три'), await publicOrganisation('Видљиви'), await publicOrganisation('Скривени')];
    const shown = await project(us, seen);
    const draft = await agreement(us, hidden);
    const id = await milestone({ projectId: [shown], agreementId: [draft] });
    const ids = async (organisationId: string) => (await milestonesOf(visitor, { organisationId })).map((one) => one.id);
    assert.deepEqual([await ids(seen), await ids(hidden)], [[id], []]);
    assert.equal(await countMilestonesOf(visitor, { organisationId: hidden }), 0);
    accepted(await agreements.publish(publisher, { id: draft }));
    assert.deepEqual(await ids(hidden), [id]);
  });
});

describe('projects within a network', () => {
  test('are those that it takes part in, and those that a published agreement names with it', async () => {
    const [us, them, network] = [await publicOrganisation('Град четири'), await publicOrganisation('Други'), await publicOrganisation('Мрежа два', { kind: ['network'] })];
    const [partaking, named] = [await project(us, network), await project(us, them)];
    const tie = await agreement(us, them, { 'projects.0.projectId': [named], 'networks.0.networkId': [network] });
    const ids = async () => (await projectsOf(visitor, { networkId: network }, 'sr-Cyrl')).map(({ id }) => id).toSorted();
    assert.deepEqual(await ids(), [partaking]);
    accepted(await agreements.publish(publisher, { id: tie }));
    assert.deepEqual(await ids(), [partaking, named].toSorted());
    assert.deepEqual((await agreementsOf(visitor, { networkId: network }, 'sr-Cyrl', today)).map(({ id }) => id), [tie]);
  });
});
