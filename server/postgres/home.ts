import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { mayReach, stateDir } from './binaries.ts';

const note = 'postgres-place.txt';

/**
 * The folder that holds the cluster, its password, port and log: `postgres` under the data folder. Where the account
 * that runs Postgres may not look in there, a folder of its own under the system's state directory, which a note in the
 * data folder names: the note, not the path, ties the two, so a checkout may be moved.
 */
export function homeOf(dataDir: string, account: Account | undefined): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const near = path.join(dataDir, 'postgres');
  const named = placeNamedIn(dataDir);
  if (named) return kept(named, dataDir);
  if (!account) return made(near);
  if (mayReach(account, dataDir)) return made(near);
  if (existsSync(path.join(near, 'cluster'))) {
    throw new Error(`The account that runs Postgres (number ${account.uid}) may not look into ${dataDir}, where the database lies. Let it pass through the folders above (chmod o+x).`);
  }
  const far = freePlace(dataDir);
  writeFileSync(path.join(dataDir, note), `${far}\n`, { mode: 0o644 });
  return made(far);
}

/** The place under the system's state directory that the note in a data folder names. */
export function placeNamedIn(dataDir: string): string | undefined {
  const file = path.join(dataDir, note);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

// Whoever gave the data folder to an account of its own, after a start as root, must not find an empty register beside the full one.
function kept(named: string, dataDir: string): string {
  const owner = statSync(named, { throwIfNoEntry: false })?.uid;
  const me = process.getuid?.();
  if (me !== 0 && owner !== undefined && owner !== me) throw new Error(`The database of ${dataDir} lies in ${named} since a start as root. Give that folder to this account (chown -R), or start as root.`);
  return made(named);
}

function made(home: string): string {
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  return home;
}

// An older database of the same path, whose data folder was removed, is left where it is.
function freePlace(dataDir: string): string {
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
  let place = path.join(stateDir, name);
  for (let round = 2; existsSync(place); round += 1) place = path.join(stateDir, `${name}-${round}`);
  return place;
}
