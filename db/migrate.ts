import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { isWorthRetrying } from './away.ts';
import { saidWait, type Log } from './said-wait.ts';

const here = new URL('./', import.meta.url);
const lockKey = 7_306_652;

/**
 * Brings the database at `url` to the newest schema and lays the roles and the ledger over it.
 * Numbered migrations are applied once, in strict order, all that are new in one transaction: where one of them fails the
 * database stays as the older version left it, which can go on. One that was edited after it was applied, or stands before an
 * applied one, is refused aloud. The address must be allowed to create roles, or the three roles must exist and be granted to it.
 * Where another start is at it, that is waited for, and said by `log` after so many milliseconds.
 */
export async function migrate(url: string, waits: Waits = {}): Promise<void> {
  await asOwner(url, waits, async (client) => {
    await client.query(history);
    const names = await pending(client);
    const isNew = names.length > 0 || !(await isLaid(client));
    if (!isNew) return patiently(client, waits, () => whole(client, () => deriveMissing(client)));
    return patiently(client, waits, () => whole(client, async () => {
      for (const name of names) await apply(client, name);
      await lay(client);
    }));
  });
}

type Waits = { readonly log?: Log; readonly tellAfter?: number };

/** What is laid over the tables at each change of it, in this order. */
const laid = ['ledger.sql', 'search.sql', 'narrow.sql', 'search-entry.sql', 'search-triggers.sql', 'chronicle.sql', 'file.sql', 'title-order.sql'] as const;

async function lay(client: Client): Promise<void> {
  for (const name of laid) await client.query(read(name));
  await client.query(`comment on function povelja_outside_ledger() is '${hashOfLaid()}'`);
}

/** What is derived is laid down where it is missing, or was derived by another rule; laying does the same. */
async function deriveMissing(client: Client): Promise<void> {
  await client.query('select povelja_index_all(), povelja_narrow_all()');
}

/**
 * Whether these very texts are laid and the ledger still stands on every table. Laying them locks all tables, for which another instance
 * that is at work would wait, or deadlock; so a start of the same version leaves them alone.
 */
async function isLaid(client: Client): Promise<boolean> {
  const { rows: [said] } = await client.query<{ hash: string | null }>("select obj_description(to_regprocedure('povelja_outside_ledger()'), 'pg_proc') as hash");
  if (said?.hash !== hashOfLaid()) return false;
  const { rows: bare } = await client.query(`select from pg_tables where schemaname = 'public' and tablename <> all (povelja_outside_ledger()) and not exists (
    select from pg_trigger where tgrelid = format('public.%I', tablename)::regclass and tgname = 'ledger_revision' and tgenabled = 'O')`);
  return bare.length === 0;
}

/**
 * Once more where a living instance was in the way: each try waits ten seconds for a lock at most, so nobody else waits longer. Of a deadlock
 * the first five tries give way, since a reader would be told of a fault; after that it is the other's turn, or a busy register would never be upgraded.
 */
async function patiently(client: Client, { log }: Waits, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 10 || !(isWorthRetrying(error) || (error as { code?: string }).code === '55P03')) throw error;
      await client.query('rollback');
      if (tries === 1) log?.('Another instance that is at work stands in the way of the newest schema: trying again, for two minutes at most.');
      if (tries === 5) await client.query(`reset role; ${looksAfter(3_000)}; set role povelja_owner`);
      await wait(100 * tries);
    }
  }
}

export type AppliedMigration = { readonly name: string; readonly hash: string };

/**
 * Lays the tables of these migrations into an empty database, without a trigger, and lets `fill` put rows into them, all in
 * one transaction: whole or not at all. `migrate` brings it to the newest schema afterwards. Refuses where a table is there.
 */
export async function layTables(url: string, names: readonly string[], fill: (client: Client) => Promise<void>): Promise<void> {
  await asOwner(url, {}, (client) => whole(client, async () => {
    const { rows: there } = await client.query("select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')");
    if (there.length > 0) throw new Error('The database is not empty, and a restore goes into an empty place alone: set DATA_DIR or DATABASE_URL to another.');
    await client.query(history);
    for (const name of names) await client.query(read(`migrations/${name}`));
    await fill(client);
  }));
}

const history = 'create table if not exists applied_migration (name text primary key, hash text not null, at timestamptz not null default now())';

// Of two who wait for each other whoever looks first gives way. Only a superuser may say when he looks; elsewhere it is left to chance.
const looksAfter = (milliseconds: number): string =>
  `do $$ begin perform set_config('deadlock_timeout', '${milliseconds}ms', false); exception when insufficient_privilege then null; end $$`;

// Postgres would go on with the long statement of a start that was killed, and keep the lock that the next one waits for. Where its system cannot look, it does so.
const hearsOfItsEnd = "do $$ begin perform set_config('client_connection_check_interval', '1s', false); exception when others then null; end $$";

/** Connects, keeps every other start out, and becomes the owner. */
async function asOwner(url: string, { log = () => {}, tellAfter }: Waits, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'povelja migrate' });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  try {
    // Whoever comes second waits for the first as long as it lives, since its migration may take its time; whatever limits its own server, or account, has.
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await refuseOlder(client);
    await client.query(hearsOfItsEnd);
    const isAtIt = 'Another start, or a restore, is bringing this database to its schema: waiting until it is done.';
    await saidWait(() => client.query('select pg_advisory_lock($1)', [lockKey]), isAtIt, { log, after: tellAfter });
    await client.query("set lock_timeout = '10s'");
    await client.query(looksAfter(20));
    await client.query(read('roles.sql'));
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('set role povelja_owner');
    await work(client);
  } finally {
    await client.end();
  }
}

/** What the ledger and the search are written in came with Postgres 17; an older one would stop at some word of them. */
async function refuseOlder(client: Client): Promise<void> {
  const { rows: [told] } = await client.query<{ number: number; version: string }>("select current_setting('server_version_num')::int as number, current_setting('server_version') as version");
  if (told && told.number < 170_000) throw new Error(`Povelja needs Postgres 17 or newer; the one that DATABASE_URL names is ${told.version}.`);
}

/** The numbered migrations that are not applied yet. */
async function pending(client: Client): Promise<string[]> {
  const { rows: applied } = await client.query<AppliedMigration>('select name, hash from applied_migration order by name');
  return migrationsAfter(applied);
}

/** The migrations that follow on these. Throws where these are not the beginning of those that the code has. */
export function migrationsAfter(applied: readonly AppliedMigration[]): string[] {
  const files = readdirSync(new URL('migrations/', here)).filter((name) => name.endsWith('.sql')).toSorted();
  applied.forEach(({ name, hash }, at) => {
    if (files[at] !== name) throw new Error(`Migration ${name} is applied, but the code has ${files[at] ?? 'none'} in its place.`);
    if (hash !== hashOf(name)) throw new Error(`Migration ${name} was edited after it was applied.`);
  });
  return files.slice(applied.length);
}

async function apply(client: Client, name: string): Promise<void> {
  await client.query(read(`migrations/${name}`));
  await client.query('insert into applied_migration (name, hash) values ($1, $2)', [name, hashOf(name)]);
}

// The first failure throws, and the end of the connection rolls back.
async function whole(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

function hashOfLaid(): string {
  return createHash('sha256').update(laid.map(read).join('\0')).digest('hex');
}

function hashOf(name: string): string {
  return createHash('sha256').update(read(`migrations/${name}`)).digest('hex');
}

function read(path: string): string {
  return readFileSync(new URL(path, here), 'utf8');
}
