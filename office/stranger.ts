import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { aside } from './change.ts';
import { networkOf } from './network.ts';
import { refused, type Refused } from './outcome.ts';
import type { Transaction } from './pen.ts';

/** Refuses whoever is not signed in an act of the office, before anything that he sent is read; it stands among the refusals, once a minute for his network. */
export async function refuseStranger(address: string): Promise<Refused> {
  await aside((db) => noteStranger(db, { kind: 'refused', status: 403 }, [networkOf(address)]));
  return refused(403, { field: '', rule: 'notAllowed' });
}

type Told = { readonly kind: string; readonly status?: number; readonly detail?: Readonly<Record<string, number>> };

/**
 * Keeps an event of somebody unknown, unless one of its kind was kept within a minute for any of `from`, the account that is tried or the
 * network it comes from: whoever goes on is seen each minute, and fills neither the disk nor the backups. Which those were is known for
 * a day, among the attempts, as a hash.
 */
export async function noteStranger(db: Transaction, { kind, status, detail = {} }: Told, from: readonly string[]): Promise<void> {
  const marks = from.map((one) => createHash('sha256').update(`noted ${kind} ${one}`).digest('hex'));
  // So that a crowd is one event. Whoever holds the lock is noting it, and nobody waits for him, since each in the crowd has a connection that the office needs.
  for (const mark of marks) {
    const { rows: [lock] } = await db.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${mark}, 0)) as mine`);
    if (!lock?.mine) return;
  }
  await db.execute(sql`
    with noted as (
      insert into sign_in_attempt (account, address, kind)
      select mark, 'noted', 'noted' from jsonb_array_elements_text(${JSON.stringify(marks)}::jsonb) as mark
      where not exists (select from sign_in_attempt a join jsonb_array_elements_text(${JSON.stringify(marks)}::jsonb) as known on a.account = known where a.at > now() - interval '1 minute')
      returning 1)
    insert into security_event (kind, status, detail) select ${kind}, ${status ?? null}::int, ${JSON.stringify(detail)}::jsonb where exists (select from noted)`);
}
