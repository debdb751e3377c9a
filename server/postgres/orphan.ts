import { existsSync } from 'node:fs';
import path from 'node:path';
import { holderOf } from './claim.ts';
import { orphanIn, shutDown, watch } from './postmaster.ts';

/** Stops the Postgres of a data folder whose supervisor has died. Answers false where one still keeps it. */
export async function stopOrphan(dataDir: string): Promise<boolean> {
  const home = path.join(dataDir, 'postgres');
  const claimFile = path.join(home, 'claim.json');
  if (!existsSync(claimFile) || holderOf(claimFile) !== undefined) return false;
  const orphan = orphanIn(home);
  if (orphan) await shutDown(watch(orphan.pid));
  return true;
}
