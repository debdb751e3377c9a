import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import { startPostgres } from '#server/postgres.ts';
import { accountForPostgres } from '#server/postgres/account.ts';
import { homeOf } from '#server/postgres/home.ts';
import { homeIn } from '#server/visit.ts';
import { temporaryFolder } from '../temporary-folder.ts';

type Context = { after(run: () => void | Promise<void>): void };

test('a cluster is UTF-8, knows Cyrillic, keeps checksums, asks for its password, and writes no values of rows into its log', async (t) => {
  const dataDir = folder(t);
  const database = await up(t, dataDir);
  const { rows } = await client(t, database.url).query(`
    select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
      current_setting('fsync') as fsync, current_setting('listen_addresses') as listens, lower('ЂАК') as lower,
      to_tsvector('simple', '„Ниш“ – град')::text as words,
      (select datlocprovider::text from pg_database where datname = current_database()) as provider`);
  assert.deepEqual(rows, [{
    encoding: 'UTF8', checksums: 'on', fsync: 'on', listens: '127.0.0.1', lower: 'ђак', words: "'град':2 'ниш':1", provider: 'b',
  }]);
  await assert.rejects(client(t, database.url).query("create temporary table person (email text primary key); insert into person select 'ana@povelja.example' from generate_series(1, 2)"), /duplicate key/);
  const log = readFileSync(path.join(homeIn(dataDir), 'postgres.log'), 'utf8');
  assert.match(log, /ERROR: {2}duplicate key/);
  assert.doesNotMatch(log, /DETAIL/);
  const stranger = new URL(database.url);
  stranger.password = 'guess';
  await assert.rejects(client(t, stranger.href).query('select 1'), { code: '28P01' });
});

test('the next start finds the same records at the same address, and no other user may read the password', async (t) => {
  const home = folder(t);
  const first = await up(t, home);
  await client(t, first.url).query("create table kept as select 'писмо'::text as word");
  await first.stop();
  assert.equal(statSync(path.join(home, 'postgres', 'password')).mode & 0o777, 0o600);
  assert.equal(existsSync(path.join(home, 'postgres', 'claim.json')), false);
  const second = await up(t, home);
  assert.equal(second.url, first.url);
  assert.deepEqual((await client(t, second.url).query('select word from kept')).rows, [{ word: 'писмо' }]);
});

test('Postgres killed under writers is back by itself at the same address, with every acknowledged row', async (t) => {
  const lines: string[] = [];
  const database = await up(t, folder(t), (line) => lines.push(line));
  const sql = client(t, database.url, 4);
  await sql.query('create table written (n int primary key)');
  let [next, acknowledged] = [0, new Set<number>()];
  for (let round = 1; round <= 3; round += 1) {
    const killed = new AbortController();
    const writers = [1, 2, 3, 4].map(async () => {
      while (!killed.signal.aborted) {
        const n = (next += 1);
        await sql.query('insert into written values ($1)', [n]).then(() => acknowledged.add(n), () => {});
      }
    });
    for (const enough = acknowledged.size + 12; acknowledged.size < enough;) await wait(20);
    process.kill(database.pid(), 'SIGKILL');
    const since = Date.now();
    killed.abort();
    await Promise.race([Promise.all(writers), wait(1_000)]);
    await answering(t, database.url);
    assert.ok(Date.now() - since < 10_000, `ready after ${Date.now() - since} ms`);
  }
  const { rows } = await client(t, database.url).query<{ n: number }>('select n from written');
  const there = new Set(rows.map(({ n }) => n));
  assert.ok(acknowledged.size > 30, `${acknowledged.size} rows were acknowledged`);
  assert.deepEqual([...acknowledged].filter((n) => !there.has(n)), []);
  assert.equal(lines.filter((line) => line.includes('stopped by itself')).length >= 3, true);
});

test('a second supervisor of one folder is refused in plain words, and the first is not disturbed', async (t) => {
  const home = folder(t);
  const first = await up(t, home);
  await assert.rejects(startPostgres({ dataDir: home }), /Another Povelja \(process \d+\) already keeps the database/);
  await client(t, first.url).query('select 1');
});

