import { sql } from 'drizzle-orm';
import { aside } from '#office/change.ts';

/**
 * Takes away what signing in leaves behind, each after its time (docs/running.md): sessions half a year after they were last seen (the
 * newest of each person stays, since it says when he was last here), attempts after a day, half-done sign-ins and keys that were
 * never proven after a day, links half a year after they closed, security events after two years. Answers how many rows went.
 */
export async function sweepSignIns(): Promise<number> {
  return aside(async (db) => {
    const gone = [
      await db.execute(sql`delete from session s where seen_at < now() - interval '180 days'
        and exists (select from session newer where newer.person_id = s.person_id and newer.seen_at > s.seen_at)`),
      await db.execute(sql`delete from sign_in_attempt where at < now() - interval '1 day'`),
      await db.execute(sql`delete from half_sign_in where started_at < now() - interval '1 day'`),
      await db.execute(sql`update second_factor set pending_key = null, pending_at = null where pending_at < now() - interval '1 day'`),
      await db.execute(sql`delete from second_factor where sealed_key is null and pending_key is null`),
      await db.execute(sql`delete from one_time_link where expires_at < now() - interval '180 days'`),
    ];
    const { rows: [events] } = await db.execute<{ many: string }>(sql`select povelja_forget_security_events() as many`);
    return gone.reduce((all, { rowCount }) => all + (rowCount ?? 0), Number(events?.many ?? 0));
  });
}
