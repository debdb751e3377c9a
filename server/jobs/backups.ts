import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeBackup } from '#server/backup/make.ts';
import type { Backup } from '#server/config.ts';
import type { Job } from './clock.ts';

type Schedule = { url: string; backup: Backup; log: (line: string) => void; now?: () => Date; look?: number };

/**
 * Makes a backup whenever the newest in the folder is older than asked, and then removes the oldest above the number to be
 * kept. Does nothing where no hours are set. A failure is one line in the log, and the next look tries again. `look` is the time
 * between two looks in milliseconds.
 */
export function startBackups({ url, backup, log, now = () => new Date(), look = 60_000 }: Schedule): Job {
  const { everyHours } = backup;
  const closing = new AbortController();
  const turn = async (hours: number): Promise<number> => {
    const newest = madeSoFar(backup, now()).at(-1);
    if (newest && now().getTime() - newest.madeAt < hours * 3_600_000) return look;
    try {
      const made = await makeBackup({ url, folder: backup.folder, key: backup.key, madeAt: now(), signal: closing.signal });
      log(`Backup: ${made.file}, ${(made.bytes / 1_048_576).toFixed(1)} MB; head of the ledger ${made.manifest.ledger.head ?? 'none'}.`);
      clearOut(backup, now());
      return look;
    } catch (error) {
      if (!closing.signal.aborted) log(`No backup could be made: ${error instanceof Error ? error.message : String(error)}`);
      return look * 10;
    }
  };
  const run = async (hours: number): Promise<void> => {
    while (!closing.signal.aborted) await wait(await turn(hours), undefined, { signal: closing.signal }).catch(() => {});
  };
  const underway = everyHours === undefined ? Promise.resolve() : run(everyHours);
  return {
    async close() {
      closing.abort();
      await underway;
    },
  };
}

type Archive = { file: string; madeAt: number };

/** The archives that bear a name as `npm run backup` gives it, the oldest first; what else lies there is not ours. */
function archivesIn(folder: string): Archive[] {
  return namesIn(folder).flatMap((name) => {
    const [, day, time] = /^povelja-(\d{8})T(\d{6})Z\.tar\.gz(?:\.enc)?$/.exec(name) ?? [];
    if (!day || !time) return [];
    const at = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`;
    return [{ file: path.join(folder, name), madeAt: Date.parse(at) }];
  }).toSorted((a, b) => a.madeAt - b.madeAt);
}

/** Those that bear a later hour than it is were made while the clock was wrong: they neither stand in for new ones nor push them out. */
function madeSoFar({ folder }: Backup, now: Date): Archive[] {
  return archivesIn(folder).filter(({ madeAt }) => madeAt < now.getTime() + 60_000);
}

/** Also what a killed backup left half written, a day later. */
function clearOut(backup: Backup, now: Date): void {
  const { folder, keep } = backup;
  for (const { file } of madeSoFar(backup, now).slice(0, -keep)) rmSync(file, { force: true });
  for (const name of namesIn(folder)) {
    const half = path.join(folder, name);
    if (/^povelja-.*\.part$/.test(name) && Date.now() - statSync(half).mtimeMs > 86_400_000) rmSync(half, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
