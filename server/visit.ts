import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';
import { startPostgres, urlOf } from './postgres.ts';
import { holderOf } from './postgres/claim.ts';
import { placeNamedIn } from './postgres/home.ts';
import { orphanIn } from './postgres/lock.ts';

/** A database as an errand finds it; `ownerUrl` for what only its owner may do. `leave` stops it where the errand had to start it. */
export type Visit = { url: string; ownerUrl: string; leave(): Promise<void> };

/**
 * Goes to the database that DATABASE_URL names, to the embedded one that a running Povelja keeps, or brings that one up for
 * the length of the errand. Throws where there is none.
 */
export async function visitDatabase(config: Config, log: (line: string) => void): Promise<Visit> {
  if (!config.database && !existsSync(path.join(homeIn(config.dataDir), 'cluster'))) {
    throw new Error(`There is no database in ${config.dataDir}. Set DATA_DIR or DATABASE_URL to where it is.`);
  }
  return visitOrMake(config, log);
}

/** The same; an embedded database that is not there yet is made. */
export async function visitOrMake({ database, dataDir }: Config, log: (line: string) => void): Promise<Visit> {
  if (database) return { url: database.url, ownerUrl: database.migrationUrl, leave: async () => {} };
  const home = homeIn(dataDir);
  const kept = holderOf(path.join(home, 'claim.json')) === undefined ? undefined : orphanIn(home);
  if (kept) {
    const url = urlOf(home, kept.port, 'povelja');
    return { url, ownerUrl: url, leave: async () => {} };
  }
  const postgres = await startPostgres({ dataDir, log });
  return { url: postgres.url, ownerUrl: postgres.url, leave: postgres.stop };
}

/** The folder of the embedded database, whether it is there yet or not. */
export function homeIn(dataDir: string): string {
  return placeNamedIn(dataDir) ?? path.join(dataDir, 'postgres');
}
