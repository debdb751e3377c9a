import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { reader } from '#db/client.ts';
import { project } from '#db/schema/project.ts';
import { agreement } from '#db/schema/agreement.ts';
import { soughtRecords } from '#office/find/sought.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft } from '#office/organisation/write.ts';
import { pastOfPerson } from '#office/person/past.ts';
import { stateOf } from '#office/person/person.ts';
import { personById } from '#office/person/read.ts';
import { deactivate } from '#office/person/write.ts';
import { recordHead } from '#office/record.ts';
import { codesOf } from '#office/scope.ts';
import { titlesOf } from '#office/titles.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';
import { asAdmin, employ, give, invited, ownersHand, revokeAs, secretOf } from './person-ground.ts';

const database = useFreshDatabase();
const byHand = ownersHand(() => database.url());

describe('giving a role', () => {
  test('for one record, as a picker of any noun posts it, or as an id under its noun', async () => {
    const [admin, editor] = [await employ('admin'), await employ('contributor')];
    const [one] = await reader().select({ id: project.id }).from(project).limit(1);
    const viewer = asAdmin(admin);
    accepted(await give(viewer, editor.id, { role: ['publisher'], recordId: [`project:${one!.id}`], reason: ['Води пројекат'] }));
    accepted(await give(viewer, editor.id, { role: ['editor'], noun: ['project'], recordId: [one!.id], until: ['2027-01-31'] }));
    const held = await personById(viewer, editor.id);
    assert.deepEqual(held?.grants.map(({ role, scopeNoun, scopeId, until, grantedBy }) => [role, scopeNoun, scopeId, until, grantedBy]), [
      ['contributor', null, null, null, null], ['publisher', 'project', one!.id, null, admin.id], ['editor', 'project', one!.id, '2027-01-31', admin.id],
    ]);
  });

  test('is refused for a record of another noun, one that is not there, and what is held already', async () => {
    const [admin, editor] = [await employ('admin'), await employ('contributor')];
    const [one] = await reader().select({ id: agreement.id }).from(agreement).limit(1);
    const viewer = asAdmin(admin);
    await refusedWith(() => give(viewer, editor.id, { role: ['editor'], noun: ['project'], recordId: [`agreement:${one!.id}`] }), 422, ['recordId:notOfThisNoun']);
    await refusedWith(() => give(viewer, editor.id, { role: ['editor'], recordId: [`project:${one!.id}`] }), 422, ['recordId:notFound']);
    await refusedWith(() => give(viewer, editor.id, { role: ['admin'], recordId: [`agreement:${one!.id}`] }), 422, ['recordId:adminHasNoScope']);
    await refusedWith(() => give(viewer, editor.id, { role: ['contributor'] }), 422, ['role:alreadyHeld']);
    accepted(await give(viewer, editor.id, { role: ['contributor'], until: ['2027-01-01'] }));
  });

  test('a draft that the giver may not see is named by its code, and tells him nothing else', async () => {
    const [admin, editor] = [await employ('admin'), await employ('contributor')];
    const viewer = asAdmin(admin);
    const hidden = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, { kind: ['ngo'], 'name.sr-Cyrl': ['Удружење које се не види'] }) }));
    const code = (await recordHead(systemViewer, 'organisation', hidden))!.code;
    const sought = async (asking: Viewer, words: string, what = 'scope') => (await soughtRecords(asking, { recordId: [''], [`seek.${what}.recordId`]: [words] }, 'sr-Cyrl'));
    for (const words of [code, code.toLowerCase(), `неко име (${code})`]) assert.deepEqual(await sought(viewer, words), { fields: { recordId: [`organisation:${hidden}`] }, issues: [] });
    for (const words of ['Удружење које се не види', 'удружење', code.slice(0, -1), `${code}9`]) assert.match((await sought(viewer, words)).issues[0]?.rule ?? 'found', /noSuchRecord|severalRecords/, words);
    for (const other of [staff('contributor'), { ...viewer, grants: [{ role: 'admin' as const, noun: 'organisation', recordId: null }] }, visitor]) {
      assert.equal((await sought(other, code)).issues[0]?.rule, 'noSuchRecord');
      assert.deepEqual(await codesOf(other, [{ noun: 'organisation', id: hidden }]), new Map());
    }
    assert.equal((await sought(viewer, code, 'record')).issues[0]?.rule, 'noSuchRecord', 'where a record is named for anything else');
    accepted(await give(viewer, editor.id, { role: ['editor'], recordId: [`organisation:${hidden}`] }));
    assert.deepEqual(await codesOf(viewer, [{ noun: 'organisation', id: hidden }]), new Map([[hidden, code]]));
    assert.deepEqual([await recordHead(viewer, 'organisation', hidden), (await titlesOf(viewer, [{ noun: 'organisation', id: hidden }])).size], [null, 0]);
    await refusedWith(() => give(viewer, editor.id, { role: ['editor'], recordId: [`organisation:${randomUUID()}`] }), 422, ['recordId:notFound']);
    await refusedWith(() => give(staff('publisher'), editor.id, { role: ['editor'], recordId: [`organisation:${hidden}`] }), 404, [':notFound']);
  });

  test('every role that came and went stands in the person’s history, with who, why and for what', async () => {
    const [admin, editor] = [await employ('admin'), await employ('contributor')];
    accepted(await give(asAdmin(admin), editor.id, { role: ['editor'], noun: ['agreement'], reason: ['Замена за годишњи одмор'] }));
    accepted(await revokeAs(asAdmin(admin), editor.id, 'contributor', 'Одмор је прошао'));
    accepted(await deactivate(asAdmin(admin), { id: editor.id, today: '2026-11-22', reason: 'Прешао у други одсек' }));
    const past = await pastOfPerson(asAdmin(admin), editor.id);
    assert.deepEqual(past.map(({ action, actor, reason, given, taken }) => [action, actor, reason, given.map(({ role, scopeNoun }) => `${role} ${scopeNoun}`), taken.map(({ role }) => role)]), [
      ['person.deactivate', admin.name, 'Прешао у други одсек', [], []],
      ['person.revoke', admin.name, 'Одмор је прошао', [], ['contributor']],
      ['person.grant', admin.name, 'Замена за годишњи одмор', ['editor agreement'], []],
      ['person.setPassword', null, 'link', [], []],
      ['person.invite', null, null, ['contributor null'], []],
    ]);
  });
});

