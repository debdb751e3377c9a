import { randomBytes, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { openSealer } from '#db/chain/sealing.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { connect, disconnect } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { layDown } from '#office/seed/lay-down.ts';
import { makeBackup } from '#server/backup/make.ts';
import { checkArchive } from '#server/backup/read.ts';
import { restoreInto } from '#server/backup/restore.ts';
import { startPostgres } from '#server/postgres.ts';
import { today } from '../cluster.ts';
import { enter, key as ledgerKey, sealAll } from '../db/sealed.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asOwner } from '../fixtures.ts';
import { allRows } from './backup-ground.ts';

/** What the drill found. Times in seconds, sizes in megabytes; `peak` is the most memory that this process had; `faults` is what was promised and not kept. */
export type Drill = { changes: number; megabytes: number; seal: number; verify: number; backup: number; entered: number; archive: number; check: number; restore: number; peak: number; faults: string[] };

// What is promised for 2 GB of files, in seconds; and what no number of files may take, in megabytes.
const [backWithin, memoryWithin] = [15 * 60, 700];

/**
 * The whole drill on durable clusters of its own: a register with so many changes and files, sealed, verified, backed up under
 * four writers, its cluster destroyed, restored on another, and compared with what the backup had seen.
 */
export async function drill({ changes, megabytes }: { changes: number; megabytes: number }): Promise<Drill> {
  const [first, second] = [temporaryFolder(), temporaryFolder()];
  const faults: string[] = [];
  try {
    const old = await startPostgres({ dataDir: first.folder });
    const { before, figures, archive, secret } = await fillAndBackUp(old.url, second.folder, { changes, megabytes }, faults);
    await old.stop();
    await first.remove();
    const target = await startPostgres({ dataDir: second.folder });
    const [check, manifest] = await timed(() => checkArchive(archive, secret));
    const [restore] = await timed(() => restoreInto(target.url, archive, secret, manifest));
    const verdict = await asOwner(target.url, (client) => verifyChain(client, ledgerKey, manifest.ledger.head ?? 'none'));
    if (verdict.fault !== null) faults.push(verdict.fault);
    const after = await allRows(target.url, 'kept');
    for (const [name, rows] of Object.entries(before)) {
      const found = new Set(after[name]);
      const lost = rows.filter((row) => !found.has(row)).length;
      if (lost > 0) faults.push(`${lost} rows of ${name} are lost`);
    }
    await target.stop();
    const peak = process.resourceUsage().maxRSS / 1_024;
    if (check + restore > backWithin) faults.push(`back only after ${Math.round(check + restore)} s`);
    if (peak > memoryWithin) faults.push(`it took ${Math.round(peak)} MB of memory`);
    return { ...figures, changes, megabytes, check, restore, peak, faults };
  } finally {
    await first.remove();
    await second.remove();
  }
}

async function fillAndBackUp(url: string, away: string, { changes, megabytes }: { changes: number; megabytes: number }, faults: string[]) {
  await migrate(url);
  connect({ url });
  await layDown(today);
  await disconnect();
  await asOwner(url, (client) => fill(client, changes, megabytes));
  const sealer = openSealer({ url, key: ledgerKey });
  const [seal] = await timed(() => sealAll(sealer));
  await sealer.close();
  const [verify, verdict] = await timed(() => asOwner(url, (client) => verifyChain(client, ledgerKey)));
  if (verdict.fault !== null || verdict.tail > 0) faults.push(`before: ${verdict.fault ?? `${verdict.tail} unsealed`}`);
  const before = await allRows(url, 'kept');
  const secret = 'a key for backups that is long enough';
  const writing = { on: true };
  const writers = [1, 2, 3, 4].map(() => write(url, writing));
  const [backup, made] = await timed(() => makeBackup({ url, file: path.join(away, 'povelja.tar.gz.enc'), key: secret, madeAt: new Date() }));
  writing.on = false;
  const entered = (await Promise.all(writers)).reduce((all, one) => all + one, 0);
  return { before, archive: made.file, secret, figures: { seal, verify, backup, entered, archive: statSync(made.file).size / 1_048_576 } };
}

/** Changes with one revision each, and files of random bytes, which no compression makes smaller: sixteen pieces of 256 KB each. */
async function fill(client: Client, changes: number, megabytes: number): Promise<void> {
  for (let turn = 0; turn < changes; turn += 1) await enter(client);
  for (let file = 0; file < megabytes / 4; file += 1) {
    const key = randomUUID();
    for (let place = 0; place < 16; place += 1) await client.query('insert into file_chunk (store_key, place, bytes) values ($1, $2, $3)', [key, place, randomBytes(262_144)]);
  }
}

async function write(url: string, writing: { readonly on: boolean }): Promise<number> {
  return asOwner(url, async (client) => {
    let entered = 0;
    for (; writing.on; entered += 1) await enter(client);
    return entered;
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const done = await work();
  return [Math.round((performance.now() - began) / 100) / 10, done];
}

/** The figures, one a line. */
export function told(drilled: Drill): string {
  return [
    `${drilled.changes} changes and ${drilled.megabytes} MB of files; sealed in ${drilled.seal} s, verified in ${drilled.verify} s`,
    `backed up in ${drilled.backup} s while ${drilled.entered} changes were entered; the encrypted archive has ${drilled.archive.toFixed(1)} MB`,
    `checked in ${drilled.check} s, restored, compared and brought to this schema in ${drilled.restore} s; at most ${Math.round(drilled.peak)} MB of memory`,
  ].join('\n');
}
