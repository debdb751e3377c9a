import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asc, eq, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreementAct, agreementParty } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import * as agreements from '#office/agreement/write.ts';
import { documentEntry } from '#office/document/entry.ts';
import * as documents from '#office/document/write.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { pairOf } from '#office/double/read.ts';
import { parts, references } from '#office/pointing.ts';
import { addressNow } from '#office/forwarding.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import * as milestones from '#office/milestone/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { nouns } from '#office/permission.ts';
import { projectEntry } from '#office/project/entry.ts';
import * as projects from '#office/project/write.ts';
import { recordHead } from '#office/record.ts';
import { tables } from '#office/tables.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';

useFreshDatabase();
const publisher = staff('publisher');
const today = '2026-11-21';
const into = (doubleId: string, take: string[] = [], doubleVersion = '') =>
  ({ entry: parsed(mergeEntry, { doubleId: [doubleId], take, doubleVersion: [doubleVersion], reason: ['исто тело, уписано два пута'] }) });

async function partner(name: string, more: FormValues = {}): Promise<string> {
  return accepted(await organisations.draft(publisher, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more }) }));
}

async function agreementWith(...organisationIds: string[]): Promise<string> {
  const rows = Object.fromEntries(organisationIds.flatMap((id, place) => [
    [`parties.${place}.organisationId`, [id]], [`parties.${place}.role`, ['signatory']], [`parties.${place}.side`, ['them']],
  ]));
  return accepted(await agreements.draft(publisher, { entry: parsed(agreementEntry, {
    'title.sr-Cyrl': ['Проба спајања'], type: ['cooperation_agreement'], procedure: ['other'], 'parties.rows': [String(organisationIds.length)], ...rows,
  }) }));
}

function partiesOf(agreementId: string) {
  return reader().select().from(agreementParty).where(eq(agreementParty.agreementId, agreementId)).orderBy(asc(agreementParty.position));
}

/** Where it is not asked what publishing demands. */
const none = async () => [];

describe('every foreign key to a record is known to merging', () => {
  for (const noun of nouns) {
    test(noun, async () => {
      const { rows } = await reader().execute<{ held: string }>(sql`
        select k.conrelid::regclass::text || '.' || a.attname as held from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = ${noun}::regclass and k.conrelid <> 'agreement_index'::regclass order by 1`);
      const known = [...parts[noun], ...references[noun]].map(({ table, column }) => `${getTableConfig(table).name}.${column.name}`);
      assert.deepEqual(known.filter((one) => !one.startsWith('document_link.record_id')).toSorted(), rows.map(({ held }) => held));
    });
  }
});

