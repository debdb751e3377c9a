import { sql } from 'drizzle-orm';
import { admit } from '#db/admit.ts';
import { brokeWithin } from '#db/away.ts';
import { connect, disconnect, reader } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import type { Config } from './config.ts';
import { startPostgres } from './postgres.ts';

/** The database with its newest schema, to which the office's clients are connected; `shaken` where it answers again but broke off a moment ago. */
export type OpenDatabase = { url: string; ready(): Promise<boolean>; shaken(): boolean; close(): Promise<void> };

/** Brings up the embedded database, or goes to the one that DATABASE_URL names, and migrates it. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const embedded = config.database ? undefined : await startPostgres({ dataDir: config.dataDir, log });
  const url = config.database?.url ?? embedded?.url ?? '';
  const close = async () => {
    await disconnect();
    await embedded?.stop();
  };
  // The way that every page takes: through the pool of readers, as their role.
  const answers = async () => (await reader().execute(sql`select 1`)).rows.length === 1;
  try {
    await migrate(config.database?.migrationUrl ?? url, { log });
    if (config.database) await admit(config.database.migrationUrl, url);
    connect({ url });
  } catch (error) {
    await close();
    throw error;
  }
  return { url, ready: answers, shaken: () => brokeWithin(3_000), close };
}
