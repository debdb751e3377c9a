import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { securityEvent, session } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import { turnAway } from '#office/refusing.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { deviceOf, type Device } from './agent.ts';

/** One sign-in that still opens the workspace. `id` is the hash that the database keeps: it opens nothing. */
export type OwnSession = { readonly id: string; readonly device: Device; readonly address: string | null; readonly startedAt: Date; readonly seenAt: Date; readonly isThis: boolean };

// The same times as at the door (session.ts): what is too old is listed nowhere, since it opens nothing.
const alive = and(isNull(session.endedAt), sql`${session.seenAt} > now() - interval '30 minutes'`, sql`${session.startedAt} > now() - interval '10 hours'`);

/** Where the viewer is signed in, this session first, then the one seen last. */
export async function sessionsOf(viewer: Staff): Promise<OwnSession[]> {
  const rows = await reader().select({ id: session.id, agent: session.agent, address: session.address, startedAt: session.startedAt, seenAt: session.seenAt })
    .from(session).where(and(eq(session.personId, viewer.id), alive)).orderBy(desc(sql`${session.id} = ${viewer.sessionHash ?? ''}`), desc(session.seenAt));
  return rows.map(({ agent, address, ...one }) => ({ ...one, device: deviceOf(agent), address: address || null, isThis: one.id === viewer.sessionHash }));
}

/** Ends one of the viewer's own sessions, here or elsewhere. Another's is one that is not there. */
export async function endOwnSession(viewer: Viewer, id: string): Promise<Outcome<number>> {
  return ended(viewer, (who) => and(eq(session.personId, who.id), eq(session.id, id)));
}

/** Signs out everywhere else. */
export function endOthers(viewer: Viewer): Promise<Outcome<number>> {
  return ended(viewer, (who) => and(eq(session.personId, who.id), ne(session.id, who.sessionHash ?? '')));
}

/** Signs out everywhere, here too. */
export function endAll(viewer: Viewer): Promise<Outcome<number>> {
  return ended(viewer, (who) => eq(session.personId, who.id));
}

async function ended(viewer: Viewer, which: (viewer: Staff) => ReturnType<typeof and>): Promise<Outcome<number>> {
  if (viewer.kind !== 'staff') return turnAway(viewer, 'person.endSession', refused(403, { field: '', rule: 'notAllowed' }));
  const count = await aside(async (db) => {
    const rows = await db.update(session).set({ endedAt: sql`now()` }).where(and(which(viewer), isNull(session.endedAt))).returning({ id: session.id });
    if (rows.length > 0) await db.insert(securityEvent).values({ kind: 'sessions_ended', actorId: viewer.id, detail: { count: rows.length } });
    return rows.length;
  });
  return done(count);
}
