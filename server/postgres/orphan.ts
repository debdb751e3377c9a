import { existsSync } from 'node:fs';
import path from 'node:path';
import { holderOf } from './claim.ts';
import { placeNamedIn } from './home.ts';
import { orphanIn } from './lock.ts';
import { shutDown, watch } from './postmaster.ts';
import { removeSocketDir } from './socket.ts';

/** Stops the Postgres of a data folder whose supervisor has died. Answers false where one still keeps it. */
export async function stopOrphan(dataDir: string): Promise<boolean> {
  const home = placeNamedIn(dataDir) ?? path.join(dataDir, 'postgres');
  const claimFile = path.join(home, 'claim.json');
  if (!existsSync(claimFile) || holderOf(claimFile) !== undefined) return false;
  const orphan = orphanIn(home);
  if (orphan) {
    await shutDown(watch(orphan.pid));
    removeSocketDir(orphan.socketDir);
  }
  return true;
}
