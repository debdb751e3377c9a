import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { openSealer } from '#db/chain/sealing.ts';
import { verifyChain, type Verdict } from '#db/chain/verify.ts';
import { startSealing } from '#server/jobs/sealing.ts';
import { openLine } from './line.ts';
import { enter, enterWithin, inSealed, inUnsealed, key, sealAll, tamper } from './sealed.ts';

describe('sealing', () => {
  test('numbers that no change has, and one that is committed after a higher one, are no fault', () => inSealed(async ({ url, client, sealer }) => {
    const slow = new Client({ connectionString: url });
    await slow.connect();
    await slow.query('begin');
    await enterWithin(slow);
    await client.query('begin');
    await enterWithin(client);
    await client.query('rollback');
    await enter(client);
    assert.deepEqual(await sealer.pass(), { sealed: 1, suspicious: [] });
    await slow.query('commit');
    await slow.end();
    assert.deepEqual(await sealer.pass(), { sealed: 1, suspicious: [] });
    const { rows: [two] } = await client.query<{ upside: boolean }>(
      "select (array_agg(seq order by substring(mac from 1 for 8) desc))[1] < max(seq) as upside from change");
    assert.deepEqual([two?.upside, (await verifyChain(client, key)).fault, (await verifyChain(client, key)).tail], [true, null, 0]);
  }));

  test('of several instances one seals at a time, while many write, and everything is sealed within a second', () => inSealed(async ({ url, client }) => {
    const said: string[] = [];
    const jobs = [1, 2, 3].map(() => startSealing({ url, key, log: (line) => said.push(line) }));
    const writers = await Promise.all([1, 2, 3, 4].map(async () => {
      const writer = new Client({ connectionString: url });
      await writer.connect();
      return writer;
    }));
    await Promise.all(writers.map(async (writer) => {
      for (let turn = 0; turn < 40; turn += 1) await enter(writer);
    }));
    await Promise.all(writers.map((writer) => writer.end()));
    const since = performance.now();
    let verdict: Verdict;
    do {
      await wait(25);
      verdict = await verifyChain(client, key);
    } while (verdict.tail > 0 && performance.now() - since < 5_000);
    const took = performance.now() - since;
    await Promise.all(jobs.map((job) => job.close()));
    assert.deepEqual([verdict.fault, verdict.tail, said], [null, 0, []]);
    assert.ok(took < 2_000, `sealed after ${took} ms`);
  }));

  test('another key is told once, in plain words, and seals nothing', () => inSealed(async ({ url, client }) => {
    await enter(client);
    const said: string[] = [];
    const job = startSealing({ url, key: 'x'.repeat(40), log: (line) => said.push(line) });
    await wait(900);
    await job.close();
    assert.deepEqual(said, ['The ledger could not be sealed: LEDGER_KEY is not the key that sealed the ledger so far, so nothing is sealed. Put the old one back.']);
    assert.equal((await verifyChain(client, key)).tail, 1);
  }));

  test('what was entered just before the end is sealed by a clean stop, which a database that does not answer holds up for seconds at most', () => inSealed(async ({ url, client }) => {
    const line = await openLine(url);
    const said: string[] = [];
    const job = startSealing({ url, key, log: (text) => said.push(text) });
    await wait(200);
    await enter(client);
    await job.close();
    const { tail } = await verifyChain(client, key);
    const away = startSealing({ url: line.url, key, log: () => {} });
    await wait(200);
    line.mute();
    await wait(600);
    const since = performance.now();
    await away.close();
    const took = performance.now() - since;
    await line.close();
    assert.deepEqual([tail, said], [0, []]);
    assert.ok(took < 5_000, `${took} ms`);
  }));

  test('a backlog of an hour whose first pass could not be committed is sealed by the next, and called inserted by nobody', () => inUnsealed(async ({ client, sealer }) => {
    await tamper(client, "update change set at = at - interval '1 hour' where seq < (select max(seq) - 20 from change)");
    await client.query("create function refuse() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$");
    await client.query('create constraint trigger refusing after update on change deferrable initially deferred for each row execute function refuse()');
    await assert.rejects(sealer.pass(), /the disk is full/);
    await client.query('drop trigger refusing on change');
    const { sealed, suspicious } = await sealer.pass();
    assert.deepEqual([sealed > 20, suspicious], [true, []]);
    await sealAll(sealer);
    assert.deepEqual([(await verifyChain(client, key)).fault, (await verifyChain(client, key)).tail], [null, 0]);
  }));

  test('an hour that has not come yet says nothing of what was entered since: neither of a clock that ran ahead nor of a row that was put in', () => inUnsealed(async ({ url, client, sealer }) => {
    await tamper(client, "update change set at = at - interval '1 hour'", "update change set at = '2099-01-01' where seq = (select max(seq) from change)");
    await sealAll(sealer);
    await enter(client);
    await tamper(client, "update change set at = at - interval '20 minutes' where mac is null");
    assert.deepEqual([(await verifyChain(client, key)).fault, (await verifyChain(client, key)).tail], [null, 1]);
    const later = openSealer({ url, key });
    const passed = await later.pass();
    await later.close();
    assert.deepEqual(passed, { sealed: 1, suspicious: [] });
    assert.deepEqual([(await verifyChain(client, key)).fault, (await verifyChain(client, key)).tail], [null, 0]);
    await tamper(client, "insert into change (at, actor_kind, action, noun, record_id) values (now() - interval '40 minutes', 'system', 'x', 'x', gen_random_uuid())");
    assert.deepEqual([(await sealer.pass()).suspicious.length, /^Change \d+ has no seal/.test((await verifyChain(client, key)).fault ?? '')], [1, true]);
  }));

  test('the app may fill in a seal once and do nothing else to the ledger', () => inSealed(async ({ client }) => {
    await client.query('set role povelja_app');
    await assert.rejects(client.query("update change set mac = '\\x00'"), /refused/);
    await assert.rejects(client.query("update change set reason = 'x'"), /permission denied/);
    await assert.rejects(client.query("update revision set mac = '\\x00'"), /permission denied/);
  }));
});
