import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { migrate, migrationsAfter } from '#db/migrate.ts';
import { asOwner, bareDatabase, emptyDatabase } from '../fixtures.ts';

const all = migrationsAfter([]);

describe('a database that is brought to the newest schema', () => {
  test('by three starts at once, and once more: each migration once', async () => {
    const database = await bareDatabase();
    await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    assert.deepEqual(await applied(database.url), all);
    await migrate(database.url);
    assert.deepEqual(await applied(database.url), all);
    await database.drop();
  });

  test('by starts that are killed at any moment: at every moment all of it or nothing', async () => {
    const database = await bareDatabase();
    let nothing = 0;
    for (const pause of [0, 40, 120, 250, 400, 600]) {
      const child = fork(path.join(import.meta.dirname, 'migrate-kill.ts'), [database.url]);
      await once(child, 'message');
      await wait(pause);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await connectionsGone(database.url);
      const names = await applied(database.url);
      assert.ok(names.length === 0 || names.length === all.length, `${names.length} of ${all.length}`);
      if (names.length === 0) {
        nothing += 1;
        assert.deepEqual(await tables(database.url), []);
      }
    }
    assert.ok(nothing > 0, 'no kill came in time');
    await migrate(database.url);
    assert.deepEqual(await applied(database.url), all);
    await database.drop();
  });

  test('by a start that is killed within a long statement: the next one waits for seconds, not for its end', async () => {
    const database = await bareDatabase();
    await told(database.url, 'create function linger() returns event_trigger language plpgsql as $$ begin perform pg_sleep(60); end $$', "create event trigger linger on ddl_command_start when tag in ('CREATE TYPE', 'CREATE INDEX') execute function linger()");
    const child = fork(path.join(import.meta.dirname, 'migrate-kill.ts'), [database.url]);
    await once(child, 'message');
    await until(() => lingers(database.url, true));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => lingers(database.url, false));
    await database.drop();
  });

  test('however short the limits of the account are: a start waits for the one before it, and says so', async () => {
    const database = await emptyDatabase();
    const first = new Client({ connectionString: database.url });
    await first.connect();
    await first.query('select pg_advisory_lock(7306652)');
    const said: string[] = [];
    const second = migrate(`${database.url}?options=${encodeURIComponent('-c lock_timeout=200 -c statement_timeout=400')}`, { log: (line) => said.push(line), tellAfter: 300 });
    const ended = await Promise.race([second.then(() => 'ended', (error: Error) => error.message), wait(1_200, 'waits')]);
    await first.end();
    assert.equal(ended, 'waits');
    await second;
    assert.deepEqual(said, ['Another start, or a restore, is bringing this database to its schema: waiting until it is done.']);
    await migrate(database.url, { log: (line) => said.push(line) });
    assert.equal(said.length, 1, 'whoever need not wait says nothing');
    await database.drop();
  });

  test('that was edited, or that is another one’s, is refused aloud and left as it is', async () => {
    const database = await emptyDatabase();
    const before = await shape(database.url);
    const [first = '', second = ''] = all;
    await told(database.url, "insert into applied_migration (name, hash) values ('9999_later.sql', 'x')");
    await assert.rejects(migrate(database.url), /Migration 9999_later.sql is applied, but the code has none in its place/);
    await told(database.url, "delete from applied_migration where name = '9999_later.sql'");
    await told(database.url, `update applied_migration set hash = 'x' where name = '${second}'`);
    await assert.rejects(migrate(database.url), new RegExp(`Migration ${second} was edited after it was applied`));
    await told(database.url, `delete from applied_migration where name = '${first}'`);
    await assert.rejects(migrate(database.url), new RegExp(`Migration ${second} is applied, but the code has ${first} in its place`));
    assert.deepEqual(await shape(database.url), before);
    await database.drop();
  });

  test('one that fails takes those before it back with it, so the older version goes on', async () => {
    const database = await bareDatabase();
    await migrate(database.url); // makes the roles
    await asOwner(database.url, async (client) => {
      await client.query('drop owned by povelja_owner cascade; create schema if not exists public; grant all on schema public to povelja_owner');
      // In the way of the last migrations: a table of a name that they make.
      await client.query('create table second_factor (mine int); insert into second_factor values (7)');
    });
    const before = await shape(database.url);
    await assert.rejects(migrate(database.url), /already exists/);
    assert.deepEqual(await shape(database.url), before);
    assert.deepEqual(await applied(database.url), []);
    await told(database.url, 'drop table second_factor');
    await migrate(database.url);
    assert.deepEqual(await applied(database.url), all);
    await database.drop();
  });
});

