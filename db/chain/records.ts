import { readFileSync } from 'node:fs';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';

/** How many rows of how many tables were compared with the ledger, the first faults of each table in words, and how many there are in all. */
export type Compared = { readonly tables: number; readonly rows: number; readonly faults: readonly string[]; readonly faulty: number };

const namedOfATable = 3;

/**
 * Compares every row of every table in the ledger with its last revision, within a snapshot that is open. Named is a row that is not as its last revision
 * left it, one without a revision, one that was struck and is there, and one that should be there and is not. Which tables are in the ledger says
 * our own ledger.sql, not the database. Each row costs one look at an index and nothing is held, so the time grows with the register and the memory does not.
 *
 * A value of a person is compared by its salted hash, so an erased one is no fault. Of a column that is newer than the last revision the row must
 * hold what such a column begins with; where that is no constant, nothing can be said.
 */
export async function compareRecords(client: ClientBase): Promise<Compared> {
  const names = await tablesInLedger(client);
  const faults: string[] = [];
  let [rows, faulty] = [0, 0];
  for (const name of names) {
    const { rows: [count] } = await client.query<{ n: string }>(`select count(*) as n from public.${escapeIdentifier(name)}`);
    rows += Number(count?.n);
    const found = await client.query<Found>(name === 'personal' ? personalRows : rowsOf(name, await beginningsIn(client, name)));
    faults.push(...found.rows.map((one) => inWords(name, one)));
    faulty += Number(found.rows[0]?.all ?? 0);
  }
  const gone = await client.query<Found & { name: string }>(goneFrom(names));
  faults.push(...gone.rows.map((one) => inWords(one.name, one)));
  faulty += Number(gone.rows[0]?.all ?? 0);
  return { tables: names.length, rows, faults, faulty };
}

type Found = { readonly row: string; readonly code: string | null; readonly fault: Fault; readonly change: string | null; readonly columns: string[] | null; readonly all: string };
type Fault = 'unwritten' | 'struck' | 'other' | 'gone';

function inWords(table: string, { row, code, fault, change, columns }: Found): string {
  const named = `${table} ${code ? `${code} (${row})` : row}`;
  switch (fault) {
    case 'unwritten': return `${named} has no revision: it was put in past the ledger`;
    case 'struck': return `${named} was struck and is there: change ${change} struck it`;
    case 'gone': return `${named} is gone, though change ${change} left it there`;
    case 'other': return `${named} is not as its last revision left it, in change ${change}: ${columns?.join(', ')}`;
  }
}

/** Every plain table but those that ledger.sql leaves out. */
async function tablesInLedger(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1");
  const left = new Set(leftOut());
  return rows.flatMap(({ name }) => (left.has(name) ? [] : [name]));
}

/** The database has this list as a function too, which whoever owns it could make longer. */
function leftOut(): string[] {
  const list = /povelja_outside_ledger\(\)[^$]*\$\$\s*SELECT ARRAY\[([^\]]+)\]/.exec(readFileSync(new URL('../ledger.sql', import.meta.url), 'utf8'))?.[1];
  if (list === undefined) throw new Error('db/ledger.sql does not say which tables are left out of the ledger.');
  return [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');
}

type Beginnings = { readonly constant: string; readonly changing: readonly string[] };

/** What a new column holds in rows that were there before it, as one JSON value; and the columns that begin with something else in each row. */
async function beginningsIn(client: ClientBase, table: string): Promise<Beginnings> {
  const { rows } = await client.query<{ column: string; begins: string }>(`
    select a.attname::text as column, pg_get_expr(d.adbin, d.adrelid) as begins from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    where d.adrelid = format('public.%I', $1::text)::regclass order by a.attnum`, [table]);
  const isConstant = (begins: string): boolean => /^(?:true|false|-?\d+|'(?:[^']|'')*'::[a-z ]+(?:\[\])?)$/.test(begins);
  const constant = rows.filter(({ begins }) => isConstant(begins));
  const said = constant.map(({ column, begins }) => `${escapeLiteral(column)}, ${begins}`).join(', ');
  return { constant: `jsonb_build_object(${said})`, changing: rows.filter(({ begins }) => !isConstant(begins)).map(({ column }) => column) };
}

const lastRevision = (table: string, id: string, also = ''): string =>
  `(select r.after, r.change_seq from public.revision r where r.row_id = ${id} and r.table_name = ${escapeLiteral(table)}${also} order by r.seq desc limit 1)`;
const faultOf = "case when r.change_seq is null then 'unwritten' when r.after is null then 'struck' else 'other' end as fault";

/** Most rows are the very JSON of their last revision. Of the others it is read as a row of today, so that a later column, or an instant written in another zone, is no fault. */
function rowsOf(table: string, { constant, changing }: Beginnings): string {
  const own = `public.${escapeIdentifier(table)}`;
  const left = `to_jsonb(jsonb_populate_record(null::${own}, ${constant} || r.after))`;
  const passed = `array[${changing.map(escapeLiteral).join(', ')}]::text[]`;
  return `select found.*, count(*) over () as all from (
      select t.id::text as row, to_jsonb(t) ->> 'code' as code, ${faultOf}, r.change_seq as change, r.after is null as bare,
        case when to_jsonb(t) <> r.after then (select array_agg(held.key order by held.key) from jsonb_each(to_jsonb(t)) held join jsonb_each(${left}) said on said.key = held.key
          where said.value is distinct from held.value and (r.after ? held.key or held.key <> all (${passed}))) end as columns
      from ${own} t left join lateral ${lastRevision(table, 't.id')} r on true) found
    where found.bare or found.columns is not null limit ${namedOfATable}`;
}

const sealedValue = "jsonb_build_object('owner_id', t.owner_id, 'field', t.field, 'sha256', encode(sha256(convert_to(t.salt || t.value, 'UTF8')), 'hex'))";
const ofField = (field: string): string => ` and coalesce(r.after, r.before) ->> 'field' = ${field}`;

/** Their values lie in the ledger as salted hashes, by owner and field. */
const personalRows = `select t.owner_id::text as row, t.field as code, ${faultOf}, r.change_seq as change, array['value'] as columns, count(*) over () as all
  from public.personal t left join lateral ${lastRevision('personal', 't.owner_id', ofField('t.field'))} r on true
  where r.after is distinct from ${sealedValue} limit ${namedOfATable}`;

/** The rows that the ledger knows and the tables do not, in one walk over all revisions. A table that is no table any more is asked about too. */
function goneFrom(names: readonly string[]): string {
  const there = names.map((name) => `when ${escapeLiteral(name)} then exists (select from public.${escapeIdentifier(name)} t where ${
    name === 'personal' ? "t.owner_id = r.row_id and t.field = coalesce(r.after, r.before) ->> 'field'" : 't.id = r.row_id'})`).join('\n      ');
  const left = leftOut().map((name) => escapeLiteral(name)).join(', ');
  return `select gone.name, gone.row_id::text as row, gone.field as code, 'gone' as fault, last.change_seq as change, null as columns, count(*) over () as all
    from (select distinct r.table_name as name, r.row_id, case r.table_name when 'personal' then coalesce(r.after, r.before) ->> 'field' end as field from public.revision r
      where r.table_name <> all (array[${left}]) and not case r.table_name
      ${there}
      else false end) gone
    join lateral (select r.after, r.change_seq from public.revision r where r.row_id = gone.row_id and r.table_name = gone.name
      and (gone.field is null or coalesce(r.after, r.before) ->> 'field' = gone.field) order by r.seq desc limit 1) last on last.after is not null
    limit ${namedOfATable * 10}`;
}
