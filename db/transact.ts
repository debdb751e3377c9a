import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { isDatabaseAway } from './away.ts';
import { cut, timeFor } from './pool.ts';

export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/**
 * One transaction on a connection of its own: committed when `work` resolves, rolled back when it throws. Drizzle's own
 * over a pool loses the connection for good where `begin` fails, and commits nothing without a word where `work` passed
 * over a failed query, so it is given the single connection and watched here.
 */
export async function transact<T>(pool: Pool, work: (db: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const late = setTimeout(cut, timeFor(pool), client);
  let spoilt = false;
  try {
    return await drizzle(client).transaction(async (db) => {
      const result = await work(db);
      if (client.getTransactionStatus() === 'E') throw new Error('A query of this transaction failed, and the work went on.');
      return result;
    });
  } catch (error) {
    spoilt = isDatabaseAway(error);
    throw error;
  } finally {
    clearTimeout(late);
    client.release(spoilt || client.getTransactionStatus() !== 'I');
  }
}
