import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgreementLine } from '#office/agreement/read.ts';
import type { NetworkLine } from '#office/membership/networks.ts';
import type { ProjectLine } from '#office/project/read.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { withdraw } from '#office/programme/write.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import { listProjects } from '#office/project/read.ts';
import { recordsWithAmounts } from '#office/register/amounts.ts';
import { figuresOf } from '#office/register/figures.ts';
import { countRecords } from '#office/register/read.ts';
import { inAll } from '#office/register/register.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { local } from '#messages/local-text.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted } from '../verbs.ts';

const today = '2026-11-21';
const date = { edtf: '2007-05', earliest: '2007-05-01', latest: '2007-05-31' };

describe('what may be said of the City', () => {
  const agreement = (state: string, signedOn: unknown = null) => ({ standing: { state, signedOn } }) as AgreementLine;
  const project = (kind: string | null, plannedStart: unknown = null) => ({ acts: kind ? [{ kind, on: null }] : [], actualStart: null, plannedStart }) as unknown as ProjectLine;
  const network = (state: string | null, joined: unknown = null) => ({ membership: state ? { state, joined } : null }) as NetworkLine;

  test('it signed what it signed, whatever became of it, and not what is still on the way or was given up', () => {
    const agreements = [agreement('signed', date), agreement('terminated'), agreement('archived'), agreement('ready_to_sign'), agreement('dropped'), agreement('consent_refused')];
    assert.deepEqual(figuresOf({ agreements, projects: [], networks: [] }, today).agreements, { dated: 1, undated: 2 });
  });

  test('it takes part in a project of which nothing is known, and not in one that was refused or is only an idea', () => {
    const projects = [project(null), project('running', date), project('closed'), project('idea'), project('rejected'), project('cancelled')];
    assert.deepEqual(figuresOf({ agreements: [], projects, networks: [] }, today).projects, { dated: 1, undated: 2 });
  });

  test('it is in a network while its membership holds', () => {
    const networks = [network('active', date), network('suspended'), network('withdrawal_decided'), network('ended', date), network('decided'), network('unknown'), network(null)];
    assert.deepEqual(figuresOf({ agreements: [], projects: [], networks }, today).networks, { dated: 1, undated: 2 });
  });
});

describe('over the records of the office', () => {
  useFreshDatabase();

  test('eight networks, three agreements, five projects; two accessions are dated', async () => {
    const figures = figuresOf({
      agreements: (await listAgreements(visitor, { perPage: 99 }, today)).lines, projects: (await listProjects(visitor, { perPage: 99 })).lines,
      networks: await networksWithMemberships(visitor, 'en', today),
    }, today);
    assert.deepEqual(figures.networks, { dated: 2, undated: 6 });
    assert.equal(figures.agreements.dated + figures.agreements.undated, 3);
    assert.equal(figures.projects.dated + figures.projects.undated, 5);
  });

  test('each amount stands with its record and in its scope; the limit holds for each kind', async () => {
    const before = await recordsWithAmounts(visitor, 9);
    assert.deepEqual(before.map(({ noun, amounts }) => [noun, amounts.map(({ scope, amount, currency }) => `${scope} ${amount} ${currency}`)]), [
      ['programme', ['programme_total 9000000.00 EUR']], ['project', ['project_total 22000000.00 USD']],
    ]);
    assert.equal((await recordsWithAmounts(visitor, 1)).length, 2);
  });

  test('a withdrawn record counts no longer, and the instant of the last change moves', async () => {
    const before = await countRecords(visitor);
    const slug = (await recordsWithAmounts(visitor, 1))[0]?.slug ?? '';
    const programme = await programmeBySlug(systemViewer, slug);
    assert.ok(programme);
    accepted(await withdraw(systemViewer, { id: programme.id, version: programme.version, reason: local({ sr: 'проба' }) } as Parameters<typeof withdraw>[1]));
    const after = await countRecords(visitor);
    assert.equal(inAll(after).total, inAll(before).total - 1);
    assert.equal((await recordsWithAmounts(visitor, 9)).some((one) => one.noun === 'programme'), false);
    assert.ok(before.every(({ total, checked, disputed }) => checked + disputed <= total));
    assert.ok(inAll(before).changedAt instanceof Date);
  });
});
