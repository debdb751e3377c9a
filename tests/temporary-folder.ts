import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claim, holderOf } from '#server/postgres/claim.ts';
import { placeNamedIn } from '#server/postgres/home.ts';
import { stopOrphan } from '#server/postgres/orphan.ts';

const prefix = 'povelja-test-';
const keeper = 'keeper.json';

/** A folder that may serve as a data folder, or hold one named `data`; `remove` also ends a Postgres that was left in it. */
export function temporaryFolder(): { folder: string; remove(): Promise<void> } {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(folder, 0o711); // root's Postgres runs as another user, who has to pass through
  claim(path.join(folder, keeper));
  return { folder, remove: () => remove(folder) };
}

/** Removes what killed test runs left behind: their cluster may still run, with nobody to keep it. */
export async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(tmpdir(), name);
    // Another run may kill its own supervisor on purpose, and start it again.
    if (holderOf(path.join(folder, keeper)) !== undefined) continue;
    const abandoned = await Promise.all(dataFoldersOf(folder).map(stopOrphan));
    if (abandoned.includes(true)) await remove(folder);
  }
}

async function remove(folder: string): Promise<void> {
  for (const dataDir of dataFoldersOf(folder)) {
    await stopOrphan(dataDir);
    const place = placeNamedIn(dataDir);
    if (place) rmSync(place, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

function dataFoldersOf(folder: string): string[] {
  return [folder, path.join(folder, 'data')].filter((place) => existsSync(place));
}
