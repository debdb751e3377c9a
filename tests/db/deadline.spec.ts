import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { isDatabaseAway } from '#db/away.ts';
import { connect, disconnect, reader } from '#db/client.ts';
import { aside } from '#office/change.ts';
import { emptyDatabase, type FreshDatabase } from '../fixtures.ts';
import { tell } from '../cluster.ts';
import { spareConnections } from './audit.ts';

/** Milliseconds; the office's own is ten seconds. */
const deadline = 3_000;

describe('the clients of the office', () => {
  let database: FreshDatabase;

  before(async () => {
    database = await emptyDatabase();
    connect({ url: database.url, deadline });
  });
  after(async () => {
    await disconnect();
    await database.drop();
  });

  test('have a slow query cancelled by Postgres itself', async () => {
    const began = performance.now();
    const slow = reader().execute(sql`select pg_sleep(15), 'slow one'`);
    await assert.rejects(slow, (error: Error) => isDatabaseAway(error) && (error.cause as { code?: string }).code === '57014');
    assert.ok(performance.now() - began < deadline * 2);
    const { rows } = await reader().execute(sql`select from pg_stat_activity where state = 'active' and query like '%slow one%' and pid <> pg_backend_pid()`);
    assert.equal(rows.length, 0);
  });

  test('cut a transaction that is open for too long, however short its queries', async () => {
    const began = performance.now();
    await assert.rejects(aside(async (db) => {
      await db.execute(sql`insert into security_event (kind) values ('long')`);
      for (let n = 0; n < 100; n += 1) await db.execute(sql`select pg_sleep(0.1)`);
    }), isDatabaseAway);
    assert.ok(performance.now() - began < deadline * 2, `${performance.now() - began} ms`);
    assert.equal((await reader().execute(sql`select from security_event where kind = 'long'`)).rows.length, 0);
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
  });

  test('let nobody wait for a free connection without end', async () => {
    const free = Promise.withResolvers<void>();
    const holders = Array.from({ length: 6 }, () => aside(() => free.promise));
    await assert.rejects(aside((db) => db.execute(sql`select 1`)), isDatabaseAway);
    free.resolve();
    await Promise.all(holders); // they still could: the wait ended first
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
  });

  test('never take a transaction for done in which a query failed', async () => {
    const passedOver = aside(async (db) => {
      await db.execute(sql`insert into security_event (kind) values ('passed over')`);
      await db.execute(sql`select 1 / 0`).catch(() => {});
    });
    await assert.rejects(passedOver, /nothing was saved/);
    assert.equal((await reader().execute(sql`select from security_event where kind = 'passed over'`)).rows.length, 0);
  });

  test('lose a connection that the server ends, and open another', async () => {
    await reader().execute(sql`select 1`);
    await tell(database.url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'povelja povelja_%' and datname = current_database()");
    await wait(50);
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
  });

  test('start as their role, whatever the address says', async () => {
    await disconnect();
    connect({ url: `${database.url}?options=${encodeURIComponent('-c role=povelja_owner -c work_mem=5MB')}` });
    const who = sql`select current_user as role, current_setting('work_mem') as memory`;
    assert.deepEqual((await reader().execute(who)).rows, [{ role: 'povelja_reader', memory: '5MB' }]);
    assert.deepEqual((await aside((db) => db.execute(who))).rows, [{ role: 'povelja_app', memory: '5MB' }]);
    await disconnect();
    connect({ url: database.url });
    assert.deepEqual((await reader().execute(who)).rows, [{ role: 'povelja_reader', memory: '16MB' }]);
  });
});
