import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '#db/migrate.ts';
import { startPostgres } from '#server/postgres.ts';
import { asOwner, databaseAt, tell } from '../cluster.ts';
import { disagreements } from '../db/agreement.ts';
import { changedRows, layOlder, olderDatabases } from '../db/older.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { unkept, type Report } from './report.ts';

/** Each older database with so many records more, brought to the newest schema: killed three times on the way, then by two starts at once. */
export async function upgrades({ rows }: { rows: number }): Promise<Report> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const [figures, faults]: [string[], string[]] = [[], []];
  try {
    for (const older of olderDatabases) {
      const name = `older_${older}`;
      const url = databaseAt(postgres.url, name);
      await tell(postgres.url, `create database ${name}`);
      await migrate(postgres.url); // makes the roles
      await layOlder(url, older, rows);
      let killed = 0;
      for (const pause of [300, 1_500, 4_000]) killed += await killedOnce(url, pause);
      const began = performance.now();
      await Promise.all([migrate(url), migrate(url)]);
      const took = (performance.now() - began) / 1_000;
      const found = await asOwner(url, async (client) => [...await changedRows(client), ...await disagreements(client)]);
      figures.push(`from ${older} with ${rows} records more: ${took.toFixed(1)} s, after ${killed} kills on the way; ${found.length} rows changed or lost`);
      faults.push(...found.map((one) => `${older}: ${one}`), ...unkept([[killed > 0, `${older}: no kill came in time`]]));
      await tell(postgres.url, `drop database ${name} with (force)`);
    }
    return { figures, faults };
  } finally {
    await postgres.stop();
    await remove();
  }
}

async function killedOnce(url: string, pause: number): Promise<number> {
  const child = fork(path.join(import.meta.dirname, '..', 'db', 'migrate-kill.ts'), [url]);
  await once(child, 'message');
  await wait(pause);
  if (child.exitCode !== null) return 0;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return 1;
}
