import type { ClientBase } from 'pg';

/**
 * One instant of the register, read and not written, for as long as `look` takes. Names mean Postgres' own functions before any that somebody
 * has put beside them, no row is hidden by a policy, and an instant is written as the ledger wrote it.
 */
export async function inSnapshot<T>(client: ClientBase, look: () => Promise<T>): Promise<T> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    await client.query("set local search_path = pg_catalog, public; set local row_security = off; set local timezone = 'UTC'; set local statement_timeout = 0");
    return await look();
  } finally {
    await client.query('rollback');
  }
}
