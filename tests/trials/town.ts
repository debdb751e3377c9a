import path from 'node:path';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { isFree } from '#server/postgres/port.ts';
import { placeNamedIn } from '#server/postgres/home.ts';
import { urlOf } from '#server/postgres.ts';
import { Reader } from '../app/plain-http.ts';
import { admin, startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A built site on its own embedded, durable database, at an address that stays while it is killed and started again. */
export type Town = {
  readonly address: string;
  readonly dataDir: string;
  /** Starts the site by the command of `npm start`; answers in how many milliseconds it was ready. */
  start(): Promise<number>;
  /** Kills the app at once, and its database too where asked. */
  kill(what: 'app' | 'app and database'): Promise<void>;
  site(): Site;
  /** Somebody who is signed in and may do everything. */
  ana(): Promise<Reader>;
  ask<T extends object>(question: string, values?: readonly unknown[]): Promise<T[]>;
  databaseUrl(): string;
  leave(): Promise<void>;
};

export async function openTown(extra: Record<string, string> = {}, { folder, remove } = temporaryFolder()): Promise<Town> {
  const dataDir = path.join(folder, 'data');
  const port = await freePort();
  let site: Site | undefined;
  const opened = (): Site => {
    if (!site) throw new Error('The site is not up.');
    return site;
  };
  const home = () => placeNamedIn(dataDir) ?? path.join(dataDir, 'postgres');
  const postmaster = () => readFileSync(path.join(home(), 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  const databaseUrl = () => urlOf(home(), Number(postmaster()[3]), 'povelja');
  const start = async (): Promise<number> => {
    const began = performance.now();
    site = await startSite(dataDir, { PORT: String(port), ...extra }, ['server/start.mjs', 'start']);
    return performance.now() - began;
  };
  await start();
  return {
    address: `http://127.0.0.1:${port}`, dataDir, start, site: opened, databaseUrl,
    async kill(what) {
      const { process: child } = opened();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      const database = Number(postmaster()[0]);
      process.kill(-(child.pid ?? 0), 'SIGKILL'); // the command and the app that it started; Postgres is a session of its own
      if (what === 'app and database') process.kill(database, 'SIGKILL');
      await gone;
    },
    async ana() {
      const reader = new Reader(`http://127.0.0.1:${port}`);
      const { status } = await reader.signIn(admin);
      if (status !== 303) throw new Error(`Signing in was answered with ${status}.`);
      return reader;
    },
    async ask<T extends object>(question: string, values: readonly unknown[] = []) {
      const client = new Client({ connectionString: databaseUrl() });
      await client.connect();
      try {
        return (await client.query<T>(question, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    async leave() {
      await site?.stop();
      await remove();
    },
  };
}

export async function freePort(from = 33_000 + (process.pid % 900)): Promise<number> {
  for (let port = from; ; port += 1) if (await isFree(port)) return port;
}
