import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { isDatabaseAway, noteBreak } from './away.ts';
import { oneByOne } from './one-by-one.ts';
import { cut, timeFor } from './pool.ts';

/** Reads and writes in one transaction. It cannot be nested. */
export type Transaction = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | '$count' | 'with'>;

/**
 * One transaction on a connection of its own: committed when `work` resolves, rolled back when it throws. Not drizzle's,
 * since that loses the connection for good where `begin` fails, and takes a transaction for committed that Postgres
 * rolled back because `work` had passed over a failed query.
 */
export async function transact<T>(pool: Pool, work: (db: Transaction) => Promise<T>): Promise<T> {
  const taken = await pool.connect();
  const { client, end } = oneByOne(taken);
  const late = setTimeout(cut, timeFor(pool), taken);
  let clean = false;
  try {
    await client.query('begin');
    const result = await work(drizzle(client));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('A query of this transaction failed and the work went on, so nothing was saved.');
    clean = true;
    return result;
  } catch (error) {
    const away = isDatabaseAway(error);
    if (away) noteBreak();
    clean = !away && (await rolledBack(client));
    throw error;
  } finally {
    clearTimeout(late);
    end();
    taken.release(!clean);
  }
}

function rolledBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(() => true, () => false);
}
