import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

type Pools = { reader: postgres.Sql; writer: postgres.Sql };
export type Reader = Pick<PostgresJsDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'execute' | '$count' | 'with'>;
export type Writer = PostgresJsDatabase;

// In one process the server, the pages and the route handlers each load their own copy of this module,
// so the pools hang on the process.
const shared = globalThis as { [key: symbol]: { pools: Pools; read: Reader; write: Writer } | undefined };
const place = Symbol.for('povelja.database');

/** Opens the pools on `url`; each connection starts as its role. Called once, by server/main.ts or a spec. */
export function connect({ url, readers = 8, writers = 6 }: { url: string; readers?: number; writers?: number }): void {
  const pools = { reader: pool(url, 'povelja_reader', readers), writer: pool(url, 'povelja_app', writers) };
  shared[place] = { pools, read: drizzle(pools.reader), write: drizzle(pools.writer) };
}

export async function disconnect(): Promise<void> {
  const open = shared[place];
  shared[place] = undefined;
  if (open) await Promise.all([open.pools.reader.end({ timeout: 5 }), open.pools.writer.end({ timeout: 5 })]);
}

/** Can only select. */
export function reader(): Reader {
  return opened().read;
}

/** For the gate alone (tests/floors.spec.ts holds it). */
export function writer(): Writer {
  return opened().write;
}

function opened() {
  const open = shared[place];
  if (!open) throw new Error('The database is not connected.');
  return open;
}

function pool(url: string, role: string, max: number): postgres.Sql {
  return postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: `povelja ${role}`, role, statement_timeout: 10_000, idle_in_transaction_session_timeout: 15_000 },
  });
}
