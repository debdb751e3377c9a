import { escapeIdentifier, type ClientBase } from 'pg';

export type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] };

/**
 * Derived from other tables by triggers and by the gate (db/search-triggers.sql, db/chronicle.sql, db/narrow.sql, office/agreement), and
 * derived anew by a restore. A table that is not named here is in the archive, so a new one cannot be forgotten.
 */
export const derivedTables = [
  'agreement_index', 'chronicle_entry', 'document_index', 'file_reading', 'membership_index', 'milestone_index', 'organisation_index', 'programme_index', 'project_index',
  'search_entry', 'search_word',
];

/** Every other table, with the columns that hold something of their own and those of the primary key. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) order by c.relname`, [derivedTables]);
  return rows;
}

/** COPY of the rows in the order of their key, so that equal tables give equal bytes. The text format of Postgres, one row a line. */
export function copyOut({ name, columns, key }: Table): string {
  const order = key.length > 0 ? ` order by ${key.map(escapeIdentifier).join(', ')}` : '';
  return `copy (select ${columns.map(escapeIdentifier).join(', ')} from public.${escapeIdentifier(name)}${order}) to stdout`;
}

export function copyIn({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `copy public.${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`;
}

/** What makes the text of a value the same on every server. */
export const plainText = "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1; set local enable_sort = off; set local statement_timeout = 0";