test('a Postgres whose supervisor was killed is taken over while it answers', async (t) => {
  const home = folder(t);
  const { supervisor, pid, url } = await abandoned(t, home);
  supervisor.kill('SIGKILL');
  await exited(supervisor);
  const lines: string[] = [];
  const database = await up(t, home, (line) => lines.push(line));
  assert.equal(database.pid(), pid);
  assert.equal(database.url, url);
  assert.match(lines.join('\n'), /Took over/);
  process.kill(pid, 'SIGKILL'); // it is not our child; its death must be noticed all the same
  await wait(500);
  await answering(t, url);
  assert.notEqual(database.pid(), pid);
});

test('an abandoned Postgres that does not answer is stopped, and another started', async (t) => {
  const home = folder(t);
  const { supervisor, pid } = await abandoned(t, home);
  supervisor.kill('SIGKILL');
  await exited(supervisor);
  process.kill(pid, 'SIGSTOP');
  const database = await up(t, home);
  assert.notEqual(database.pid(), pid);
  await client(t, database.url).query('select 1');
});

test('a cluster whose making was killed half-way is made anew', async (t) => {
  const home = folder(t);
  mkdirSync(path.join(home, 'postgres', 'cluster.new'), { recursive: true });
  writeFileSync(path.join(home, 'postgres', 'cluster.new', 'PG_VERSION'), '18\n');
  const database = await up(t, home);
  await client(t, database.url).query('select 1');
});

test('stopping leaves neither process nor socket', async (t) => {
  const home = folder(t);
  const database = await up(t, home);
  const pid = database.pid();
  const socketDir = readFileSync(path.join(home, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[4] ?? '';
  assert.ok(existsSync(socketDir));
  await database.stop();
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  assert.ok(!existsSync(socketDir));
});

test('a database that a start as root put elsewhere is found by whoever runs it later, and one that is there stays its account’s', (t) => {
  const [dataDir, far] = [folder(t), folder(t)];
  writeFileSync(path.join(dataDir, 'postgres-place.txt'), `${far}\n`);
  assert.equal(homeOf(dataDir, undefined), far);
  mkdirSync(path.join(far, 'cluster'));
  if (process.getuid?.() === 0) chownSync(path.join(far, 'cluster'), 54_321, 54_322);
  assert.deepEqual(accountForPostgres(path.join(far, 'cluster')), process.getuid?.() === 0 ? { uid: 54_321, gid: 54_322 } : undefined);
});

async function up(t: Context, dataDir: string, log?: (line: string) => void) {
  const database = await startPostgres({ dataDir, log });
  t.after(() => database.stop());
  return database;
}

function folder(t: Context): string {
  const made = temporaryFolder();
  t.after(made.remove);
  return made.folder;
}

function client(t: Context, url: string, max = 1): Pool {
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {}); // kills are what we are here for
  pool.on('connect', (one) => void one.on('error', () => {}));
  t.after(() => pool.end());
  return pool;
}

async function answering(t: Context, url: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await wait(50)) {
    const answer = await client(t, url).query('select 1').catch(() => undefined);
    if (answer) return;
  }
  assert.fail('the database did not come back');
}

async function abandoned(t: Context, dataDir: string): Promise<{ supervisor: ChildProcess; pid: number; url: string }> {
  const script = `import { startPostgres } from '#server/postgres.ts';
import { homeIn } from '#server/visit.ts';
    const { url, pid } = await startPostgres({ dataDir: process.env.PLACE });
    process.send({ url, pid: pid() });
    setInterval(() => {}, 1000);`;
  const root = path.resolve(import.meta.dirname, '../..');
  const supervisor = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root, env: { ...process.env, PLACE: dataDir }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  t.after(() => void supervisor.kill('SIGKILL'));
  const said = await new Promise<{ url: string; pid: number }>((resolve, reject) => {
    supervisor.once('message', (message) => resolve(message as { url: string; pid: number }));
    supervisor.once('exit', () => reject(new Error('the supervisor ended')));
  });
  assert.match(readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), new RegExp(`^${said.pid}\n`));
  return { supervisor, ...said };
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));
}
