import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';
import { from } from 'pg-copy-streams';
import { layTables } from '#db/migrate.ts';
import { checkArchive, tableIn, walkArchive } from '#server/backup/read.ts';
import { copyIn, plainText } from '#server/backup/tables.ts';
import { asOwner } from '../fixtures.ts';

/** The older databases, by the last migration that each has. */
export const olderDatabases = ['0000', '0001', '0002'] as const;
/** Under which the newer of them were sealed. */
export const olderKey = 'the key of a spec, which is long enough';
export const ana = { name: 'Ана Анић', email: 'ana@povelja.example', password: 'три јабуке на столу 7' };

const folder = path.join(import.meta.dirname, 'older');

/**
 * Makes the empty database at `url` one of an older version, with its own functions, triggers and rights, and keeps every row of it
 * in the schema `kept` to be compared. `more` organisations, each with its change and revision, lie beside the office's own records.
 */
export async function layOlder(url: string, name: (typeof olderDatabases)[number], more = 0): Promise<void> {
  const archive = path.join(folder, `${name}.tar.gz`);
  const manifest = await checkArchive(archive, undefined);
  await layTables(url, manifest.migrations.map((one) => one.name), async (client) => {
    await client.query(plainText);
    const { rows: links } = await client.query<{ name: string; within: string; says: string }>("select conname as name, conrelid::regclass::text as within, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace");
    for (const link of links) await client.query(`alter table ${link.within} drop constraint ${escapeIdentifier(link.name)}`);
    await fill(client, archive, new Map(manifest.tables.map((table) => [table.name, table.columns])));
    for (const link of links) await client.query(`alter table ${link.within} add constraint ${escapeIdentifier(link.name)} ${link.says}`);
    for (const { name: sequence, last } of manifest.sequences) await client.query('select setval($1::regclass, coalesce($2::bigint, 1), $2 is not null)', [`public.${escapeIdentifier(sequence)}`, last]);
    if (more > 0) await multiply(client, more);
  });
  await asOwner(url, async (client) => {
    // Those versions looked through all organisations for the doubles of each.
    await client.query('create index helps_laying on organisation (merged_into_id); set role povelja_owner');
    await client.query(gunzipSync(readFileSync(path.join(folder, `${name}.sql.gz`))).toString());
    await client.query('reset role; drop index helps_laying; create schema kept; analyze');
    for (const table of await tablesOf(client, 'public')) await client.query(`create table kept.${escapeIdentifier(table)} as select * from public.${escapeIdentifier(table)}`);
  });
}

async function fill(client: Client, archive: string, columns: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for await (const { name, bytes } of walkArchive(archive, undefined)) {
    const table = tableIn(name);
    const copy = table === undefined ? undefined : client.query(from(copyIn({ name: table, columns: columns.get(table) ?? [] })));
    for await (const piece of bytes) copy?.write(piece);
    const ended = copy && once(copy, 'finish');
    copy?.end();
    await ended;
  }
}

async function multiply(client: Client, more: number): Promise<void> {
  await client.query(`insert into organisation (code, slug, name) select 'X-' || n, 'x-' || n, jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', jsonb_build_object('text', 'Установа ' || n, 'state', 'checked')) from generate_series(1, $1::int) as n`, [more]);
  await client.query("insert into change (actor_kind, action, noun, record_id) select 'system', 'organisation.draft', 'organisation', id from organisation where code like 'X-%'");
  await client.query('analyze organisation, change'); // or the planner joins as if both were empty
  await client.query("insert into revision (change_seq, table_name, row_id, after) select c.seq, 'organisation', o.id, to_jsonb(o) from organisation o join change c on c.record_id = o.id where o.code like 'X-%'");
}

/** The rows of the older database that are gone, or not as they were in what it knew of them; derived tables are derived anew. */
export async function changedRows(client: Client): Promise<string[]> {
  const found: string[] = [];
  const derived = ['search_entry', 'search_word', 'chronicle_entry', 'agreement_index'];
  for (const table of (await tablesOf(client, 'kept')).filter((name) => !derived.includes(name))) {
    const { rows: key } = await client.query<{ name: string }>("select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = $1::regclass and i.indisprimary", [`public.${escapeIdentifier(table)}`]);
    const on = key.map(({ name }) => `t.${escapeIdentifier(name)} = k.${escapeIdentifier(name)}`).join(' and ');
    const { rows } = await client.query<{ held: string }>(`select to_jsonb(k)::text as held from kept.${escapeIdentifier(table)} k left join public.${escapeIdentifier(table)} t on ${on}
      where t is null or (select jsonb_object_agg(key, to_jsonb(t) -> key) from jsonb_object_keys(to_jsonb(k)) as key) is distinct from to_jsonb(k) limit 3`);
    found.push(...rows.map(({ held }) => `${table}: ${held.slice(0, 200)}`));
  }
  return found;
}

async function tablesOf(client: Client, schema: string): Promise<string[]> {
  return (await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = $1 order by 1", [schema])).rows.map(({ name }) => name);
}
