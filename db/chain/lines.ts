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

/** Number and seal of the last sealed change: one look at an index, however many revisions it has. */
export async function lastSeal(client: ClientBase): Promise<Pick<Link, 'seq' | 'seal'> | null> {
  const { rows: [found] } = await client.query<{ seq: string; seal: Buffer }>(`select c.seq, c.mac as seal from change c where c.mac is not null order by ${position} desc limit 1`);
  return found ? { seal: found.seal, seq: BigInt(found.seq) } : null;
}

/** The sealed change at this place of the chain; with a number, only the change of that number. */
export async function linkAt(client: ClientBase, place: bigint, seq: bigint | null): Promise<Link | null> {
  const [found] = await links(client, `select ${link} from change c where ${position} = int8send($1::bigint) and ($2::bigint is null or c.seq = $2)`, [String(place), seq === null ? null : String(seq)]);
  return found ?? null;
}

/** The next `limit` sealed changes whose seals begin with more than these eight bytes; with the same as the last ones, those of a higher number. */
export function sealedAfter(client: ClientBase, last: { seal: Buffer; seq: bigint } | null, limit: number): Promise<Link[]> {
  const after = last ? `and (${position}, c.seq) > ($2::bytea, $3::bigint)` : '';
  return links(client, `select ${link} from change c where c.mac is not null ${after} order by ${position}, c.seq limit $1`,
    last ? [limit, last.seal.subarray(0, 8), String(last.seq)] : [limit]);
}

/** Up to `limit` changes without a seal, of a number above `seq` and entered at `since` or later, in the order of their numbers. */
export function unsealedAfter(client: ClientBase, seq: bigint, limit: number, since: string | null): Promise<Link[]> {
  return links(client, `select ${link} from change c where c.mac is null and c.seq > $1 and ($3::timestamptz is null or c.at >= $3) order by c.seq limit $2`, [String(seq), limit, since]);
}

/** The numbers of up to `limit` changes without a seal that were entered before this instant. */
export async function unsealedBefore(client: ClientBase, before: string | null, limit: number): Promise<bigint[]> {
  if (before === null) return [];
  const { rows } = await client.query<{ seq: string }>('select seq from change where mac is null and at < $1::timestamptz order by seq limit $2', [before, limit]);
  return rows.map(({ seq }) => BigInt(seq));
}

/**
 * Before which instant no change of ours can have been entered that still waits for its seal: ten minutes before the newest sealed one. No transaction of ours is
 * open for so long. An hour that has not come yet is not the newest: the clock ran ahead and was put right, or the row was put in. Null while nothing is sealed.
 */
export async function earliestHonest(client: ClientBase): Promise<string | null> {
  const { rows: [found] } = await client.query<{ at: string }>(`select ${instant} as at from (
    select at - interval '10 minutes' as at from change where mac is not null and at <= statement_timestamp() order by change.at desc limit 1) c`);
  return found?.at ?? null;
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
