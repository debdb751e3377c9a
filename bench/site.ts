import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { buildWhereStale } from '#server/build.ts';
import type { Closing } from '#server/closing.ts';
import { readConfig } from '#server/config.ts';
import { startPostgres } from '#server/postgres.ts';
import { keepSecrets } from '#server/secrets.ts';
import { startSite } from '../tests/site.ts';
import { sweep, temporaryFolder } from '../tests/temporary-folder.ts';
import { lookInside, type Inside } from './inside-view.ts';

/** The built site under measurement, on a port and a durable database of its own. */
export type MeasuredSite = {
  address: string;
  databaseUrl: string;
  look(how: 'as it is' | 'collected'): Promise<Inside>;
  /** Makes every document in memory old, as a public change would, and waits until the site has heard it. */
  stepEpoch(): Promise<void>;
};

/**
 * Brings up what `npm start` would: the build of this checkout, a durable Postgres, the office's records, and what `lay` puts beside
 * them before the site begins. A folder named by BENCH_DATA_DIR is kept and used again.
 */
export async function bringUpSite(closing: Closing, lay?: (databaseUrl: string) => Promise<void>): Promise<MeasuredSite> {
  await sweep();
  const { folder, remove } = keptFolder() ?? temporaryFolder();
  closing.add('The folder of the bench', remove);
  await buildWhereStale(keepSecrets(readConfig({}).dataDir, {}).actionsKey, console.error);
  const postgres = await startPostgres({ dataDir: folder });
  closing.add('The database of the bench', postgres.stop);
  const socket = path.join(folder, 'inside');
  const preload = pathToFileURL(path.join(import.meta.dirname, 'inside.ts')).href;
  if (lay) {
    // The office's records and its first person come with the first start.
    await (await startSite(path.join(folder, 'data'), { DATABASE_URL: postgres.url })).stop();
    await lay(postgres.url);
  }
  const site = await startSite(path.join(folder, 'data'), {
    DATABASE_URL: postgres.url,
    NODE_OPTIONS: `--import=${preload}`,
    POVELJA_BENCH_SOCKET: socket,
  });
  closing.add('The site of the bench', async () => void (await site.stop()));
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  closing.add('The line to the database', () => owner.end());
  return {
    address: site.address,
    databaseUrl: postgres.url,
    look: (how) => lookInside(socket, how),
    async stepEpoch() {
      const { changes } = await lookInside(socket, 'as it is');
      await owner.query('notify povelja_public');
      for (let tries = 0; (await lookInside(socket, 'as it is')).changes === changes; tries += 1) {
        if (tries > 1_000) throw new Error('The site does not hear of changes.');
        await wait(2);
      }
    },
  };
}

function keptFolder(): { folder: string; remove: () => Promise<void> } | undefined {
  const folder = process.env.BENCH_DATA_DIR;
  return folder ? { folder, remove: async () => {} } : undefined;
}
