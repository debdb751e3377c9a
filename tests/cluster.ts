import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { startPostgres } from '#server/postgres.ts';
import { sweep, temporaryFolder } from './temporary-folder.ts';

/** The day on which the office's records are laid down in tests. Specs that depend on it name their own. */
export const today = '2026-03-01';

/** A throwaway cluster with the two databases that specs copy: one migrated and laid down, one migrated only. */
export async function startCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweep();
  const { folder, remove } = temporaryFolder();
  try {
    const cluster = await startPostgres({ dataDir: folder, durability: 'throwaway' });
    const stop = async () => {
      await cluster.stop();
      await remove();
    };
    try {
      await makeTemplates(cluster.url);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: cluster.url, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The address of another database of the same cluster. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs one statement as the cluster's owner. */
export async function tell(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Runs statements as the owner of the cluster, who stands above the ledger. */
export async function asOwner<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

async function makeTemplates(url: string): Promise<void> {
  await tell(url, 'create database povelja_empty');
  const migrate = await verb<(address: string) => Promise<void>>('db/migrate.ts', 'migrate');
  await migrate?.(databaseAt(url, 'povelja_empty'));
  await tell(url, 'create database povelja_template template povelja_empty');
  const layDown = await verb<(day: string) => Promise<void>>('office/seed/lay-down.ts', 'layDown');
  const connect = await verb<(to: { url: string }) => void>('db/client.ts', 'connect');
  const disconnect = await verb<() => Promise<void>>('db/client.ts', 'disconnect');
  if (!layDown || !connect || !disconnect) return;
  connect({ url: databaseAt(url, 'povelja_template') });
  try {
    await layDown(today);
  } finally {
    await disconnect();
  }
}

async function verb<T>(file: string, name: string): Promise<T | undefined> {
  const whole = path.resolve(import.meta.dirname, '..', file);
  if (!existsSync(whole)) return undefined;
  const verbs = (await import(pathToFileURL(whole).href)) as Record<string, T>;
  return verbs[name];
}
