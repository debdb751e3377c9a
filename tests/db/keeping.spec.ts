import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Client } from 'pg';
import { writtenHead } from '#db/chain/head.ts';
import { LostHead, type Keeping } from '#db/chain/keeping.ts';
import { openSealer, WrongKey } from '#db/chain/sealing.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { enter, inSealed, key, one, sealAll, tamper } from './sealed.ts';

/** What is kept, and what became of it. */
function keepingOf(kept: string | null): Keeping & { kept: string | null; adopted: number } {
  return {
    kept, adopted: 0,
    async last() { return this.kept; },
    async keep(head) { this.kept = head; },
    async adopt(head) { [this.kept, this.adopted] = [head, this.adopted + 1]; },
  };
}

async function headOf(client: Client): Promise<string> {
  const { head } = await verifyChain(client, key);
  assert.ok(head);
  return writtenHead(head);
}

async function unsealed(client: Client): Promise<number> {
  return (await one<{ n: number }>(client, 'select count(*)::int as n from change where mac is null')).n;
}

const rewrite = (from: string) => [
  `update change set mac = null, reason = 'another' where seq >= ${from}`,
  `update revision set after = after || '{"note": "another"}' where change_seq >= ${from} and after is not null`,
];

describe('the head that is kept out of the database', () => {
  test('robbed of their seals and rewritten, the last changes are not sealed anew: by the one who sealed them', () => inSealed(async ({ client, sealer }) => {
    const { seq } = await one<{ seq: string }>(client, 'select seq from change order by seq desc offset 20 limit 1');
    await tamper(client, ...rewrite(seq));
    await assert.rejects(sealer.pass(), LostHead);
    await enter(client);
    await assert.rejects(sealer.pass(), LostHead);
    assert.equal(await unsealed(client), 22);
  }));

  test('nor all of them, nor by another instance or after another start, which know the head from what was kept', () => inSealed(async ({ url, client }) => {
    const keeping = keepingOf(await headOf(client));
    await tamper(client, ...rewrite('0'));
    const before = await unsealed(client);
    const sealer = openSealer({ url, key, keeping });
    await assert.rejects(sealer.pass(), /is no longer in the chain: somebody has taken seals away.* So nothing is sealed/);
    await sealer.close();
    assert.deepEqual([await unsealed(client), keeping.adopted], [before, 0]);
  }));

  test('nor where a copied seal stands in the place of the head', () => inSealed(async ({ url, client }) => {
    const keeping = keepingOf(await headOf(client));
    const { seq } = await one<{ seq: string }>(client, 'select max(seq) as seq from change');
    await tamper(client, `with robbed as (select mac from change where seq = ${seq}) update change set mac = (select mac from robbed) where seq = ${seq}::int - 5`, `update change set mac = null, reason = 'x' where seq = ${seq}`);
    const sealer = openSealer({ url, key, keeping });
    await assert.rejects(sealer.pass(), LostHead);
    await sealer.close();
    assert.equal(await unsealed(client), 1);
  }));

  test('bytes that are no seal, in the last place, end the sealing', () => inSealed(async ({ client, sealer }) => {
    await tamper(client, "insert into change (actor_kind, action, noun, record_id, mac) values ('system', 'spec', 'spec', gen_random_uuid(), '\\xffffffffffffffff00')");
    await enter(client);
    await assert.rejects(sealer.pass(), /bears bytes that are no seal/);
    assert.equal(await unsealed(client), 1);
  }));

  test('two instances with one each follow the other, and a stale one from before is as good', () => inSealed(async ({ url, client }) => {
    const stale = await headOf(client);
    const [a, b] = [keepingOf(stale), keepingOf(stale)];
    const [first, second] = [openSealer({ url, key, keeping: a }), openSealer({ url, key, keeping: b })];
    for (const sealer of [first, second, second, first]) {
      await enter(client);
      assert.equal((await sealer.pass()).sealed, 1);
    }
    await second.pass();
    assert.deepEqual([a.kept, b.kept, a.adopted], [await headOf(client), await headOf(client), 0]);
    await Promise.all([first.close(), second.close()]);
    const late = openSealer({ url, key, keeping: keepingOf(stale) });
    await enter(client);
    assert.equal((await late.pass()).sealed, 1);
    await late.close();
    assert.equal((await verifyChain(client, key, stale)).fault, null);
  }));

  test('where none was kept, the one in the database is adopted, and that is told', () => inSealed(async ({ url, client }) => {
    const keeping = keepingOf(null);
    const sealer = openSealer({ url, key, keeping });
    await sealer.pass();
    assert.deepEqual([keeping.kept, keeping.adopted], [await headOf(client), 1]);
    await enter(client);
    await sealAll(sealer);
    assert.deepEqual([keeping.kept, keeping.adopted], [await headOf(client), 1]);
    await sealer.close();
  }));

  test('another key beside the kept head seals nothing, at a start and after the connection broke', () => inSealed(async ({ url, client }) => {
    const keeping = keepingOf(await headOf(client));
    const sealer = openSealer({ url, key: 'x'.repeat(40), keeping });
    const faults: unknown[] = [];
    const tried = async (): Promise<void> => void faults.push(await sealer.pass().catch((error: unknown) => error));
    await tried();
    await enter(client);
    await tried();
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'povelja sealing' and datname = current_database()");
    await sealer.pass().catch(() => {}); // the one that may meet the broken line
    await tried();
    await sealer.close();
    assert.deepEqual(faults.map((fault) => fault instanceof WrongKey), [true, true, true]);
    assert.deepEqual([await unsealed(client), keeping.kept], [1, await headOf(client)]);
  }));

  test('a text that is no head is not taken for none', () => inSealed(async ({ url, client }) => {
    for (const spoilt of ['', '12/12', 'abc/1/2']) {
      const sealer = openSealer({ url, key, keeping: keepingOf(spoilt) });
      await enter(client);
      await assert.rejects(sealer.pass(), LostHead, spoilt);
      await sealer.close();
    }
    assert.equal(await unsealed(client), 3);
  }));
});
