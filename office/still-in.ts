import { sql } from 'drizzle-orm';
import { refused, type Outcome, type Refused } from './outcome.ts';
import type { Transaction } from './pen.ts';
import type { Viewer } from './viewer.ts';

/** What somebody is told whose access ended while his request was under way. */
export const sessionEnded: Refused = refused(403, { field: '', rule: 'sessionEnded' });

/**
 * Whether the viewer may still act at all: what he may do was read when his request began, and every change of it ends his sessions in
 * its own transaction. Read without a lock, so that nobody who is seen or signed out waits for a save, nor a save for him. Whoever
 * works without a session, an import that goes on when its bringer has gone home, is asked for his account: each change of it, of his roles as well,
 * steps its version, and what he may do is then read anew.
 */
export async function isStillIn(db: Pick<Transaction, 'execute'>, viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'staff') return true;
  const { rows: [found] } = await db.execute<{ in: boolean }>(viewer.sessionHash === null
    ? sql`select not exists (select from person where id = ${viewer.id} and (deactivated_at is not null or version <> coalesce(${viewer.accountVersion ?? null}::int, version))) as in`
    : sql`select exists (select from session where id = ${viewer.sessionHash} and ended_at is null) as in`);
  return found?.in ?? false;
}

/** Whether an act was refused since its viewer's access has ended, or is another one than was read: then whoever does many stops, and those that are left wait. */
export function hasEnded(outcome: Outcome<unknown>): boolean {
  return !outcome.done && outcome.issues.some(({ rule }) => rule === 'sessionEnded');
}
