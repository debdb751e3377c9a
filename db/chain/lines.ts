import type { ClientBase } from 'pg';
import type { RevisionDigest, Sealed } from './seal.ts';

/** A change as the chain reads it. `seal` null while it waits for one; `at` in ISO 8601, UTC. */
export type Link = Sealed & { readonly seq: bigint; readonly at: string; readonly seal: Buffer | null };

const instant = `to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What is sealed of a change and of a revision: one JSON array as Postgres writes it, every column but the seal. */
export const changeLine =
  `jsonb_build_array('change', c.seq, ${instant}, c.actor_kind, c.actor_id, c.session_hash, c.request_id, c.action, c.noun, c.record_id, c.reason, c.transaction::text)::text`;
export const revisionLine = `jsonb_build_array('revision', r.seq, r.change_seq, r.table_name, r.row_id, r.before, r.after)::text`;

const link = `c.seq, ${instant} as at, c.mac as seal, ${digest(changeLine)} as digest`;
const position = 'substring(c.mac from 1 for 8)';

/** The last sealed change, or null before the first. */
export async function headOf(client: ClientBase): Promise<Link | null> {
  const [found] = await links(client, `select ${link} from change c where c.mac is not null order by ${position} desc limit 1`, []);
  return found ?? null;
}

/** The sealed change at this place of the chain. */
export async function linkAt(client: ClientBase, place: bigint): Promise<Link | null> {
  const [found] = await links(client, `select ${link} from change c where ${position} = int8send($1::bigint)`, [String(place)]);
  return found ?? null;
}

/** The next `limit` sealed changes whose seals begin with more than these eight bytes; with the same as the last ones, those of a higher number. */
export function sealedAfter(client: ClientBase, last: { seal: Buffer; seq: bigint } | null, limit: number): Promise<Link[]> {
  const after = last ? `and (${position}, c.seq) > ($2::bytea, $3::bigint)` : '';
  return links(client, `select ${link} from change c where c.mac is not null ${after} order by ${position}, c.seq limit $1`,
    last ? [limit, last.seal.subarray(0, 8), String(last.seq)] : [limit]);
}

/** Up to `limit` changes without a seal, of a number above `seq`, in the order of their numbers. */
export function unsealedAfter(client: ClientBase, seq: bigint, limit: number): Promise<Link[]> {
  return links(client, `select ${link} from change c where c.mac is null and c.seq > $1 order by c.seq limit $2`, [String(seq), limit]);
}

/** The highest number of a sealed change, 0 where none is. */
export async function highestSealed(client: ClientBase): Promise<bigint> {
  const { rows: [found] } = await client.query<{ seq: string }>('select coalesce(max(seq), 0) as seq from change where mac is not null');
  return BigInt(found?.seq ?? 0);
}

async function links(client: ClientBase, query: string, values: unknown[]): Promise<Link[]> {
  const { rows } = await client.query<{ seq: string; at: string; seal: Buffer | null; digest: Buffer }>(query, values);
  const revisions = await revisionsOf(client, rows.map(({ seq }) => seq));
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq), revisions: revisions.get(row.seq) ?? [] }));
}

async function revisionsOf(client: ClientBase, changes: string[]): Promise<Map<string, RevisionDigest[]>> {
  const { rows } = await client.query<{ change: string; seq: string; digest: Buffer }>(
    `select r.change_seq as change, r.seq, ${digest(revisionLine)} as digest from revision r where r.change_seq = any ($1::bigint[]) order by r.seq`, [changes]);
  const found = Map.groupBy(rows, ({ change }) => change);
  return new Map([...found].map(([change, own]) => [change, own.map((one) => ({ seq: BigInt(one.seq), digest: one.digest }))]));
}

// Postgres' own functions, by their full names: one of the same name elsewhere would not be asked.
function digest(line: string): string {
  return `pg_catalog.sha256(pg_catalog.convert_to(${line}, 'UTF8'))`;
}
