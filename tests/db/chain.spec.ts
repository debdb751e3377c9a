import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Client } from 'pg';
import { proofOf, type Proof } from '#db/chain/proof.ts';
import { openSealer, WrongKey } from '#db/chain/sealing.ts';
import { writtenHead } from '#db/chain/head.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { enter, enterWithin, inSealed, key, one, sealAll, tamper } from './sealed.ts';

describe('the chain of seals', () => {
  test('covers every change, proves itself, and verifying seals nothing', () => inSealed(async ({ client, sealer }) => {
    const { n } = await one<{ n: number }>(client, 'select count(*)::int as n from change');
    const verdict = await verifyChain(client, key);
    assert.ok(n > 100);
    assert.deepEqual([verdict.fault, verdict.sealed, verdict.tail, verdict.head?.position], [null, n, 0, BigInt(n)]);

    await enter(client);
    const after = await verifyChain(client, key);
    assert.deepEqual([after.fault, after.sealed, after.tail], [null, n, 1]);
    assert.equal((await one<{ n: number }>(client, 'select count(*)::int as n from change where mac is null')).n, 1);
    assert.deepEqual(await sealer.pass(), { sealed: 1, suspicious: [] });
    assert.equal((await verifyChain(client, key)).tail, 0);
  }));

  test('does not hold under another key, and that key seals nothing', () => inSealed(async ({ url, client }) => {
    assert.match((await verifyChain(client, 'x'.repeat(40))).fault ?? '', /the first of the chain.*LEDGER_KEY/);
    await enter(client);
    const stranger = openSealer({ url, key: 'x'.repeat(40) });
    await assert.rejects(stranger.pass(), WrongKey);
    await stranger.close();
    assert.equal((await verifyChain(client, key)).tail, 1);
  }));

  const edited = (column: string, value: string) => async (client: Client) => {
    const { seq } = await one<{ seq: string }>(client, 'select seq from change order by seq offset 40 limit 1');
    await tamper(client, `update change set ${column} = ${value} where seq = ${seq}`);
    return new RegExp(`^Change ${seq} is not as it was sealed`);
  };
  const tamperings: Record<string, (client: Client) => Promise<RegExp>> = {
    'an edited reason': edited('reason', "'another'"),
    'an edited actor': edited('actor_id', 'gen_random_uuid()'),
    'an edited instant': edited('at', "at - interval '1 microsecond'"),
    'an edited transaction': edited('transaction', "'1'"),
    async 'an edited revision'(client) {
      const { seq, change } = await one<{ seq: string; change: string }>(client, "select seq, change_seq as change from revision where after ? 'name' order by seq offset 5 limit 1");
      await tamper(client, `update revision set after = jsonb_set(after, '{country}', '"XX"') where seq = ${seq}`);
      return new RegExp(`^Revision ${seq} of change ${change} is not as it was sealed`);
    },
    async 'a deleted change with its revisions'(client) {
      const [before, gone, next] = (await client.query<{ seq: string }>('select seq from change order by seq offset 30 limit 3')).rows;
      await tamper(client, `delete from revision where change_seq = ${gone?.seq}`, `delete from change where seq = ${gone?.seq}`);
      return new RegExp(`^One change is missing after change ${before?.seq}, before change ${next?.seq}`);
    },
    async 'a cut out of the middle'(client) {
      const seqs = (await client.query<{ seq: string }>('select seq from change order by seq offset 30 limit 12')).rows.map(({ seq }) => Number(seq));
      await tamper(client, `delete from revision where change_seq between ${seqs[1]} and ${seqs[10]}`, `delete from change where seq between ${seqs[1]} and ${seqs[10]}`);
      return new RegExp(`^10 changes are missing after change ${seqs[0]}, before change ${seqs[11]}`);
    },
    async 'a deleted first change'(client) {
      await tamper(client, 'delete from revision where change_seq = (select min(seq) from change)', 'delete from change where seq = (select min(seq) from change)');
      return /^One change is missing at the beginning/;
    },
    async 'a deleted revision'(client) {
      const { seq, change } = await one<{ seq: string; change: string }>(client, 'select seq, change_seq as change from revision order by seq offset 60 limit 1');
      await tamper(client, `delete from revision where seq = ${seq}`);
      return new RegExp(`^Revision ${seq} of change ${change} is missing`);
    },
    async 'an inserted revision'(client) {
      const { seq } = await one<{ seq: string }>(client, 'select seq from change order by seq offset 20 limit 1');
      await tamper(client, `insert into revision (change_seq, table_name, row_id) values (${seq}, 'organisation', gen_random_uuid())`);
      return new RegExp(`^Revision \\d+ was added to change ${seq}`);
    },
    async 'a revision of no change'(client) {
      await tamper(client, "insert into revision (change_seq, table_name, row_id) values (987654321, 'organisation', gen_random_uuid())");
      return /^Revision \d+ belongs to change 987654321, which is missing/;
    },
    async 'two changes that exchanged their numbers'(client) {
      const [a, b] = (await client.query<{ seq: string }>('select seq from change order by seq offset 50 limit 2')).rows;
      await tamper(client, 'alter table change alter seq drop identity', `update change set seq = -1 where seq = ${a?.seq}`, `update change set seq = ${a?.seq} where seq = ${b?.seq}`, `update change set seq = ${b?.seq} where seq = -1`);
      // Its number brings it to the revisions of the other, which is where the chain first sees it.
      return new RegExp(`^Revision \\d+ of change ${b?.seq} is missing`);
    },
    async 'seals that were exchanged'(client) {
      const [a, b] = (await client.query<{ seq: string; mac: Buffer }>('select seq, mac from change order by seq offset 50 limit 2')).rows;
      await tamper(client, `update change set mac = '\\x${b?.mac.toString('hex')}' where seq = ${a?.seq}`, `update change set mac = '\\x${a?.mac.toString('hex')}' where seq = ${b?.seq}`);
      return new RegExp(`^Revision \\d+ of change ${b?.seq} is missing`);
    },
    async 'a change that was inserted with the seal of another'(client) {
      const { seq } = await one<{ seq: string }>(client, 'select seq from change order by seq offset 20 limit 1');
      await tamper(client, `insert into change (seq, actor_kind, action, noun, record_id, transaction, mac) overriding system value
        select 900000000, actor_kind, action, noun, record_id, transaction, mac from change where seq = ${seq}`);
      return /^Change 900000000 carries the seal of another place/;
    },
    async 'a seal that was emptied'(client) {
      const [a, b, c] = (await client.query<{ seq: string }>('select seq from change order by seq offset 70 limit 3')).rows;
      await tamper(client, `update change set mac = null where seq = ${b?.seq}`);
      return new RegExp(`^One change is missing after change ${a?.seq}, before change ${c?.seq}: deleted, or robbed`);
    },
    async 'bytes that are no seal'(client) {
      const { seq } = await one<{ seq: string }>(client, 'select seq from change order by seq limit 1');
      await tamper(client, `update change set mac = substring(mac from 1 for 20) where seq = ${seq}`);
      return new RegExp(`^Change ${seq} carries bytes that are no seal`);
    },
  };

  for (const [what, how] of Object.entries(tamperings)) {
    test(`${what} is named`, () => inSealed(async ({ client }) => {
      const named = await how(client);
      assert.match((await verifyChain(client, key)).fault ?? 'nothing', named);
    }));
  }

  const putIn = (client: Client, seq: number, at: string) => tamper(client, `insert into change (seq, at, actor_kind, action, noun, record_id) overriding system value
    values (${seq}, ${at}, 'system', 'organisation.draft', 'organisation', gen_random_uuid())`);

  test('a change put in behind our back, with an older date, stays unsealed and is named', () => inSealed(async ({ client, sealer }) => {
    await client.query("select setval(pg_get_serial_sequence('change', 'seq'), 5000000)");
    await enter(client);
    await sealAll(sealer);
    await putIn(client, 4_000_000, "now() - interval '3 days'");
    assert.deepEqual(await sealer.pass(), { sealed: 0, suspicious: [4_000_000n] });
    assert.match((await verifyChain(client, key)).fault ?? '', /^Change 4000000 has no seal/);
  }));

  test('at the end as well as in the middle, first the one and then the other, also behind two hundred of them and by a sealer that was started since', () => inSealed(async ({ url, client, sealer }) => {
    await client.query("select setval(pg_get_serial_sequence('change', 'seq'), 5000000)");
    await enter(client);
    await sealAll(sealer);
    await putIn(client, 6_000_000, "'2003-05-06'");
    assert.deepEqual(await sealer.pass(), { sealed: 0, suspicious: [6_000_000n] });
    await putIn(client, 4_000_000, "'2003-05-07'");
    assert.deepEqual(await sealer.pass(), { sealed: 0, suspicious: [4_000_000n, 6_000_000n] });
    await tamper(client, "insert into change (seq, at, actor_kind, action, noun, record_id) overriding system value select 3000000 + n, '2003-05-07', 'system', 'x', 'x', gen_random_uuid() from generate_series(1, 450) n");
    await enter(client);
    const later = openSealer({ url, key });
    assert.deepEqual([(await later.pass()).sealed, (await later.pass()).sealed, (await sealer.pass()).sealed], [1, 0, 0]);
    await later.close();
    assert.match((await verifyChain(client, key)).fault ?? '', /^Change 3000001 has no seal/);
  }));

  test('a clock of the database that was put back holds nothing up; verifying says where', () => inSealed(async ({ client, sealer }) => {
    // What was sealed while the clock ran a day ahead.
    await client.query('alter table change disable trigger ledger_entry');
    await putIn(client, 5_000_000, "now() + interval '1 day'");
    await client.query('alter table change enable trigger ledger_entry');
    await client.query("select setval(pg_get_serial_sequence('change', 'seq'), 5000000)");
    assert.equal((await sealer.pass()).sealed, 1);
    await enter(client);
    await enter(client);
    assert.deepEqual(await sealer.pass(), { sealed: 2, suspicious: [] });
    const { fault, falls } = await verifyChain(client, key);
    assert.deepEqual([fault, falls.map(({ seq }) => seq)], [null, [5_000_001n]]);
  }));

  test('a cut-off end is found by a head that was written down before', () => inSealed(async ({ client }) => {
    const { head } = await verifyChain(client, key);
    assert.ok(head);
    assert.equal((await verifyChain(client, key, writtenHead(head))).fault, null);
    await tamper(client, 'delete from revision where change_seq = (select max(seq) from change)', 'delete from change where seq = (select max(seq) from change)');
    assert.equal((await verifyChain(client, key)).fault, null);
    assert.match((await verifyChain(client, key, writtenHead(head))).fault ?? '', /cut off/);
  }));

  test('a personal value that is erased leaves the chain whole', () => inSealed(async ({ client, sealer }) => {
    await client.query('begin');
    await enterWithin(client);
    await client.query("insert into personal (owner_id, field, value) values ('00000000-0000-4000-8000-000000000009', 'phone', '+381 18 1')");
    await client.query('commit');
    await sealAll(sealer);
    await client.query('begin');
    await enterWithin(client);
    await client.query("delete from personal where owner_id = '00000000-0000-4000-8000-000000000009'");
    await client.query('commit');
    await sealAll(sealer);
    const { rows } = await client.query("select from revision where before::text like '%381 18 1%' or after::text like '%381 18 1%'");
    assert.deepEqual([rows.length, (await verifyChain(client, key)).fault], [0, null]);
  }));
});

