import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { Client } from 'pg';

const here = new URL('./', import.meta.url);
const lockKey = 7_306_652;

/**
 * Brings the database at `url` to the newest schema and lays the roles and the ledger over it.
 * Numbered migrations are applied once, in strict order, each in its own transaction; one that was
 * edited after it was applied, or stands before an applied one, is refused aloud. The address must be
 * allowed to create roles, or the three roles must exist and be granted to it.
 */
export async function migrate(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query(history);
    for (const name of await pending(client)) await apply(client, name);
    await whole(client, async () => {
      await client.query(read('ledger.sql'));
      for (const name of ['search.sql', 'search-entry.sql', 'search-triggers.sql', 'narrow.sql', 'chronicle.sql', 'file.sql', 'title-order.sql']) await client.query(read(name));
    });
  });
}

export type AppliedMigration = { readonly name: string; readonly hash: string };

/**
 * Lays the tables of these migrations into an empty database, without a trigger, and lets `fill` put rows into them, all in
 * one transaction: whole or not at all. `migrate` brings it to the newest schema afterwards. Refuses where a table is there.
 */
export async function layTables(url: string, names: readonly string[], fill: (client: Client) => Promise<void>): Promise<void> {
  await asOwner(url, (client) => whole(client, async () => {
    const { rows: there } = await client.query("select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')");
    if (there.length > 0) throw new Error('The database is not empty, and a restore goes into an empty place alone: set DATA_DIR or DATABASE_URL to another.');
    await client.query(history);
    for (const name of names) await client.query(read(`migrations/${name}`));
    await fill(client);
  }));
}

const history = 'create table if not exists applied_migration (name text primary key, hash text not null, at timestamptz not null default now())';

/** Connects, keeps every other start out, and becomes the owner. */
async function asOwner(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, lock_timeout: 10_000, application_name: 'povelja migrate' });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(read('roles.sql'));
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('set role povelja_owner');
    await work(client);
  } finally {
    await client.end();
  }
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
  await whole(client, async () => {
    await client.query(read(`migrations/${name}`));
    await client.query('insert into applied_migration (name, hash) values ($1, $2)', [name, hashOf(name)]);
  });
}

// The first failure throws, and the end of the connection rolls back.
async function whole(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

function hashOf(name: string): string {
  return createHash('sha256').update(read(`migrations/${name}`)).digest('hex');
}

function read(path: string): string {
  return readFileSync(new URL(path, here), 'utf8');
}
