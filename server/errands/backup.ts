import { statSync } from 'node:fs';
import path from 'node:path';
import { makeBackup } from '#server/backup/make.ts';
import type { Errand } from '#server/errand.ts';
import { visitDatabase } from '#server/visit.ts';

/** `backup [folder or file]`: one archive of the register, also while it is in use. Its name goes to standard output. */
export const backUp: Errand = async (config, [target], say) => {
  const visit = await visitDatabase(config, say);
  try {
    const place = target === undefined ? undefined : path.resolve(target);
    const isFolder = place === undefined || statSync(place, { throwIfNoEntry: false })?.isDirectory() === true || /[/\\]$/.test(target ?? '');
    const made = await makeBackup({
      url: visit.ownerUrl, folder: isFolder ? place ?? config.backup.folder : path.dirname(place), file: isFolder ? undefined : place, key: config.backup.key, madeAt: new Date(),
    });
    const { ledger, tables } = made.manifest;
    say(`${tables.length} tables, ${tables.reduce((all, { rows }) => all + rows, 0)} rows, ${(made.bytes / 1_048_576).toFixed(1)} MB${config.backup.key ? ', encrypted' : ''}.`);
    say(`Head of the ledger: ${ledger.head ?? 'none'} (${ledger.unsealed} changes not sealed yet).`);
    process.stdout.write(`${made.file}\n`);
    return true;
  } finally {
    await visit.leave();
  }
};
