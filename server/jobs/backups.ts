import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '#db/away.ts';
import { plainFault } from '#db/plain-fault.ts';
import { noteBackup, noteBackupsDue, noteNoBackup, watchBackups, type BackupFault } from '#office/audit/backups.ts';
import { halves, madeSoFar, onOneDisk, openFolder, outlived, scheduledName } from '#server/backup/archives.ts';
import { makeBackup } from '#server/backup/make.ts';
import { whyUnmade } from '#server/backup/unmade.ts';
import type { Backup } from '#server/config.ts';
import type { Job } from './clock.ts';

type Schedule = { url: string; backup: Backup; beside?: string | undefined; log: (line: string) => void; now?: () => Date; look?: number; tell?: Telling };
/** Who hears how it went: the register itself, which tells its administrators. */
type Telling = { due(everyHours: number): Promise<void>; made(everyHours: number): Promise<void>; failed(why: BackupFault): Promise<void>; watched(): Promise<void> };
const administrators: Telling = { due: noteBackupsDue, made: noteBackup, failed: noteNoBackup, watched: watchBackups };

/**
 * Makes a backup whenever the newest of its own in the folder is older than asked, and then removes those that need not be kept; what was
 * made by hand or by another installation stays. Makes none where no hours are set. A failure is one line in the log and stands on the desk of administrators, and a later
 * look tries again. Beside it, also where this instance makes none, it is watched whether any is made at all: one may hang for ever. `look` is the time between two looks in milliseconds; `beside` is the folder of the embedded database, on whose disk archives should not lie.
 */
export function startBackups({ url, backup, beside, log, now = () => new Date(), look = 60_000, tell = administrators }: Schedule): Job {
  const { everyHours, folder } = backup;
  const closing = new AbortController();
  let warned = false;
  const warn = (): void => {
    const near = beside !== undefined && onOneDisk(folder, beside);
    if (near && !warned) log(`The backups in ${folder} lie on the disk of the database: one broken disk takes both. Set BACKUP_DIR to a folder on another, and see that it is mounted.`);
    warned = near;
  };
  const told = async (telling: Promise<void>): Promise<void> => {
    await telling.catch((error: unknown) => {
      // A database that is away is no news, and that the backup waits for it stands in the log.
      if (!isDatabaseAway(error)) log(`Nobody could be told how the backup went: ${plainFault(error)}`);
    });
  };
  const tidy = (): void => {
    try {
      for (const { file } of outlived(madeSoFar(backup, now()), backup)) rmSync(file, { force: true });
      for (const half of halves(backup)) rmSync(half, { force: true });
    } catch (error) {
      log(`Old backups could not be removed: ${plainFault(error)}`);
    }
  };
  const turn = async (hours: number): Promise<number> => {
    const newest = madeSoFar(backup, now()).at(-1);
    if (newest && now().getTime() - newest.madeAt < hours * 3_600_000) return look;
    try {
      openFolder(backup);
      warn();
      const madeAt = now();
      const made = await makeBackup({ url, file: path.join(folder, scheduledName(backup, madeAt)), key: backup.key, madeAt, signal: closing.signal });
      log(`Backup: ${made.file}, ${(made.bytes / 1_048_576).toFixed(1)} MB; head of the ledger ${made.manifest.ledger.head ?? 'none'}.`);
    } catch (error) {
      if (closing.signal.aborted) return look;
      log(`No backup could be made: ${plainFault(error)}`);
      await told(tell.failed(whyUnmade(error)));
      return look * 10;
    }
    await told(tell.made(hours));
    tidy();
    return look;
  };
  const rest = (milliseconds: number) => wait(milliseconds, undefined, { signal: closing.signal }).catch(() => {});
  const run = async (hours: number): Promise<void> => {
    await told(tell.due(hours));
    while (!closing.signal.aborted) await rest(await turn(hours));
  };
  const watch = async (): Promise<void> => {
    for (await rest(look * 10); !closing.signal.aborted; await rest(look * 10)) await told(tell.watched());
  };
  const underway = Promise.all([everyHours === undefined ? undefined : run(everyHours), watch()]);
  return {
    async close() {
      closing.abort();
      await underway;
    },
  };
}
