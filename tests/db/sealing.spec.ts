import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { verifyChain, type Verdict } from '#db/chain/verify.ts';
import { startSealing } from '#server/jobs/sealing.ts';
import { enter, enterWithin, inSealed, key } from './sealed.ts';

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

  test('the app may fill in a seal once and do nothing else to the ledger', () => inSealed(async ({ client }) => {
    await client.query('set role povelja_app');
    await assert.rejects(client.query("update change set mac = '\\x00'"), /refused/);
    await assert.rejects(client.query("update change set reason = 'x'"), /permission denied/);
    await assert.rejects(client.query("update revision set mac = '\\x00'"), /permission denied/);
  }));
});
