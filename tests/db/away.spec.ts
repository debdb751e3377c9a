import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { brokeWithin, isDatabaseAway } from '#db/away.ts';
import { connect, disconnect, reader } from '#db/client.ts';
import { draft } from '#office/organisation/write.ts';
import { aside } from '#office/change.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { emptyDatabase, type FreshDatabase } from '../fixtures.ts';
import { parsed, staff } from '../verbs.ts';
import { spareConnections } from './audit.ts';
import { openLine, type Line } from './line.ts';

/** Milliseconds; the office's own is ten seconds. */
const deadline = 3_000;
const entry = parsed(organisationEntry, { 'name.sr-Cyrl': ['Установа'], kind: ['local_government'] });
const readOne = () => reader().execute(sql`select 1`);
const writeOne = () => draft(staff('editor'), { entry });

describe('a database that is away', () => {
  let database: FreshDatabase;
  let line: Line;

  before(async () => {
    database = await emptyDatabase();
    line = await openLine(database.url);
    connect({ url: line.url, deadline });
  });
  after(async () => {
    await disconnect();
    await line.close();
    await database.drop();
  });

  test('refuses at once, is recognised, and everything works when it is back', async () => {
    assert.ok((await writeOne()).done);
    await line.cut();
    // More than the pool holds: a connection lost with each failure would leave none.
    for (const took of await Promise.all(Array.from({ length: 20 }, () => failed(writeOne)))) assert.ok(took < deadline * 2, `${took} ms`);
    assert.ok((await failed(readOne)) < deadline * 2);
    await restored();
    assert.ok((await writeOne()).done);
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
    assert.equal(await drafts(), 2);
  });

  test('that does not answer is given up within the deadline, and its connections are not used again', async () => {
    const standing = await drafts();
    line.mute();
    const calls = [...Array.from({ length: 12 }, () => failed(readOne)), ...Array.from({ length: 12 }, () => failed(writeOne))];
    for (const took of await Promise.all(calls)) assert.ok(took < deadline * 2, `${took} ms`);
    await restored();
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
    assert.equal(await drafts(), standing);
  });

  test('that is reset in mid-transaction loses the change as a whole', async () => {
    const standing = await drafts();
    const cutOff = aside(async (db) => {
      await db.execute(sql`insert into security_event (kind) values ('refused')`);
      await line.cut();
      await db.execute(sql`select 1`);
    });
    await assert.rejects(cutOff, isDatabaseAway);
    await restored();
    assert.equal((await reader().execute(sql`select from security_event`)).rows.length, 0);
    assert.equal(await drafts(), standing);
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
  });

  // A page tells a fault of ours from the database's by this: it falls over a moment before, when the database is back already.
  // Milliseconds; on a busy machine a quarter of a second passes between two lines.
  const soon = 800;

  test('is heard of by whoever asks, also where no connection stood that could break', async () => {
    const heard = async (call: () => Promise<unknown>): Promise<boolean> => {
      await wait(soon + 50);
      assert.equal(brokeWithin(soon), false);
      await failed(call);
      return brokeWithin(soon);
    };
    await disconnect();
    connect({ url: line.url, deadline });
    await line.cut();
    assert.deepEqual([await heard(readOne), await heard(writeOne)], [true, true]);
    await restored();
    assert.equal(await heard(() => reader().execute(sql`select pg_sleep(10)`)), true);
    assert.equal(await heard(() => aside((db) => db.execute(sql`select pg_sleep(10)`))), true);
    await reader().execute(sql`select 1 / 0`).catch(() => {});
    await wait(soon + 50);
    await assert.rejects(reader().execute(sql`select 1 / 0`), (error) => !isDatabaseAway(error));
    assert.equal(brokeWithin(soon), false);
    assert.deepEqual(await spareConnections(database.url), { unusable: 0, busy: 0 });
  });

  // The pool hears of a reset a moment after it came.
  async function restored(): Promise<void> {
    await line.restore();
    await wait(50);
  }

  test('is told from a query that is wrong', async () => {
    const wrong = await reader().execute(sql`select * from no_such_table`).then(() => null, (error: unknown) => error);
    assert.ok(wrong instanceof Error);
    assert.equal(isDatabaseAway(wrong), false);
    assert.equal(isDatabaseAway(new TypeError('x is not a function')), false);
    assert.equal(isDatabaseAway(null), false);
    const both = new AggregateError([Object.assign(new Error('::1'), { code: 'EACCES' }), Object.assign(new Error('127.0.0.1'), { code: 'ECONNREFUSED' })]);
    assert.equal(isDatabaseAway(new Error('wrapped', { cause: both })), true);
  });
});

/** How long it took until the call failed because the database was away. */
async function failed(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await assert.rejects(call, (error) => isDatabaseAway(error) || assert.fail(`not told as away: ${String(error)}`));
  return performance.now() - began;
}

async function drafts(): Promise<number> {
  return (await reader().execute(sql`select from organisation`)).rows.length;
}
