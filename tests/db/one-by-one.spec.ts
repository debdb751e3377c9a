import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect, disconnect, reader, rehearse } from '#db/client.ts';
import { aside } from '#office/change.ts';
import { emptyDatabase, type FreshDatabase } from '../fixtures.ts';

describe('one transaction', () => {
  let database: FreshDatabase;
  const heard: string[] = [];
  const hear = (warning: Error) => void heard.push(`${warning.name}: ${warning.message}`);

  before(async () => {
    database = await emptyDatabase();
    connect({ url: database.url, writers: 1 });
    process.on('warning', hear);
  });
  after(async () => {
    process.off('warning', hear);
    await disconnect();
    await database.drop();
  });

  test('answers what is asked side by side, one after the other and in its order, and pg warns of nothing', async () => {
    const answers = await rehearse(() => Promise.all([0.05, 0, 0.01].map(async (seconds) => {
      const { rows } = await reader().execute<{ said: string; at: string }>(sql`select pg_sleep(${seconds}), ${String(seconds)} as said, clock_timestamp()::text as at`);
      return rows[0]!;
    })));
    assert.deepEqual(answers.map(({ said }) => said), ['0.05', '0', '0.01']);
    assert.deepEqual(answers.map(({ at }) => at).toSorted(), answers.map(({ at }) => at));
    await wait(20);
    assert.deepEqual(heard, []);
  });

  test('that was refused leaves no query behind: none runs on the connection that another has by then', async () => {
    let straggler: Promise<unknown> = Promise.resolve();
    await assert.rejects(aside(async (db) => {
      const [failed, slow] = [db.execute(sql`select 1 / 0`), db.execute(sql`select pg_sleep(0.05)`)];
      straggler = slow.catch(() => undefined).then(() => wait(50)).then(() => db.execute(sql`insert into security_event (kind) values ('straggler')`));
      straggler.catch(() => undefined);
      await failed;
    }), /division by zero|select 1/);
    await assert.rejects(straggler, (error: Error) => /is over/.test(String((error.cause as Error | undefined)?.message ?? error.message)));
    await wait(20);
    const { rows } = await reader().execute<{ there: number }>(sql`select count(*)::int as there from security_event where kind = 'straggler'`);
    assert.deepEqual([rows[0]!.there, heard], [0, []]);
  });
});
