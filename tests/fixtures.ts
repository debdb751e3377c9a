import { randomBytes } from 'node:crypto';
import { after, before } from 'node:test';
import { databaseAt, startCluster, tell } from './cluster.ts';

export { asOwner } from './cluster.ts';

/** A database of the spec's own; `drop` removes it again. */
export type FreshDatabase = { url: string; drop(): Promise<void> };

/** A copy of the database with the office's records laid down. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf('povelja_template');
}

/** A copy of the migrated database without a single record. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return copyOf('povelja_empty');
}

/** A database without even the migrations. */
export function bareDatabase(): Promise<FreshDatabase> {
  return copyOf('template0');
}

/** Gives all tests of the file one database with the office's records, to which the office's own clients are connected. */
export function useFreshDatabase(): { url(): string } {
  return connected(freshDatabase);
}

/** Gives all tests of the file one migrated database without records, to which the office's own clients are connected. */
export function useEmptyDatabase(): { url(): string } {
  return connected(emptyDatabase);
}

// `npm test` names its cluster in the environment; a spec run alone starts one at its first need.
let cluster: Promise<{ url: string; stop(): Promise<void> }> | undefined;

async function clusterUrl(): Promise<string> {
  const given = process.env.POVELJA_TEST_CLUSTER;
  if (given) return given;
  cluster ??= startCluster();
  return (await cluster).url;
}

// Hooks of one level run in the order in which they were made, so this one comes before a spec drops its database.
let stopped = false;
after(async () => {
  await (await cluster)?.stop();
  stopped = cluster !== undefined;
});

async function copyOf(template: string): Promise<FreshDatabase> {
  const url = await clusterUrl();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await tell(url, `create database ${name} template ${template}`);
  return { url: databaseAt(url, name), drop: async () => { if (!stopped) await tell(url, `drop database ${name} with (force)`); } };
}

function connected(make: () => Promise<FreshDatabase>): { url(): string } {
  let database: FreshDatabase | undefined;
  before(async () => {
    database = await make();
    const { connect } = await import('#db/client.ts');
    connect({ url: database.url });
  });
  after(async () => {
    const { disconnect } = await import('#db/client.ts');
    await disconnect();
    await database?.drop();
  });
  return {
    url() {
      if (!database) throw new Error('The database exists only while a test runs.');
      return database.url;
    },
  };
}