test('a proof can be followed by the recipe alone, tells only its own record, and fails where a line was changed', () => inSealed(async ({ client }) => {
  const { code } = await one<{ code: string }>(client, 'select code from agreement order by code limit 1');
  const proof = await proofOf(client, code);
  assert.ok(proof);
  const told = proof.chain.filter(({ change }) => change);
  assert.ok(told.length > 0 && told.length < proof.chain.length);
  assert.ok(told.every(({ change }) => change?.includes(proof.recordId)));
  assert.equal(follow(proof.chain), proof.head?.split('/')[2]);
  const forged = proof.chain.map((link) => (link.change ? { ...link, change: link.change.replace('system', 'person') } : link));
  assert.throws(() => follow(forged), /digest/);
  assert.equal(await proofOf(client, 'НЕМА-1'), null);
}));

/** The recipe of docs/running.md in its own words: nothing of the code that made the proof. */
function follow(chain: Proof['chain']): string {
  const sha256 = (line: string) => createHash('sha256').update(line, 'utf8').digest('hex');
  let previous = '';
  for (const { seal, digest, change, revisions = [] } of chain) {
    const [place, mac, list] = [seal.slice(0, 16), seal.slice(16, 80), seal.slice(80)];
    if (change !== undefined) {
      assert.equal(sha256(change), digest, 'digest');
      assert.equal(revisions.map((line) => (JSON.parse(line) as [string, number])[1].toString(16).padStart(16, '0') + sha256(line)).join(''), list, 'digest');
    }
    assert.equal(createHmac('sha256', key).update(Buffer.from(previous + place + digest + list, 'hex')).digest('hex'), mac, 'mac');
    previous = mac;
  }
  return previous;
}
