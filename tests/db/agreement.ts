import type { Client } from 'pg';

/**
 * Where ledger and data disagree, each in words: a row that is not as its last revision left it, one without a revision, one
 * that its last revision says is there and is not, and a change behind which no revision stands. Columns that came with a later
 * schema are not asked about.
 */
export async function disagreements(client: Client): Promise<string[]> {
  await client.query("set timezone = 'UTC'");
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (povelja_outside_ledger()) order by 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string; fault: string }>(name === 'personal' ? personal : compare(name));
    found.push(...rows.slice(0, 3).map(({ row, fault }) => `${name} ${row} ${fault}`), ...rows.length > 3 ? [`${name}: ${rows.length} in all`] : []);
  }
  const { rows: empty } = await client.query<{ seq: string }>('select seq from change where not exists (select from revision where change_seq = change.seq) limit 4');
  return [...found, ...empty.map(({ seq }) => `change ${seq} has no revision`)];
}

const says = `case when t.id is null then 'is gone' when r.row_id is null then 'has no revision' when r.after is null then 'was struck and is there' else 'is not as its last revision' end as fault`;
const wrong = "(t.id is null and r.after is not null) or (t.id is not null and (r.after is null or (select jsonb_object_agg(key, to_jsonb(t) -> key) from jsonb_object_keys(r.after) as key) is distinct from r.after))";

function compare(table: string): string {
  return `with r as (select distinct on (row_id) row_id, after from revision where table_name = '${table}' order by row_id, seq desc)
    select coalesce(t.id, r.row_id)::text as row, ${says} from "${table}" t full join r on r.row_id = t.id where ${wrong}`;
}

/** Their values lie in the ledger as salted hashes, by owner and field. */
const personal = `with r as (select distinct on (row_id, coalesce(after, before) ->> 'field') row_id, coalesce(after, before) ->> 'field' as field, after from revision where table_name = 'personal' order by row_id, coalesce(after, before) ->> 'field', seq desc),
  t as (select owner_id as id, field, povelja_sealed_personal(to_jsonb(personal)) as sealed from personal)
  select coalesce(t.id, r.row_id)::text as row, ${says} from t full join r on r.row_id = t.id and r.field = t.field
  where (t.id is null and r.after is not null) or (t.id is not null and r.after is distinct from t.sealed)`;
