import { connect, disconnect } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import type { Config } from './config.ts';
import { startPostgres } from './postgres.ts';

/** The database with its newest schema, to which the office's clients are connected. */
export type OpenDatabase = { url: string; close(): Promise<void> };

/** Brings up the embedded database, or goes to the one that DATABASE_URL names, and migrates it. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const embedded = config.database ? undefined : await startPostgres({ dataDir: config.dataDir, log });
  const url = config.database?.url ?? embedded?.url ?? '';
  const close = async () => {
    await disconnect();
    await embedded?.stop();
  };
  try {
    await migrate(config.database?.migrationUrl ?? url);
    connect({ url });
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}
