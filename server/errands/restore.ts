import path from 'node:path';
import { Client } from 'pg';
import { admit } from '#db/admit.ts';
import { inLines, isWhole, proveAll } from '#db/chain/prove.ts';
import { plainFault } from '#db/plain-fault.ts';
import type { Manifest } from '#server/backup/manifest.ts';
import { checkArchive } from '#server/backup/read.ts';
import { refuseUnknownSchema, restoreInto } from '#server/backup/restore.ts';
import { Unreadable } from '#server/backup/unreadable.ts';
import type { Errand } from '#server/errand.ts';
import { keepHead, keptText } from '#server/kept-head.ts';
import { ledgerKeyIn } from '#server/secrets.ts';
import { visitOrMake } from '#server/visit.ts';

/**
 * `restore ARCHIVE [--unproven]`: into an empty place alone. The archive is read to its end and checked before anything is
 * made. Without the ledger's key it is refused, unless `--unproven` says that the seals need not be proven. `restore --check ARCHIVE` only
 * reads and checks it.
 */
export const restore: Errand = async (config, words, say) => {
  const [archive] = words.filter((word) => !word.startsWith('--'));
  if (archive === undefined) throw new Error('Name the archive: npm run restore -- /mnt/backups/povelja-povelja.example-20260301T101500Z.tar.gz');
  const file = path.resolve(archive);
  if (words.includes('--check')) return checkOnly(file, config.backup.key, say);
  const ledgerKey = ledgerKeyIn(config.dataDir, config.secrets);
  if (ledgerKey === undefined && !words.includes('--unproven')) {
    throw new Error(`The key of the ledger is neither in LEDGER_KEY nor in ${config.dataDir}/secrets. Put the secrets of the old installation there first; only where they are lost say --unproven, and no seal can be proven.`);
  }
  try {
    const manifest = await checkArchive(file, config.backup.key);
    refuseUnknownSchema(manifest);
    say(whole(manifest));
    const visit = await visitOrMake(config, say);
    try {
      // What was entered after the backup is gone for good. Whoever breaks off from here on leaves a head that the sealing finds.
      const before = keptText(config.dataDir);
      await restoreInto(visit.ownerUrl, file, config.backup.key, manifest, () => keepHead(config.dataDir, manifest.ledger.head));
      await admit(visit.ownerUrl, visit.url);
      say('Every table is as the archive says. Nobody is signed in, and links that were sent no longer open.');
      say(`People, roles, passwords and second factors are as of ${manifest.madeAt}, and so is what the public sees. Before others come in, look at People: deactivate and erase again whoever has left since, take roles away again; withdraw again what was withdrawn.`);
      const isWell = await prove({ url: visit.url, key: ledgerKey, head: manifest.ledger.head }, say);
      if (!isWell) await keepHead(config.dataDir, before);
      return isWell;
    } finally {
      await visit.leave();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new Error(`The archive cannot be restored: ${plainFault(error)}. Nothing was written.`, { cause: error });
    throw error;
  }
};

/** The head of the ledger goes to standard output, as `ledger:verify` takes it. */
async function checkOnly(file: string, key: string | undefined, say: (line: string) => void): Promise<boolean> {
  try {
    const manifest = await checkArchive(file, key);
    refuseUnknownSchema(manifest);
    say(`${whole(manifest)} Made by version ${manifest.version}; ${manifest.ledger.unsealed} changes were not sealed yet. Head of the ledger:`);
    process.stdout.write(`${manifest.ledger.head ?? 'none'}\n`);
    return true;
  } catch (error) {
    if (error instanceof Unreadable) throw new Error(`The archive cannot be used: ${plainFault(error)}.`, { cause: error });
    throw error;
  }
}

function whole({ madeAt, tables }: Manifest): string {
  return `The archive of ${madeAt} is whole: ${tables.length} tables, ${tables.reduce((all, { rows }) => all + rows, 0)} rows.`;
}

/** Looks at all that came back, and answers whether all is as it should be. */
async function prove({ url, key, head }: { url: string; key: string | undefined; head: string | null }, say: (line: string) => void): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'povelja ledger' });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  try {
    const proven = await proveAll(client, key, head === null ? [] : [head]);
    inLines(proven).forEach(say);
    if (!isWhole(proven)) say('Do not use what came back: compare it with another archive, and look at “ledger:verify names something” in docs/running.md.');
    return isWhole(proven);
  } finally {
    await client.end();
  }
}
