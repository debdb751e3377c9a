import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { layDown } from '#office/seed/lay-down.ts';
import { useEmptyDatabase } from '../fixtures.ts';

const today = '2026-03-01';

describe('laying down the office’s records', () => {
  useEmptyDatabase();

  test('puts every organisation and network into an empty register, published and unverified', async () => {
    assert.equal(await countOf(sql`select 1 from organisation`), 0);
    await layDown(today);
    assert.equal(await countOf(sql`select 1 from organisation where kind <> 'network'`), 15);
    assert.equal(await countOf(sql`select 1 from organisation where kind = 'network'`), 8);
    assert.equal(await countOf(sql`select 1 from organisation where is_self and slug = 'grad-nis'`), 1);
    assert.equal(await countOf(sql`select 1 from organisation where is_self`), 1);
    assert.equal(await countOf(sql`select 1 from organisation where publication <> 'published' or verification <> 'unverified'`), 0);
  });

  test('leaves a change of the system in the ledger for each draft and each publication', async () => {
    assert.equal(await countOf(sql`select 1 from change where actor_kind <> 'system'`), 0);
    for (const action of ['draft', 'publish']) {
      const silent = sql`select o.id from organisation o where not exists
        (select 1 from change c where c.record_id = o.id and c.action = ${`organisation.${action}`})`;
      assert.equal(await countOf(silent), 0, action);
    }
  });

  test('done again, it changes nothing', async () => {
    const before = await state();
    await layDown(today);
    assert.deepEqual(await state(), before);
  });
});

async function countOf(query: ReturnType<typeof sql>): Promise<number> {
  return (await reader().execute(query)).length;
}

async function state(): Promise<unknown> {
  return [await reader().execute(sql`select seq from change order by seq`), await reader().execute(sql`select id, code, version from organisation order by code`)];
}
