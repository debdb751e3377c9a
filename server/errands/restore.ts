import path from 'node:path';
import { Client } from 'pg';
import { verifyChain, type Verdict } from '#db/chain/verify.ts';
import { checkArchive } from '#server/backup/read.ts';
import { refuseUnknownSchema, restoreInto } from '#server/backup/restore.ts';
import { Unreadable } from '#server/backup/unreadable.ts';
import type { Errand } from '#server/errand.ts';
import { ledgerKeyIn } from '#server/secrets.ts';
import { visitOrMake } from '#server/visit.ts';

/**
 * `restore ARCHIVE [--unproven]`: into an empty place alone. The archive is read to its end and checked before anything is
 * made. Without the ledger's key it is refused, unless `--unproven` says that the seals need not be proven.
 */
export const restore: Errand = async (config, words, say) => {
  const [archive] = words.filter((word) => !word.startsWith('--'));
  if (archive === undefined) throw new Error('Name the archive: npm run restore -- /mnt/backups/povelja-20260301T101500Z.tar.gz');
  const file = path.resolve(archive);
  const ledgerKey = ledgerKeyIn(config.dataDir, config.secrets);
  if (ledgerKey === undefined && !words.includes('--unproven')) {
    throw new Error(`The key of the ledger is neither in LEDGER_KEY nor in ${config.dataDir}/secrets. Put the secrets of the old installation there first; only where they are lost say --unproven, and no seal can be proven.`);
  }
  try {
    const manifest = await checkArchive(file, config.backup.key);
    refuseUnknownSchema(manifest);
    say(`The archive of ${manifest.madeAt} is whole: ${manifest.tables.length} tables, ${manifest.tables.reduce((all, { rows }) => all + rows, 0)} rows.`);
    const visit = await visitOrMake(config, say);
    try {
      await restoreInto(visit.ownerUrl, file, config.backup.key, manifest);
      say('Every table is as the archive says. Nobody is signed in, and links that were sent no longer open.');
      if (ledgerKey === undefined) return true;
      return tell(await verdictOn(visit.url, ledgerKey, manifest.ledger.head ?? undefined), say);
    } finally {
      await visit.leave();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new Error(`The archive cannot be restored: ${error.message}. Nothing was written.`, { cause: error });
    throw error;
  }
};

function tell({ fault, sealed, tail }: Verdict, say: (line: string) => void): boolean {
  say(fault === null ? `The ledger is whole: ${sealed} changes are sealed, ${tail} wait for their seal.` : `The ledger is not whole. ${fault}`);
  return fault === null;
}

async function verdictOn(url: string, key: string, head: string | undefined): Promise<Verdict> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'povelja ledger' });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  try {
    return await verifyChain(client, key, head);
  } finally {
    await client.end();
  }
}
