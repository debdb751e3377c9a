import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { openPool, closePool } from './pool.ts';
import { transact, type Transaction } from './transact.ts';

type Pools = { reader: Pool; writer: Pool };
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'execute' | '$count' | 'with'>;
export type Writer = { transaction<T>(work: (db: Transaction) => Promise<T>): Promise<T> };

// In one process the server, the pages and the route handlers each load their own copy of this module,
// so the pools hang on the process.
const shared = globalThis as { [key: symbol]: { pools: Pools; read: Reader; write: Writer } | undefined };
const place = Symbol.for('povelja.database');

/**
 * Opens the pools on `url`; each connection starts as its role. Called once, by server/main.ts or a spec. No read and no
 * transaction takes longer than `deadline` milliseconds, the wait for a connection included: it throws then.
 */
export function connect({ url, readers = 8, writers = 6, deadline = 10_000 }: { url: string; readers?: number; writers?: number; deadline?: number }): void {
  const pools = {
    // The ids of a hundred thousand hits stay in memory; with Postgres' own 4 MB they are written to the disk and read again.
    reader: openPool({ url, role: 'povelja_reader', max: readers, deadline, workMemory: '16MB' }),
    writer: openPool({ url, role: 'povelja_app', max: writers, deadline }),
  };
  shared[place] = { pools, read: drizzle(pools.reader), write: { transaction: (work) => transact(pools.writer, work) } };
}

export async function disconnect(): Promise<void> {
  const open = shared[place];
  shared[place] = undefined;
  if (open) await Promise.all([closePool(open.pools.reader), closePool(open.pools.writer)]);
}

/** Can only select. */
export function reader(): Reader {
  return tried().getStore() ?? opened().read;
}

/** What was tried out, and is to be forgotten. */
class Forgotten extends Error {}

/**
 * Tries something out: all that `work` writes and reads is one transaction, and nothing of it stays. Its rows are locked
 * meanwhile, and its numbers are used up; nobody is told of it.
 */
export async function rehearse<T>(work: () => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await opened().write.transaction(async (db) => {
      result = { value: await tried().run(db, work) };
      throw new Forgotten();
    });
  } catch (error) {
    if (!(error instanceof Forgotten)) throw error;
  }
  if (!result) throw new Error('What was tried out gave nothing.');
  return result.value;
}

/** The transaction of what is tried out now; like the pools it hangs on the process. */
function tried(): AsyncLocalStorage<Transaction> {
  const held = globalThis as { [key: symbol]: AsyncLocalStorage<Transaction> | undefined };
  return (held[Symbol.for('povelja.rehearsal')] ??= new AsyncLocalStorage());
}

/** For the gate alone (tests/floors.spec.ts holds it). */
export function writer(): Writer {
  const db = tried().getStore();
  if (db) return { transaction: (work) => work(db) };
  return opened().write;
}

function opened() {
  const open = shared[place];
  if (!open) throw new Error('The database is not connected.');
  return open;
}
