import { randomUUID } from 'node:crypto';
import { and, eq, isNull, isNotNull, or, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import { post } from '#office/posting.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { kinds } from './mail.ts';
import { seesLetters } from './read.ts';

type Db = Parameters<Parameters<typeof aside>[0]>[0];

/** Lets a letter go after all: one that waits goes at once, one that was held or given up is tried again. One whose link is dead cannot. */
export function release(viewer: Viewer, id: string): Promise<Outcome<{ id: string }>> {
  return settleOne(viewer, id, 'letterReleased', async (db) => {
    const rows = await db.update(outbox).set({
      nextAt: sql`now()` as never, heldAt: null, endedAt: null, unclear: 0, fault: null, reply: null, lapsesAt: sql`greatest(${outbox.lapsesAt}, now() + interval '2 days')` as never,
    }).where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.begunAt), or(isNull(outbox.fault), sql`${outbox.fault} not in ('linkDead', 'broken')`), mayGo)).returning({ id: outbox.id });
    return rows.length > 0;
  });
}

/** Lets a letter be: it does not go, and nobody is told of it any more. */
export function drop(viewer: Viewer, id: string): Promise<Outcome<{ id: string }>> {
  return settleOne(viewer, id, 'letterDropped', async (db) => {
    const rows = await db.update(outbox).set({ endedAt: sql`coalesce(${outbox.endedAt}, now())` as never, heldAt: null, sealed: null, fault: 'dropped' })
      .where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.begunAt))).returning({ id: outbox.id });
    return rows.length > 0;
  });
}

/** A letter to oneself, to see whether letters arrive. */
export async function tryOut(viewer: Viewer): Promise<Outcome<{ id: string }>> {
  if (!seesLetters(viewer)) return refused(404, { field: '', rule: 'notFound' });
  const id = await aside((db) => post(db, { kind: 'trial', occasion: randomUUID(), to: { personId: (viewer as Staff).id } }));
  return done({ id: id ?? '' });
}

/** A letter with a link that is not in it any more has nothing to bring. */
const mayGo = or(isNotNull(outbox.sealed), sql`${outbox.kind} not in (${sql.join(Object.entries(kinds).flatMap(([kind, { opens }]) => (opens ? [sql`${kind}`] : [])), sql`, `)})`);

async function settleOne(viewer: Viewer, id: string, kind: string, write: (db: Db) => Promise<boolean>): Promise<Outcome<{ id: string }>> {
  if (!seesLetters(viewer)) return refused(404, { field: '', rule: 'notFound' });
  return aside(async (db) => {
    if (!await write(db)) return refused(422, { field: '', rule: 'letterOver' });
    // The outbox is outside the ledger; who had a hand in it stands where sign-ins do.
    await db.insert(securityEvent).values({ kind, actorId: (viewer as Staff).id, recordId: id });
    return done({ id });
  });
}
