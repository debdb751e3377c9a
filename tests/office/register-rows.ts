import { getTableName, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { nouns } from '#office/permission.ts';
import { parts, references } from '#office/pointing.ts';
import { tables } from '#office/tables.ts';

/** All that a merge may write, and what is derived from it, by table, row and column; versions, instants and the places of words step on. */
export async function everything(): Promise<Map<string, string>> {
  const written = nouns.flatMap((noun) => [tables[noun].table, ...parts[noun].map(({ table }) => table), ...references[noun].map(({ table }) => table)]).map((table) => getTableName(table));
  const derived = [...nouns.map((noun) => `${noun}_index`), 'chronicle_entry', 'search_entry', 'grant_of_right', 'slug_history'];
  const held = new Map<string, string>();
  for (const name of new Set([...written, ...derived])) {
    const { rows } = await reader().execute<{ row: string; column: string; said: string }>(sql`
      select coalesce(to_jsonb(t) ->> 'id', t::text) as row, key as column, case key when 'words' then regexp_replace(value::text, ':[0-9A-D,]+', '', 'g') else value::text end as said
      from ${sql.identifier(name)} t cross join lateral jsonb_each(to_jsonb(t)) where key not in ('version', 'changed_at', 'changed', 'written_in')`);
    for (const { row, column, said } of rows) held.set(`${name} ${row} ${column}`, said);
  }
  return held;
}

export function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}
