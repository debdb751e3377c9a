import type { Client } from 'pg';
import { columns, readingOf } from '../columns.ts';

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly empty: boolean };

/**
 * A canary in every column that holds somebody's text and is not for the public (tests/columns.ts), in every row of its table, those of published
 * records among them; a table without rows gets one. Passes by every rule and trigger; answers how many kinds of canaries were let in.
 */
export async function letIntoColumns(client: Client): Promise<number> {
  const { rows } = await client.query<Column>(`select c.table_name as table, c.column_name as name, c.data_type as type, c.is_nullable = 'YES' or c.column_default is not null or c.is_identity = 'YES' as empty
    from information_schema.columns c join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name where c.table_schema = 'public' order by 1, c.ordinal_position`);
  const perched = rows.filter(isPerch);
  for (const table of Object.keys(columns)) {
    const here = perched.filter((column) => column.table === table);
    const { rows: [held] } = await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
    const all = rows.filter((column) => column.table === table);
    if (here.length > 0 && held?.n === 0) await insertOne(client, table, all);
    else if (here.length > 0) await client.query(`update "${table}" set ${here.map((column) => `"${column.name}" = ${canaryFor(column)}`).join(', ')}`);
  }
  return perched.length;
}

/** A column for a text that the public may not read. What a record says of itself as it was is spared, since the rules read it. */
function isPerch({ table, name, type }: Column): boolean {
  const reading = readingOf(table, name);
  return ['kept', 'personal', 'secret'].includes(reading ?? '') && ['text', 'jsonb', 'ARRAY', 'bytea'].includes(type) && table !== 'file_chunk';
}

/** Each row its own, where a column may hold nothing twice. */
function canaryFor({ table, name, type }: Column): string {
  const song = `'kanarinac-${table}-${name}-' || substr(md5(random()::text), 1, 10)`;
  // As a localised text has it, so that whatever draws the column would draw the canary.
  if (type === 'jsonb') return `(select jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', held, 'en', held, s, s) from (select s, jsonb_build_object('text', s, 'state', 'checked') as held from (select ${song} as s) as sung) as told)`;
  if (type === 'ARRAY') return `array[${song}]`;
  return type === 'bytea' ? `convert_to(${song}, 'UTF8')` : song;
}

const fillers: Record<string, string> = {
  uuid: 'gen_random_uuid()', integer: '1', bigint: '1', boolean: 'false', date: `'2026-01-01'`, 'timestamp with time zone': 'now()', numeric: '1', ARRAY: `'{}'`,
};

async function insertOne(client: Client, table: string, all: readonly Column[]): Promise<void> {
  const given = all.filter((column) => isPerch(column) || !column.empty);
  const values = given.map((column) => (isPerch(column) || !(column.type in fillers) ? canaryFor(column) : fillers[column.type]));
  await client.query(`insert into "${table}" (${given.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`);
}

/** Every kind of canary that sits in the database by now. */
export async function songsIn(client: Client): Promise<Set<string>> {
  const songs = new Set<string>();
  const { rows: tables } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('search_word', 'file_chunk')`);
  for (const { name } of tables) {
    const { rows } = await client.query<{ song: string }>(`select distinct (regexp_matches(t::text, 'kanarinac[-a-z0-9_@.]*', 'gi'))[1] as song from "${name}" t`);
    for (const { song } of rows) songs.add(song.replace(/-[0-9a-f]{10}$/, ''));
  }
  return songs;
}
