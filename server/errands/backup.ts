import path from 'node:path';
import { connect, disconnect } from '#db/client.ts';
import { plainFault } from '#db/plain-fault.ts';
import { noteBackupByHand } from '#office/audit/backups.ts';
import { isFolder, nameByHand, openFolder } from '#server/backup/archives.ts';
import { makeBackup } from '#server/backup/make.ts';
import type { Backup } from '#server/config.ts';
import type { Errand } from '#server/errand.ts';
import { visitDatabase } from '#server/visit.ts';

/** `backup [folder or file]`: one archive of the register, also while it is in use, which no job removes. Its name goes to standard output. */
export const backUp: Errand = async (config, [target], say) => {
  const madeAt = new Date();
  const file = fileFor(config.backup, target, madeAt);
  const visit = await visitDatabase(config, say);
  try {
    const made = await makeBackup({ url: visit.ownerUrl, file, key: config.backup.key, madeAt });
    const { ledger, tables } = made.manifest;
    say(`${tables.length} tables, ${tables.reduce((all, { rows }) => all + rows, 0)} rows, ${(made.bytes / 1_048_576).toFixed(1)} MB${config.backup.key ? ', encrypted' : ''}.`);
    say(`Head of the ledger: ${ledger.head ?? 'none'} (${ledger.unsealed} changes not sealed yet).`);
    process.stdout.write(`${made.file}\n`);
    await tellRegister(visit.url, config.backup.everyHours, say);
    return true;
  } finally {
    await visit.leave();
  }
};

/** The desk of administrators tells of backups that fail until one succeeds, and this one did; of a clock that hangs it tells on. */
async function tellRegister(url: string, everyHours: number | undefined, say: (line: string) => void): Promise<void> {
  connect({ url });
  await noteBackupByHand(everyHours).catch((error: unknown) => say(`The register could not be told of it: ${plainFault(error)}`));
  await disconnect();
}

/** Makes no folder that was named, so that a disk that is not mounted is told. */
function fileFor(backup: Backup, target: string | undefined, madeAt: Date): string {
  const name = nameByHand(backup, madeAt);
  if (target === undefined) {
    openFolder(backup);
    return path.join(backup.folder, name);
  }
  const place = path.resolve(target);
  const asFolder = isFolder(place) || /[/\\]$/.test(target);
  const folder = asFolder ? place : path.dirname(place);
  if (!isFolder(folder)) throw new Error(`There is no folder ${folder}. Is its disk mounted?`);
  return asFolder ? path.join(folder, name) : place;
}
