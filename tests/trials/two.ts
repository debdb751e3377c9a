import path from 'node:path';
import { buildWhereStale } from '#server/build.ts';
import { readConfig } from '#server/config.ts';
import { startPostgres, type RunningPostgres } from '#server/postgres.ts';
import { keepSecrets } from '#server/secrets.ts';
import { startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openRoundRobin, type RoundRobin } from './round-robin.ts';
import { freePort } from './town.ts';

/** Two instances of the built site on one durable database, and what stands before them. */
export type Two = {
  readonly front: RoundRobin;
  /** Where each instance itself listens. */
  readonly own: readonly [string, string];
  readonly postgres: RunningPostgres;
  site(which: 0 | 1): Site;
  start(which: 0 | 1): Promise<void>;
  leave(): Promise<void>;
};

export async function openTwo(extra: Record<string, string> = {}): Promise<Two> {
  // Both are started at once, from one folder.
  await buildWhereStale(keepSecrets(readConfig({}).dataDir, {}).actionsKey, console.error);
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const front = await openRoundRobin();
  const sites: Site[] = [];
  const first = await freePort();
  const ports = [first, await freePort(first + 1)];
  const start = async (which: 0 | 1) => {
    // They share the secrets, as two machines with the same settings would.
    sites[which] = await startSite(path.join(folder, 'data'), { DATABASE_URL: postgres.url, PORT: String(ports[which]), PUBLIC_URL: front.address, TRUSTED_PROXY: '127.0.0.1', SEED: 'office', ...extra });
  };
  const site = (which: 0 | 1): Site => {
    const found = sites[which];
    if (!found) throw new Error('The instance was not started.');
    return found;
  };
  await Promise.all([start(0), start(1)]);
  const own = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const;
  await front.lead(own);
  return {
    front, own, postgres, site, start,
    async leave() {
      await front.close();
      await Promise.all(sites.map((one) => one.stop()));
      await postgres.stop();
      await remove();
    },
  };
}
