import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { connect, disconnect } from '#db/client.ts';
import { enterFirst } from '#office/person/first.ts';
import { derivedTables } from '#server/backup/tables.ts';
import type { Backup } from '#server/config.ts';
import { asOwner, freshDatabase, type FreshDatabase } from '../fixtures.ts';

export const ana = { name: 'Ана Анић', email: 'ana@povelja.example', password: 'три јабуке на столу 7' };

/** A folder that goes when the file's specs are through. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'povelja-test-'));
  folders.push(made);
  return made;
}
const folders: string[] = [];
after(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

/** A file for a backup, in a folder of its own. */
export function archive(): string {
  return path.join(folder(), 'povelja.tar.gz');
}

/** What is set for scheduled backups, every hour of an installation at grad.example. */
export function scheduled(place: string, keep: number): Backup {
  return { everyHours: 1, folder: place, isNamed: true, of: 'grad.example', keep, keepDays: 0, keepMonths: 0, key: undefined };
}

/** The laid-down records, a person who may sign in, and values that are awkward to carry: every kind of escape, and none at all. */
export async function populated(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  connect({ url: database.url });
  try {
    assert.equal((await enterFirst(ana)).done, true);
  } finally {
    await disconnect();
  }
  await asOwner(database.url, async (client) => {
    await client.query('begin');
    await client.query("with entered as (insert into change (actor_kind, action, noun, record_id) values ('system', 'spec', 'setting', gen_random_uuid()) returning seq) select set_config('povelja.change', seq::text, true) from entered");
    const awkward = ['\\', '\\N', 'a\tb\nc\rd', '\u{1f600} Ђ', '', '"', "'", '\\.', ' '.repeat(3)];
    for (const value of awkward) await client.query('insert into setting (key, value) values (gen_random_uuid()::text, $1::jsonb)', [JSON.stringify(value)]);
    await client.query("insert into personal (owner_id, field, value) select gen_random_uuid(), 'phone', unnest($1::text[])", [awkward]);
    await client.query(`insert into document (code, slug, title) values ('NI-DOC-901', 'ni-doc-901', '{"sr-Cyrl": "Записник о проби повраћаја"}')`);
    await client.query('commit');
    // More than one piece of an archive, and one row that is longer than a piece.
    await client.query("insert into file_chunk (store_key, place, bytes) select gen_random_uuid(), n, convert_to(repeat(md5(n::text) || chr(10), case n when 5 then 100000 else 5000 end), 'UTF8') from generate_series(0, 40) as n");
  });
  return database;
}

/** Every row of every table as text, a long one as its hash, by table. What a restore ends on purpose is left out: sessions, links that were sent, letters that waited. */
export function allRows(url: string, which: 'kept' | 'derived'): Promise<Record<string, string[]>> {
  return asOwner(url, async (client) => {
    await client.query("set timezone = 'UTC'");
    const { rows: tables } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1");
    const found: Record<string, string[]> = {};
    for (const { name } of tables.filter((table) => derivedTables.includes(table.name) === (which === 'derived'))) {
      const line = shown[name] ?? "(to_jsonb(t) - '{ended_at,used_at,written_in}'::text[])::text";
      const { rows } = await client.query<{ row: string }>(`select case when length(row) > 20000 then md5(row) else row end as row from (select ${line} as row from "${name}" t) as told order by 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** Where a word stands, and how it was spelled first, depends on the order in which Postgres meets the rows. */
const shown: Record<string, string> = {
  file_chunk: "concat_ws(' ', store_key, place, kept_at) || ' ' || encode(sha256(bytes), 'hex')",
  // A letter that had not gone is held, or over where it brought a link.
  outbox: "(to_jsonb(t) - '{ended_at,held_at,begun_at,sealed,fault}'::text[])::text",
  search_entry: "(to_jsonb(t) - 'words')::text || strip(words)::text", search_word: 'word',
};

/** Whether anything at all was made in a database. */
export function isBare(url: string): Promise<boolean> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query("select from pg_class where relnamespace = 'public'::regnamespace");
    return rows.length === 0;
  });
}
