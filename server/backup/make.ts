import { existsSync, readFileSync } from 'node:fs';
import { open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { headAt, writtenHead } from '#db/chain/head.ts';
import { lastSeal } from '#db/chain/lines.ts';
import { readOut } from './digest.ts';
import { manifestName, type Manifest, type TableInside } from './manifest.ts';
import { derivedTables, plainText, tablesOf, type Table } from './tables.ts';
import { Unmade } from './unmade.ts';
import { writeArchive, type Add } from './write.ts';

/** `url` of the owner; `file` lies in a folder that is there; free bytes are asked of the file system unless `room` says; `signal` gives it up. */
export type Order = { url: string; file: string; key?: string | undefined; madeAt: Date; room?: ((folder: string) => Promise<number>) | undefined; signal?: AbortSignal };
export type Made = { file: string; bytes: number; manifest: Manifest };

/**
 * Makes one archive of all that the register holds, while it is in use: one REPEATABLE READ snapshot, COPY per table. It gets
 * its name only when it is whole and on the disk. Throws a plain sentence where there is no room, or it cannot be written.
 */
export async function makeBackup(order: Order): Promise<Made> {
  const { file } = order;
  const folder = path.dirname(file);
  const half = `${file}.part`;
  if (existsSync(file) || existsSync(half)) throw new Error(`A backup of this name is there already, or being made: ${file}.`);
  const client = new Client({ connectionString: order.url, connectionTimeoutMillis: 10_000, application_name: 'povelja backup', keepAlive: true });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  const giveUp = () => void client.connection.stream.destroy();
  order.signal?.addEventListener('abort', giveUp);
  try {
    await client.query('set role povelja_owner');
    await client.query(`begin transaction isolation level repeatable read read only; ${plainText}`);
    const tables = await tablesOf(client);
    await refuseWithoutRoom(client, tables, folder, order.room ?? freeBytes);
    const begun = await beginning(client, order.madeAt);
    let manifest: Manifest = begun;
    await writeArchive(half, order.key, order.madeAt, async (add) => {
      await add('README.txt', Buffer.from(readme));
      manifest = { ...begun, tables: await copyAll(client, tables, add) };
      await add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    });
    await rename(half, file);
    return { file, bytes: await settle(file, folder), manifest };
  } catch (error) {
    await rm(half, { force: true });
    throw plainly(error, folder);
  } finally {
    // Not `end`: after a failure a COPY may be in the middle, and the snapshot needs no goodbye.
    giveUp();
    order.signal?.removeEventListener('abort', giveUp);
  }
}

async function copyAll(client: Client, tables: readonly Table[], add: Add): Promise<TableInside[]> {
  const inside: TableInside[] = [];
  for (const table of tables) {
    let parts = 0;
    const digest = await readOut(client, table, (piece) => add(partName(table.name, (parts += 1)), piece));
    inside.push({ name: table.name, columns: [...table.columns], ...digest, parts });
  }
  return inside;
}

/** A table in pieces: `tables/agreement.0001.copy`. Put together in order they are its COPY. */
export function partName(table: string, part: number): string {
  return `tables/${table}.${String(part).padStart(4, '0')}.copy`;
}

async function beginning(client: Client, madeAt: Date): Promise<Manifest> {
  const { rows: migrations } = await client.query<{ name: string; hash: string }>('select name, hash from applied_migration order by name');
  const { rows: sequences } = await client.query<{ name: string; last: string | null }>("select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1");
  const { rows: [said] } = await client.query<{ postgres: string; unsealed: number }>("select current_setting('server_version') as postgres, (select count(*)::int from change where mac is null) as unsealed");
  const head = headAt(await lastSeal(client));
  return {
    format: 'povelja-backup-1', madeAt: madeAt.toISOString(), version: ownVersion(), postgres: said?.postgres ?? '', migrations, tables: [], leftOut: derivedTables, sequences,
    ledger: { head: head && writtenHead(head), unsealed: said?.unsealed ?? 0 },
  };
}

async function refuseWithoutRoom(client: Client, tables: readonly Table[], folder: string, room: (folder: string) => Promise<number>): Promise<void> {
  const { rows: [held] } = await client.query<{ bytes: string }>('select coalesce(sum(pg_table_size(c.oid)), 0) as bytes from pg_class c where c.relnamespace = \'public\'::regnamespace and c.relname = any ($1)', [tables.map(({ name }) => name)]);
  const wanted = Number(held?.bytes ?? 0) * 1.2 + 16 * 1_048_576;
  const free = await room(folder);
  if (free < wanted) throw new Unmade('noRoom', `There is no room for a backup in ${folder}: ${megabytes(free)} are free, and it may need ${megabytes(wanted)}.`);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_048_576)} MB`;
}

/** The name itself is on the disk only when its folder is. */
async function settle(file: string, folder: string): Promise<number> {
  const place = await open(folder, 'r');
  await place.sync().catch(() => {}); // Windows syncs no folders
  await place.close();
  const made = await open(file, 'r');
  try {
    return (await made.stat()).size;
  } finally {
    await made.close();
  }
}

function plainly(error: unknown, folder: string): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Unmade('noRoom', `The backup was given up: there is no room left in ${folder}. Nothing of it was kept.`, { cause: error });
  return error as Error;
}

function ownVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

const readme = `A backup of Povelja. The last file, manifest.json, says what is in it.
tables/NAME.0001.copy and so on are the rows of a table as Postgres' COPY writes them in text format, in the order of the columns
that the manifest names, one row a line. Put together in order they have the SHA-256 that stands there too.
To restore it: npm run restore -- THIS-FILE. Without Povelja any Postgres reads the tables by COPY ... FROM.
`;
