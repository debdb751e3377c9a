import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { aside } from '#office/change.ts';
import { useEmptyDatabase } from '../fixtures.ts';

useEmptyDatabase();

describe('a transaction that met another', () => {
  test('gives way in a deadlock and is done again', async () => {
    let attempts = 0;
    const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const lock = (mine: 0 | 1) => aside(async (db) => {
      attempts += 1;
      const other = mine === 0 ? 1 : 0;
      await db.execute(sql`select pg_advisory_xact_lock(${mine})`);
      holding[mine].resolve();
      await holding[other].promise;
      await db.execute(sql`select pg_advisory_xact_lock(${other})`);
      await db.execute(sql`insert into security_event (kind) values ('locked')`);
    });
    await Promise.all([lock(0), lock(1)]);
    assert.equal(attempts, 3);
    assert.equal((await aside((db) => db.execute(sql`select from security_event where kind = 'locked'`))).rows.length, 2);
  });

  test('is tried three times more and not for ever', async () => {
    assert.equal(await attemptsAt('40001'), 4);
    assert.equal(await attemptsAt('40P01'), 4);
  });

  test('is not done again for any other reason', async () => {
    assert.equal(await attemptsAt('23505'), 1);
    assert.equal(await attemptsAt('57P01'), 1);
  });
});

async function attemptsAt(state: string): Promise<number> {
  let attempts = 0;
  await assert.rejects(aside(async (db) => {
    attempts += 1;
    await db.execute(sql.raw(`do $$ begin raise exception 'met' using errcode = '${state}'; end $$`));
  }));
  return attempts;
}