describe('two organisations made one', () => {
  test('everything that names the double names the kept one, and the rows of both stand', async () => {
    const kept = await partner('Удружење Мост', { 'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['Мостови'] });
    const double = await partner('Мост – удружење', { website: ['https://most.example'], country: ['RS'], 'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['Мост НВО'] });
    const project = accepted(await projects.draft(publisher, { entry: parsed(projectEntry, {
      'title.sr-Cyrl': ['Пројекат моста'], 'partners.rows': ['1'], 'partners.0.organisationId': [double], 'partners.0.role': ['partner'],
    }) }));
    const paper = accepted(await documents.draft(publisher, { entry: parsed(documentEntry, { 'title.sr-Cyrl': ['Допис'], kind: ['letter'], language: ['sr'], 'links.rows': ['1'], 'links.0.record': [`organisation:${double}`] }) }));
    const alone = await agreementWith(double);
    accepted(await merge(publisher, 'organisation', { id: kept, demands: none, ...into(double, ['website', 'country']) }));

    const now = (await organisationById(publisher, kept))!;
    assert.deepEqual([now.website, now.country, now.name?.['sr-Cyrl']?.text], ['https://most.example', 'RS', 'Удружење Мост']);
    assert.deepEqual(now.names.map(({ name }) => name['sr-Cyrl']?.text), ['Мостови', 'Мост НВО']);
    assert.deepEqual((await partiesOf(alone)).map(({ organisationId }) => organisationId), [kept]);
    assert.equal((await recordHead(publisher, 'agreement', alone))?.version, 2, 'whoever has it open meets a conflict, and no double');
    assert.equal((await recordHead(publisher, 'project', project))?.version, 2);
    assert.equal((await recordHead(publisher, 'document', paper))?.version, 2);
    assert.equal(await organisationById(publisher, double), null, 'the double is nobody’s record');
    const { rows: left } = await reader().execute(sql`select 1 from document_link where record_id = ${double} union all select 1 from project_partner where organisation_id = ${double}`);
    assert.equal(left.length, 0);
    const { lines } = await listAgreements(publisher, { parties: [now.slug] }, today);
    assert.deepEqual(lines.map(({ id }) => id), [alone], 'the register finds it under the kept one');
    assert.equal((await reader().select().from(change).where(eq(change.recordId, kept))).at(-1)?.reason, 'исто тело, уписано два пута');
  });

  test('beside each other they tell of no more records than the viewer may see, and not of what went into the double before', async () => {
    const [kept, double, gone] = [await partner('Савез учитеља'), await partner('Учитељски савез'), await partner('Савез наставника')];
    accepted(await merge(publisher, 'organisation', { id: double, demands: none, ...into(gone) }));
    await agreementWith(double);
    assert.deepEqual((await pairOf(publisher, 'organisation', kept, double))?.naming, [{ noun: 'agreement', many: 1 }]);
    assert.deepEqual((await pairOf(staff('publisher', 'organisation'), 'organisation', kept, double))?.naming, [], 'the draft of another register');
  });

  test('an agreement that names both names one, and the acts of the one that goes stand under it', async () => {
    const [kept, double] = [await partner('Град А'), await partner('Град А (двојник)')];
    const both = await agreementWith(kept, double);
    const [stays, goes] = await partiesOf(both);
    accepted(await recordOldAct(publisher, { id: both, today, entry: parsed(oldActEntry, { kind: ['council_decision'], partyId: [goes!.id], 'on.year': ['2020'] }) }));
    accepted(await merge(publisher, 'organisation', { id: kept, demands: none, ...into(double) }));
    assert.deepEqual((await partiesOf(both)).map(({ id, organisationId }) => [id, organisationId]), [[stays!.id, kept]]);
    const [act] = await reader().select().from(agreementAct).where(eq(agreementAct.agreementId, both));
    assert.equal(act?.partyId, stays!.id);
  });

  test('the public address of the double leads to the kept one, also through a second merge', async () => {
    const [first, second, third] = [await partner('Прва кућа'), await partner('Друга кућа'), await partner('Трећа кућа')];
    for (const id of [first, second, third]) accepted(await organisations.publish(publisher, { id }));
    accepted(await merge(publisher, 'organisation', { id: second, demands: none, ...into(first) }));
    assert.equal((await addressNow('organisation', 'prva-kuca'))?.slug, 'druga-kuca');
    accepted(await merge(publisher, 'organisation', { id: third, demands: none, ...into(second) }));
    for (const old of ['prva-kuca', 'druga-kuca']) assert.equal((await addressNow('organisation', old))?.slug, 'treca-kuca', old);
  });

  test('a partner of itself it does not become', async () => {
    const kept = await partner('Матица');
    const double = await partner('Матица 2', { parentId: [kept] });
    const child = await partner('Огранак', { parentId: [double] });
    accepted(await merge(publisher, 'organisation', { id: kept, demands: none, ...into(double, ['parentId']) }));
    const rows = await reader().select({ id: organisation.id, parentId: organisation.parentId }).from(organisation).where(sql`id in (${kept}, ${child})`);
    assert.deepEqual(new Map(rows.map(({ id, parentId }) => [id, parentId])), new Map([[kept, null], [child, kept]]));
  });

  test('what is refused writes nothing', async () => {
    const [kept, double, known] = [await partner('Остаје'), await partner('Одлази'), await partner('Позната')];
    accepted(await organisations.publish(publisher, { id: known }));
    const [city] = await reader().select({ id: organisation.id }).from(organisation).where(eq(organisation.isSelf, true));
    const tried = (viewer: typeof publisher, id: string, other: string, version = '') => () => merge(viewer, 'organisation', { id, demands: none, ...into(other, [], version) });
    await refusedWith(tried(publisher, kept, kept), 422, ['doubleId:itself']);
    await refusedWith(tried(publisher, kept, '00000000-0000-4000-8000-000000000000'), 422, ['doubleId:notFound']);
    await refusedWith(tried(publisher, known, city!.id), 422, ['doubleId:isTheCity']);
    await refusedWith(tried(publisher, kept, known), 422, ['doubleId:keepThePublished']);
    await refusedWith(tried(publisher, kept, double, '7'), 422, ['doubleId:doubleChanged']);
    await refusedWith(tried(staff('editor'), kept, double), 403, [':notAllowed']);
    const ofOne = { ...publisher, grants: [{ role: 'publisher', noun: 'organisation', recordId: kept }] } as const;
    await refusedWith(tried(ofOne, kept, known), 422, ['doubleId:notAllowed']);
    await refusedWith(tried(ofOne, kept, double), 422, ['doubleId:notFound']);
    assert.equal(await reader().$count(organisationName, eq(organisationName.organisationId, kept)), 0);
  });
});

describe('other doubles', () => {
  test('two agreements: parties, acts and milestones of both, each once', async () => {
    const [one, other] = [await partner('Страна 1'), await partner('Страна 2')];
    const [kept, double] = [await agreementWith(one), await agreementWith(one, other)];
    const [party] = await partiesOf(double);
    const act = (id: string, partyId: string, year: string) => recordOldAct(publisher, { id, today, entry: parsed(oldActEntry, { kind: ['signature'], partyId: [partyId], 'on.year': [year] }) });
    accepted(await act(double, party!.id, '2019'));
    const milestone = accepted(await milestones.draft(publisher, { entry: parsed(milestoneEntry, { 'title.sr-Cyrl': ['Потпис'], kind: ['agreement_signed'], agreementId: [double] }) }));
    accepted(await merge(publisher, 'agreement', { id: kept, demands: none, ...into(double, ['registryNo']) }));
    const parties = await partiesOf(kept);
    assert.deepEqual(parties.map(({ organisationId }) => organisationId), [one, other]);
    const acts = await reader().select().from(agreementAct).where(eq(agreementAct.agreementId, kept));
    assert.deepEqual(acts.map(({ kind, partyId }) => [kind, partyId]), [['signature', parties[0]!.id]]);
    const { table } = tables.milestone;
    assert.deepEqual(await reader().select({ agreementId: table.agreementId }).from(table).where(eq(table.id, milestone)), [{ agreementId: kept }]);
    const { lines } = await listAgreements(publisher, { q: 'Проба спајања', perPage: 100 }, today);
    assert.equal(lines.filter(({ id }) => id === double).length, 0, 'no register lists the double');
  });
});