describe('a start beside an instance that is at work', () => {
  test('waits for nobody and disturbs nobody where the version is the same', async () => {
    const database = await emptyDatabase();
    const busy = await atWork(database.url);
    const began = performance.now();
    await migrate(database.url);
    assert.ok(performance.now() - began < 3_000, `${performance.now() - began} ms`);
    await busy.end();
    await database.drop();
  });

  test('lays what is new when the other gives way, also after a deadlock', async () => {
    const database = await emptyDatabase();
    await told(database.url, "comment on function povelja_outside_ledger() is 'of another version'");
    const writing = new AbortController();
    const writers = ['setting, organisation', 'organisation, setting'].map(async (order) => {
      const client = await atWork(database.url);
      await client.query('commit');
      while (!writing.signal.aborted) {
        for (const line of ['begin', ...order.split(', ').map((table) => `lock table ${table} in row exclusive mode; select pg_sleep(0.03)`), 'commit']) await client.query(line).catch(() => client.query('rollback'));
      }
      await client.end();
    });
    await migrate(database.url);
    writing.abort();
    await Promise.all(writers);
    assert.notEqual((await asOwner(database.url, (client) => client.query<{ said: string }>("select obj_description('povelja_outside_ledger()'::regprocedure) as said"))).rows[0]?.said, 'of another version');
    await database.drop();
  });

  test('lays the ledger again where somebody took it off a table', async () => {
    const database = await emptyDatabase();
    await told(database.url, 'drop trigger ledger_revision on organisation');
    await migrate(database.url);
    await assert.rejects(told(database.url, "insert into organisation (code, slug) values ('X-1', 'x')"), /no change stands behind/);
    await told(database.url, 'alter table organisation disable trigger ledger_revision');
    await migrate(database.url);
    await assert.rejects(told(database.url, "insert into organisation (code, slug) values ('X-1', 'x')"), /no change stands behind/);
    await database.drop();
  });
});

/** Somebody in the middle of a transaction that has written. */
async function atWork(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('begin; lock table organisation, agreement, setting in row exclusive mode');
  return client;
}

/** Throws after ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries === 100) throw new Error('It did not come about.');
    await wait(100);
  }
}

async function lingers(url: string, yes: boolean): Promise<boolean> {
  return asOwner(url, async (client) => {
    const { rowCount } = await client.query("select from pg_stat_activity where datname = current_database() and application_name = 'povelja migrate' and wait_event = 'PgSleep'");
    return (rowCount === 1) === yes;
  });
}

function told(url: string, ...lines: string[]): Promise<void> {
  return asOwner(url, async (client) => { for (const line of lines) await client.query(line); });
}

function applied(url: string): Promise<string[]> {
  return asOwner(url, async (client) => {
    const { rows: [there] } = await client.query<{ yes: boolean }>("select to_regclass('applied_migration') is not null as yes");
    return there?.yes ? (await client.query<{ name: string }>('select name from applied_migration order by 1')).rows.map(({ name }) => name) : [];
  });
}

function tables(url: string): Promise<string[]> {
  return asOwner(url, async (client) => (await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'applied_migration' order by 1")).rows.map(({ name }) => name));
}

/** Every column, index, trigger and function. */
function shape(url: string): Promise<string[]> {
  return asOwner(url, async (client) => (await client.query<{ line: string }>(`
    select format('%s.%s %s', attrelid::regclass, attname, atttypid::regtype) as line from pg_attribute join pg_class c on c.oid = attrelid where c.relnamespace = 'public'::regnamespace and attnum > 0 and c.relname not like 'applied_migration%'
    union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
    union all select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace order by 1`)).rows.map(({ line }) => line));
}

async function connectionsGone(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await client.query("select from pg_stat_activity where datname = current_database() and application_name = 'povelja migrate'");
      if (rows.length === 0) return;
      await wait(50);
    }
  });
}
