import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import postgres from 'postgres';

const here = new URL('./', import.meta.url);
const lockKey = 7_306_652;

/**
 * Brings the database at `url` to the newest schema and lays the roles and the ledger over it.
 * Numbered migrations are applied once, in strict order, each in its own transaction; one that was
 * edited after it was applied, or stands before an applied one, is refused aloud. The address must be
 * allowed to create roles, or the three roles must exist and be granted to it.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'povelja migrate', lock_timeout: 10_000 } });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await sql.unsafe(read('roles.sql'));
    await sql.unsafe('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await sql`set role povelja_owner`;
    await sql`create table if not exists applied_migration (name text primary key, hash text not null, at timestamptz not null default now())`;
    for (const name of await pending(sql)) await apply(sql, name);
    await sql.begin(async (tx) => {
      await tx.unsafe(read('ledger.sql'));
      await tx.unsafe(read('search.sql'));
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The numbered migrations that are not applied yet. Throws where the applied ones are not their beginning. */
async function pending(sql: postgres.Sql): Promise<string[]> {
  const applied = await sql<{ name: string; hash: string }[]>`select name, hash from applied_migration order by name`;
  const files = readdirSync(new URL('migrations/', here)).filter((name) => name.endsWith('.sql')).toSorted();
  applied.forEach(({ name, hash }, at) => {
    if (files[at] !== name) throw new Error(`Migration ${name} is applied, but the code has ${files[at] ?? 'none'} in its place.`);
    if (hash !== hashOf(name)) throw new Error(`Migration ${name} was edited after it was applied.`);
  });
  return files.slice(applied.length);
}

async function apply(sql: postgres.Sql, name: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(read(`migrations/${name}`));
    await tx`insert into applied_migration (name, hash) values (${name}, ${hashOf(name)})`;
  });
}

function hashOf(name: string): string {
  return createHash('sha256').update(read(`migrations/${name}`)).digest('hex');
}

function read(path: string): string {
  return readFileSync(new URL(path, here), 'utf8');
}
