import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, disconnect, reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, revise } from '#office/organisation/write.ts';
import { enterFirst } from '#office/person/first.ts';
import { beginSession, staffBySecret } from '#office/person/session.ts';
import { startBackups } from '#server/jobs/backups.ts';
import { earlierNow, startClocks } from '#server/jobs/clocks.ts';
import { eq } from 'drizzle-orm';
import { disagreements } from '../db/agreement.ts';
import { asOwner, useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { ana, folder, scheduled } from './backup-ground.ts';

const year = 365 * 86_400_000;
const database = useFreshDatabase();

describe('a clock that is wrong', () => {
  test('publishes nothing too early: the earlier of the two counts', async () => {
    const real = Date.now();
    assert.ok(Math.abs((await earlierNow(new Date(real + year))).getTime() - real) < 60_000, 'this machine runs ahead');
    assert.equal((await earlierNow(new Date(real - year))).getTime(), real - year, 'this machine runs behind');
  });

  test('is said in the log once, and again when it changes', async () => {
    const said: string[] = [];
    let apart = 0;
    const job = startClocks({ log: (line) => said.push(line), pause: 10, now: () => new Date(Date.now() + apart) });
    await wait(150);
    assert.deepEqual(said, []);
    for (apart of [3_600_000, 0, -7_200_000]) await wait(200);
    await job.close();
    assert.deepEqual(said.map((line) => /is (\d+ min (?:ahead of|behind)) the database/.exec(line)?.[1]), ['60 min ahead of', '120 min behind']);
  });

  test('of the app neither ends a session nor lengthens one: the database counts', async () => {
    assert.ok((await enterFirst(ana)).done);
    const [who] = await asOwner(database.url(), async (client) => (await client.query<{ id: string }>('select id from person limit 1')).rows);
    const secret = await beginSession(who?.id ?? '', { agent: 'spec', address: '127.0.0.1' });
    const { now } = Date;
    try {
      for (const jump of [year, -year]) {
        Date.now = () => now() + jump;
        assert.equal((await staffBySecret(secret, '2026-03-01'))?.id, who?.id);
      }
    } finally {
      Date.now = now;
    }
    await asOwner(database.url(), (client) => client.query("update session set seen_at = now() - interval '31 minutes'"));
    assert.equal(await staffBySecret(secret, '2026-03-01'), null);
  });

  test('that ran ahead leaves archives of the future, which neither hold up new ones nor push them out', async () => {
    const place = folder();
    const future = 'povelja-grad.example-20350101T000000Z.tar.gz';
    writeFileSync(path.join(place, future), 'made while the clock was wrong');
    const said: string[] = [];
    let now = Date.parse('2026-03-01T10:00:00Z');
    const job = startBackups({ url: database.url(), backup: scheduled(place, 1), log: (line) => said.push(line), now: () => new Date(now), look: 20 });
    for (const turn of [1, 2]) {
      for (let tries = 0; said.length < turn && tries < 500; tries += 1) await wait(20);
      await wait(100);
      assert.equal(said.length, turn);
      now += 3_600_000;
    }
    await job.close();
    assert.equal(readdirSync(place).length, 2);
    assert.deepEqual(readdirSync(place).toSorted().at(-1), future);
  });
});

describe('a server whose time zone is changed between write and read', () => {
  test('keeps the same instants and days, and a ledger that agrees', async () => {
    const entry = (name: string) => parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'] });
    const zoned = async (zone: string) => {
      await asOwner(database.url(), (client) => client.query(`do $$ begin execute format('alter database %I set timezone = %L', current_database(), '${zone}'); end $$`));
      await disconnect();
      connect({ url: database.url() });
    };
    await zoned('Pacific/Kiritimati');
    const id = accepted(await draft(staff('editor'), { entry: entry('Установа у поноћ') }));
    const told = async () => (await reader().select({ at: organisation.createdAt }).from(organisation).where(eq(organisation.id, id)))[0]?.at.getTime();
    const at = await told();
    await zoned('America/Los_Angeles');
    assert.equal(await told(), at);
    accepted(await revise(staff('editor'), { id, version: 1, entry: entry('Установа после поноћи') }));
    const held = await asOwner(database.url(), async (client) => (await client.query<{ at: string }>("select after ->> 'created_at' as at from revision where row_id = $1 order by seq", [id])).rows);
    assert.deepEqual(new Set(held.map((row) => row.at.slice(-6))), new Set(['+00:00']));
    assert.equal(new Set(held.map((row) => row.at)).size, 1);
    assert.deepEqual(await asOwner(database.url(), disagreements), []);
  });

  test('and a process whose zone is any other: the same days in Belgrade, at midnight, when the clock is changed, on 29 February', () => {
    const script = `import { belgradeToday, writeInstant } from '#messages/dates.ts';
      const at = ['2026-03-28T22:30Z', '2026-03-28T23:30Z', '2026-03-29T00:30Z', '2026-03-29T01:30Z', '2026-10-24T21:30Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T22:30Z', '2026-10-25T23:30Z', '2028-02-28T23:30Z', '2028-02-29T22:30Z', '2028-02-29T23:30Z'];
      console.log(JSON.stringify(at.map((one) => belgradeToday(new Date(one)) + ' ' + writeInstant(new Date(one), 'en').slice(-5))));`;
    const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Belgrade', 'UTC'];
    const said = zones.map((TZ) => spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { cwd: path.resolve(import.meta.dirname, '../..'), env: { ...process.env, TZ }, encoding: 'utf8' }));
    assert.deepEqual(said.map(({ stderr }) => stderr.replace(/^.*ExperimentalWarning[\s\S]*$/m, '')), zones.map(() => ''));
    const expected = [
      '2026-03-28 23:30', '2026-03-29 00:30', '2026-03-29 01:30', '2026-03-29 03:30', '2026-10-24 23:30', '2026-10-25 02:30', '2026-10-25 02:30', '2026-10-25 23:30', '2026-10-26 00:30',
      '2028-02-29 00:30', '2028-02-29 23:30', '2028-03-01 00:30',
    ];
    for (const { stdout } of said) assert.deepEqual(JSON.parse(stdout), expected);
  });
});