describe('how an account stands', () => {
  const account = { anonymisedAt: null, deactivatedAt: null, passwordChangedAt: new Date(), expiresOn: null, grants: [] };
  test('by the fact that weighs most', () => {
    assert.equal(stateOf(account, '2026-11-22'), 'active');
    assert.equal(stateOf({ ...account, passwordChangedAt: null }, '2026-11-22'), 'invited');
    assert.equal(stateOf({ ...account, expiresOn: '2026-11-21' }, '2026-11-22'), 'expired');
    assert.equal(stateOf({ ...account, expiresOn: '2026-11-22' }, '2026-11-22'), 'soon');
    assert.equal(stateOf({ ...account, expiresOn: '2026-12-22' }, '2026-11-22'), 'soon');
    assert.equal(stateOf({ ...account, expiresOn: '2026-12-23' }, '2026-11-22'), 'active');
    assert.equal(stateOf({ ...account, grants: [{ until: '2026-11-30' }] }, '2026-11-22'), 'soon');
    assert.equal(stateOf({ ...account, grants: [{ until: '2026-11-21' }] }, '2026-11-22'), 'active', 'a role that ran out ends no more');
    assert.equal(stateOf({ ...account, deactivatedAt: new Date(), expiresOn: '2020-01-01' }, '2026-11-22'), 'deactivated');
    assert.equal(stateOf({ ...account, deactivatedAt: new Date(), anonymisedAt: new Date() }, '2026-11-22'), 'former');
  });

  test('where somebody was seen last is told with the device', async () => {
    const [admin, editor, newcomer] = [await employ('admin'), await employ('editor'), await invited('editor')];
    await secretOf(editor.email);
    await byHand("update session set agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' where person_id = $1", [editor.id]);
    const held = await personById(asAdmin(admin), editor.id);
    assert.deepEqual([held?.lastDevice, held?.lastSeen instanceof Date], [{ browser: 'firefox', system: 'linux' }, true]);
    assert.equal((await personById(asAdmin(admin), newcomer.id))?.lastSeen, null);
  });
});
