import { once } from 'node:events';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { from } from 'pg-copy-streams';
import { connect, disconnect } from '#db/client.ts';
import { plainFault } from '#db/plain-fault.ts';
import { layTables, migrate, migrationsAfter } from '#db/migrate.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { readOut } from './digest.ts';
import type { Manifest } from './manifest.ts';
import { tableIn, walkArchive } from './read.ts';
import { copyIn, plainText, tablesOf } from './tables.ts';
import { belgradeToday } from '#messages/dates.ts';
import { Unreadable } from './unreadable.ts';

/** Throws Unreadable where this version of Povelja cannot lay the schema that the archive was made with. */
export function refuseUnknownSchema({ migrations, version }: Manifest): void {
  try {
    migrationsAfter(migrations);
  } catch (error) {
    throw new Unreadable(`it was made by version ${version} of Povelja, whose schema this one does not know, so install that version or a newer one (${plainFault(error)})`);
  }
}

/**
 * Restores a checked archive into the empty database at `url`, whose owner it names. The tables are laid at the archive's
 * own schema, filled, and compared with the manifest in one transaction: whole or nothing. Then the database is brought to
 * this version's schema, and what is derived is derived. Nobody stays signed in, and links that were sent no longer open. `landed` is called as soon as
 * the rows are there for good.
 */
export async function restoreInto(url: string, file: string, key: string | undefined, manifest: Manifest, landed = async (): Promise<void> => {}): Promise<void> {
  refuseUnknownSchema(manifest);
  await layTables(url, manifest.migrations.map(({ name }) => name), async (client) => {
    await client.query(plainText);
    const links = await liftForeignKeys(client);
    await fill(client, file, key, manifest);
    for (const line of links) await client.query(line);
    for (const { name, last } of manifest.sequences) await client.query('select setval($1::regclass, coalesce($2::bigint, 1), $2 is not null)', [`public.${escapeIdentifier(name)}`, last]);
    await compare(client, manifest);
    // A session that was ended since the backup must not come back, nor a link that was used since.
    await client.query('update session set ended_at = now() where ended_at is null');
    await client.query('update one_time_link set used_at = now() where used_at is null');
    await holdLetters(client);
  });
  await landed();
  await migrate(url);
  connect({ url });
  try {
    await deriveStale(belgradeToday(new Date()));
  } finally {
    await disconnect();
  }
}

/**
 * A letter that had not gone when the backup was made may have gone since: it waits until somebody says that it shall. One that brings
 * a link is over, since no link opens any more. An older archive has no outbox.
 */
async function holdLetters(client: Client): Promise<void> {
  const { rows: [outbox] } = await client.query<{ there: boolean }>("select to_regclass('public.outbox') is not null as there");
  if (!outbox?.there) return;
  await client.query("update outbox set ended_at = now(), sealed = null, fault = 'linkDead' where sent_at is null and ended_at is null and sealed is not null");
  await client.query("update outbox set held_at = now(), begun_at = null, fault = 'restored' where sent_at is null and ended_at is null");
}

async function fill(client: Client, file: string, key: string | undefined, manifest: Manifest): Promise<void> {
  const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]));
  for await (const { name, bytes } of walkArchive(file, key)) {
    const table = tableIn(name);
    const own = table === undefined ? undefined : columns.get(table);
    if (table === undefined || !own) {
      for await (const piece of bytes) void piece;
      continue;
    }
    const copy = client.query(from(copyIn({ name: table, columns: own })));
    const ended = new Promise<void>((resolve, reject) => {
      copy.once('finish', resolve);
      copy.once('error', reject);
    });
    ended.catch(() => {});
    for await (const piece of bytes) {
      if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), ended]);
    }
    copy.end();
    await ended;
  }
}

/** The tables are filled in the order of their names, so the links between them wait until all rows are there. */
async function liftForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; within: string; says: string }>(
    "select conname as name, conrelid::regclass::text as within, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 2, 1");
  for (const { name, within } of rows) await client.query(`alter table ${within} drop constraint ${escapeIdentifier(name)}`);
  return rows.map(({ name, within, says }) => `alter table ${within} add constraint ${escapeIdentifier(name)} ${says}`);
}

/** Reads back what was written: the same rows and the same hash, table by table, and no table that the archive does not have. */
async function compare(client: Client, manifest: Manifest): Promise<void> {
  const expected = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const table of await tablesOf(client)) {
    const said = expected.get(table.name);
    if (!said) throw new Unreadable(`it lacks the table ${escapeLiteral(table.name)}`);
    const { rows, sha256 } = await readOut(client, { ...table, columns: said.columns }, async () => {});
    if (rows !== said.rows || sha256 !== said.sha256) throw new Error(`The table ${table.name} is not as the archive says: ${rows} rows of ${said.rows}. Nothing was kept.`);
  }
}
