import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { connect, disconnect } from '#db/client.ts';
import { startPostgres } from '#server/postgres.ts';
import { startSite } from '../../site.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** A built site with a database of its own into which one may reach, and the secret that seals its cookies. */
export type Ground = { readonly address: string; readonly authSecret: string; readonly client: Client; said(): string; stopDatabase(): Promise<void>; close(): Promise<void> };

/** Opens one; the office's own verbs speak to its database meanwhile. */
export async function openGround(extra: Record<string, string> = {}): Promise<Ground> {
  const ground = temporaryFolder();
  const authSecret = randomBytes(32).toString('base64');
  const postgres = await startPostgres({ dataDir: ground.folder, durability: 'throwaway' });
  const site = await startSite(path.join(ground.folder, `data-${randomUUID().slice(0, 8)}`), { DATABASE_URL: postgres.url, AUTH_SECRET: authSecret, ...extra });
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => {}); // the database may be stopped under it
  await client.connect();
  connect({ url: postgres.url });
  return {
    address: site.address, authSecret, client, said: site.said, stopDatabase: postgres.stop,
    async close() {
      await disconnect();
      await client.end().catch(() => {});
      await site.stop();
      await postgres.stop();
      await ground.remove();
    },
  };
}
