import { Client } from 'pg';
import { saidWait, type Log } from './said-wait.ts';

const lockKey = 7_306_653;

/** Does `work` while no other instance on the database at `url` does; who comes second waits, ten minutes at most. The address must lead to Postgres itself, as that of migrations does. That it waits is said by `log`. */
export async function alone<T>(url: string, work: () => Promise<T>, log: Log = () => {}): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, lock_timeout: 600_000, application_name: 'povelja alone', keepAlive: true });
  client.on('error', () => {}); // a lock that is lost lets another in, as a killed instance would
  await client.connect();
  try {
    await saidWait(() => client.query('select pg_advisory_lock($1)', [lockKey]), 'Another start is filling this database: waiting until it is done, ten minutes at most.', { log });
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}
