import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { confirmPassword, done, refused, type Outcome } from '#office/outcome.ts';
import { post } from '#office/posting.ts';
import { noting, turnAway } from '#office/refusing.ts';
import { isStillIn, sessionEnded } from '#office/still-in.ts';
import type { Viewer } from '#office/viewer.ts';
import { firm, opening } from './mail.ts';
import { seesLetters } from './read.ts';

type Db = Parameters<Parameters<typeof aside>[0]>[0];

/** Lets a letter go after all: one that waits goes at once, one that was held or given up is tried again. One whose link is dead cannot. */
export function release(viewer: Viewer, id: string): Promise<Outcome<{ id: string }>> {
  return settleOne(viewer, id, 'release', async (db) => {
    const rows = await db.update(outbox).set({
      nextAt: sql`now()` as never, heldAt: null, endedAt: null, unclear: 0, fault: null, reply: null, lapsesAt: sql`greatest(${outbox.lapsesAt}, now() + interval '2 days')` as never,
    }).where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.begunAt), or(isNull(outbox.fault), sql`${outbox.fault} not in ('linkDead', 'broken')`), mayGo)).returning({ id: outbox.id });
    return rows.length > 0 ? null : 'letterOver';
  });
}

/** Lets a letter be: it does not go, and nobody is told of it any more. Of those that warn somebody only what could not go is put away so. */
export function drop(viewer: Viewer, id: string): Promise<Outcome<{ id: string }>> {
  return settleOne(viewer, id, 'drop', async (db) => {
    const stands = and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.begunAt));
    const rows = await db.update(outbox).set({ endedAt: sql`coalesce(${outbox.endedAt}, now())` as never, heldAt: null, sealed: null, fault: 'dropped' })
      .where(and(stands, or(isNotNull(outbox.endedAt), notInArray(outbox.kind, firm)))).returning({ id: outbox.id });
    if (rows.length > 0) return null;
    return await db.$count(outbox, stands) > 0 ? 'letterFirm' : 'letterOver';
  });
}

/** A letter to oneself, to see whether letters arrive. */
export async function tryOut(viewer: Viewer): Promise<Outcome<{ id: string }>> {
  if (!seesLetters(viewer)) return turnAway(viewer, 'letter.tryOut', notFound);
  const id = await aside((db) => post(db, { kind: 'trial', occasion: randomUUID(), to: { personId: viewer.id } }));
  return done({ id: id ?? '' });
}

/** A letter with a link that is not in it any more has nothing to bring. */
const mayGo = or(isNotNull(outbox.sealed), notInArray(outbox.kind, opening));
const notFound = refused(404, { field: '', rule: 'notFound' });
const events = { release: 'letterReleased', drop: 'letterDropped' };

/** Other people's letters are an administrator's matter, so the password is asked for as for their accounts. `write` answers with the rule that refuses it. */
async function settleOne(viewer: Viewer, id: string, act: keyof typeof events, write: (db: Db) => Promise<string | null>): Promise<Outcome<{ id: string }>> {
  if (!seesLetters(viewer)) return turnAway(viewer, `letter.${act}`, notFound, id);
  if (!viewer.confirmed) return turnAway(viewer, `letter.${act}`, refused(403, confirmPassword), id);
  const outcome = await aside(async (db) => {
    if (!await isStillIn(db, viewer)) return sessionEnded;
    const rule = await write(db);
    if (rule !== null) return refused(422, { field: '', rule });
    // The outbox is outside the ledger; who had a hand in it stands where sign-ins do.
    await db.insert(securityEvent).values({ kind: events[act], actorId: viewer.id, recordId: id });
    return done({ id });
  });
  return noting(viewer, `letter.${act}`, outcome, id);
}
