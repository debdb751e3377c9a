import { setTimeout as wait } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import type { Postmaster } from './postmaster.ts';

/** Asks until the database answers a query, its postmaster ends, or the patience (milliseconds) does. */
export async function answersWithin(url: string, patience: number, postmaster: Postmaster): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline && !postmaster.hasEnded()) {
    if (await answers(url)) return true;
    await wait(50);
  }
  return false;
}

/** Creates a database of this name where there is none. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const client = await connected(url);
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  let client: Client | undefined;
  try {
    client = await connected(url, 3_000);
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    client?.connection.stream.destroy(); // not `end`, which waits for one that may be mute
  }
}

async function connected(url: string, patience?: number): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: patience });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  return client;
}
