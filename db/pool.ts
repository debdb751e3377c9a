import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { isDatabaseAway, noteBreak } from './away.ts';

/** How a deadline is shared out: waiting for a connection, Postgres' own limit for a statement, and ours a little later. */
const shares = { connection: 0.3, statement: 0.6, query: 0.7 };
const clientsOf = new WeakMap<Pool, Set<PoolClient>>();

/**
 * A pool of at most `max` connections that start as `role`; `deadline` (milliseconds) bounds waiting and query together, `workMemory`
 * says how much a step of a query may hold before it goes to the disk, in the words of Postgres' `work_mem`, unless the address does.
 */
export function openPool({ url, role, max, deadline, workMemory }: { url: string; role: string; max: number; deadline: number; workMemory?: string }): Pool {
  const { address, options } = apart(url);
  const pool = new HeardPool({
    connectionString: address,
    max,
    application_name: `povelja ${role}`,
    // The last one counts: an address may say otherwise of memory, but not of the role. What the ledger holds of an instant is the same text whatever zone the server is set to.
    options: `${workMemory ? `-c work_mem=${workMemory} ` : ''}${options} -c role=${role} -c timezone=UTC`.trim(),
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: deadline * shares.connection,
    statement_timeout: deadline * shares.statement,
    query_timeout: deadline * shares.query,
    idle_in_transaction_session_timeout: deadline,
    keepAlive: true,
  });
  const clients = new Set<PoolClient>();
  clientsOf.set(pool, clients);
  pool.on('connect', (client) => {
    clients.add(client);
    // A connection that breaks tells its query, and the next one finds it gone; unheard, the event would end the process.
    client.on('error', noteBreak);
  });
  // So does a query that Postgres ended, or that took too long, on a connection which itself is well.
  pool.on('release', (error) => void (isDatabaseAway(error) && noteBreak()));
  pool.on('remove', (client) => clients.delete(client as PoolClient));
  pool.on('error', ignore);
  return pool;
}

type Taken = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/** A connection that could not be had is told to whoever asked for it and to nobody else, so the asking is listened to. */
class HeardPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<PoolClient> | void {
    if (!taken) return super.connect().catch((error: unknown) => { noteBreak(); throw error; });
    return super.connect((error, client, done) => {
      if (error) noteBreak();
      taken(error, client, done);
    });
  }
}

/** How long a transaction of this pool may be open, in milliseconds. */
export function timeFor(pool: Pool): number {
  return pool.options.query_timeout ?? 0;
}

/** Lets running queries finish for up to five seconds, then cuts them off. */
export async function closePool(pool: Pool): Promise<void> {
  const late = new AbortController();
  await Promise.race([pool.end(), wait(5_000, undefined, { signal: late.signal }).catch(ignore)]);
  late.abort();
  for (const client of clientsOf.get(pool) ?? []) cut(client);
}

/** Ends a connection at once, whatever it is doing; its query fails. */
export function cut(client: PoolClient): void {
  client.connection.stream.destroy();
}

// Options in the address would take the place of ours, and with them of the role.
function apart(url: string): { address: string; options: string } {
  const address = new URL(url);
  const options = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  return { address: address.href, options };
}

function ignore(): void {}
