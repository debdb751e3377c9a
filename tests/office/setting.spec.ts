import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Client } from 'pg';
import { parseEntry } from '#office/entry/parse.ts';
import { dataTerms, publishersOn, settingNow, settingsOf } from '#office/setting/read.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed, refusedWith, staff } from '../verbs.ts';

const entry = (value: 'on' | '', reason = 'други објављивач је примљен') => parsed(settingEntry, { key: ['four_eyes'], value: [value], reason: [reason] });

describe('a setting of the office', () => {
  useEmptyDatabase();

  test('is what it usually is until an admin chooses, with a reason that stays in its history', async () => {
    const admin = staff('admin');
    assert.equal(await settingNow('four_eyes'), false);
    assert.equal(await publishersOn('2026-11-22'), 0);
    accepted(await changeSetting(admin, { entry: entry('on') }));
    assert.equal(await settingNow('four_eyes'), true);
    const [held] = await settingsOf(admin);
    assert.deepEqual([held?.key, held?.value, held?.past.map(({ value, reason }) => [value, reason])], ['four_eyes', true, [[true, 'други објављивач је примљен']]]);
    await refusedWith(() => changeSetting(admin, { entry: entry('on'), version: held!.version }), 422, ['value:sameSetting']);
    await refusedWith(() => changeSetting(admin, { entry: entry(''), version: 7 }), 409, [':stale']);
    accepted(await changeSetting(admin, { entry: entry('', 'остао је један'), version: held!.version }));
    assert.equal(await settingNow('four_eyes'), false);
    assert.deepEqual((await settingsOf(admin))[0]?.past.map(({ value, reason }) => [value, reason]), [[false, 'остао је један'], [true, 'други објављивач је примљен']]);
  });

  test('is nobody else’s to change or to read, and there are no others than the known ones', async () => {
    for (const viewer of [staff('publisher'), staff('editor'), visitor]) {
      assert.deepEqual(await settingsOf(viewer), []);
      await refusedWith(() => changeSetting(viewer, { entry: entry('on') }), 403, [':notAllowed']);
    }
    await refusedWith(() => changeSetting(systemViewer, { entry: { key: 'constructor', value: true, reason: 'проба' } }), 404, [':notFound']);
    assert.deepEqual(faults(settingEntry, { key: ['four_eyes'], value: ['on'], reason: [''] }), ['reason:required']);
    assert.ok(parseEntry(settingEntry, { key: ['four_eyes'], reason: ['зато'] }).ok);
  });
});

describe('the terms under which what is published may be used', () => {
  const database = useEmptyDatabase();

  test('are not said until an admin chooses those of the Open Data Portal; every kept page steps on then, and with no other setting', async () => {
    const admin = staff('admin');
    const listener = new Client({ connectionString: database.url() });
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload = '' }) => heard.push(payload));
    await listener.query('listen povelja_public');
    const terms = (value: 'on' | '') => parsed(settingEntry, { key: ['portal_terms'], value: [value], reason: ['одлука Градског већа'] });
    assert.equal(await dataTerms(), null);
    accepted(await changeSetting(admin, { entry: entry('on') }));
    assert.deepEqual(heard, []);
    accepted(await changeSetting(admin, { entry: terms('on') }));
    assert.equal(await dataTerms(), 'https://data.gov.rs/sr/terms/');
    await listener.query('select 1');
    assert.deepEqual(heard, ['setting']);
    await refusedWith(() => changeSetting(staff('editor'), { entry: terms(''), version: 1 }), 403, [':notAllowed']);
    accepted(await changeSetting(admin, { entry: terms(''), version: 1 }));
    assert.equal(await dataTerms(), null);
    await listener.query('select 1');
    assert.deepEqual(heard, ['setting', 'setting']);
    await listener.end();
  });
});

describe('a setting that nobody has chosen yet', () => {
  useEmptyDatabase();

  test('two who choose for the first time at once: one row, the other is told', async () => {
    const outcomes = await Promise.all([changeSetting(staff('admin'), { entry: entry('on') }), changeSetting(staff('admin'), { entry: entry('on') })]);
    assert.ok(outcomes.some(({ done }) => done));
    const [held] = await settingsOf(systemViewer);
    assert.deepEqual([held?.value, held?.past.length], [true, 1]);
    assert.deepEqual(outcomes.map((one) => (one.done ? 'done' : one.issues[0]?.rule)).toSorted(), ['done', 'stale']);
  });
});
