import assert from 'node:assert/strict';
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { openEpoch, type Epoch } from '#server/epoch.ts';
import { bareDatabase, type FreshDatabase } from '../fixtures.ts';

let database: FreshDatabase;
let epoch: Epoch;
let staff: Client;

before(async () => {
  database = await bareDatabase();
  epoch = await openEpoch({ url: database.url });
  staff = new Client({ connectionString: database.url });
  staff.on('error', () => {});
  await staff.connect();
});
after(async () => {
  await epoch.close();
  await staff.end();
  await database.drop();
});

async function until(what: () => boolean, patience: number): Promise<number> {
  const began = performance.now();
  while (!what()) {
    if (performance.now() - began > patience) assert.fail(`not within ${patience} ms`);
    await wait(1);
  }
  return performance.now() - began;
}

const kill = (): Promise<unknown> =>
  staff.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'povelja epoch' and datname = current_database()");

test('it is trusted from the first beat', () => {
  assert.equal(epoch.trusted(), true);
});

test('a committed change is a new epoch within milliseconds, a rolled-back one is none', async () => {
  const was = epoch.current();
  await staff.query('begin');
  await staff.query("select pg_notify('povelja_public', '')");
  await staff.query('rollback');
  await staff.query('begin');
  await staff.query("select pg_notify('povelja_public', '')");
  await wait(50);
  assert.equal(epoch.current(), was, 'nothing is heard before the commit');
  await staff.query('commit');
  assert.ok((await until(() => epoch.current() > was, 500)) < 200);
  assert.equal(epoch.current(), was + 1);
});

test('another channel is none of its business', async () => {
  const was = epoch.current();
  await staff.query("select pg_notify('elsewhere', '')");
  await wait(50);
  assert.equal(epoch.current(), was);
});

test('a killed connection is noticed at once, made anew, and is a new epoch', async () => {
  const was = epoch.current();
  await kill();
  await until(() => !epoch.trusted(), 100);
  await until(() => epoch.trusted(), 1_500);
  assert.ok(epoch.current() > was, 'what was said meanwhile may have been missed');
  const then = epoch.current();
  await staff.query("select pg_notify('povelja_public', '')");
  await until(() => epoch.current() > then, 500);
});

test('it survives being killed again and again', async () => {
  for (let n = 0; n < 3; n += 1) {
    await kill();
    await until(() => !epoch.trusted(), 100);
    await until(() => epoch.trusted(), 3_000);
  }
});

test('a connection that falls silent is not trusted after two seconds, and is given up', async () => {
  const line = await silentLine(new URL(database.url));
  const far = await openEpoch({ url: line.url });
  try {
    assert.equal(far.trusted(), true);
    await wait(1_200);
    assert.equal(far.trusted(), true, 'it beats on');
    line.hush();
    const took = await until(() => !far.trusted(), 2_500);
    assert.ok(took > 500 && took <= 2_100, `${took} ms`);
    const was = far.current();
    await until(() => far.trusted(), 4_000);
    assert.ok(far.current() > was, 'a new connection was made in its place');
  } finally {
    await far.close();
    await line.close();
  }
});

test('without a database it opens untrusted, and can be closed', async () => {
  const line = await silentLine(new URL(database.url));
  await line.close();
  const none = await openEpoch({ url: line.url });
  assert.equal(none.trusted(), false);
  await none.close();
  assert.equal(none.trusted(), false);
});

test('closed, it leaves no connection behind', async () => {
  const other = await openEpoch({ url: database.url, channel: 'other' });
  await other.close();
  const left = "select count(*)::int as n from pg_stat_activity where application_name = 'povelja epoch' and query like '%other%'";
  await wait(50);
  assert.equal((await staff.query(left)).rows[0].n, 0);
});

/** A wire to the database; `hush` makes what stands carry nothing without being cut, and new calls go through. */
async function silentLine(target: URL) {
  const ends: Socket[] = [];
  const server = createServer((near) => {
    const far = dial(Number(target.port || 5432), target.hostname);
    ends.push(near, far);
    near.pipe(far).pipe(near);
    near.on('error', () => {});
    far.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    hush: () => ends.forEach((end) => end.unpipe().pause()),
    async close() {
      ends.forEach((end) => end.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
