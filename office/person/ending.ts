import { and, eq, isNull, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { halfSignIn, securityEvent, session } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';

/** Who has this e-mail address, however it is capitalised; null where nobody has. */
export async function personOfAddress(email: string): Promise<string | null> {
  const [found] = await reader().select({ id: personal.ownerId }).from(personal).where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email.trim()})`));
  return found?.id ?? null;
}

/**
 * Ends the sessions of a person, or with null everybody's, and sign-ins that are half done, and answers how many sessions there were. For whoever
 * keeps the machine: among the security events it stands without an actor.
 */
export async function endSessionsFromMachine(personId: string | null): Promise<number> {
  return aside(async (db) => {
    const ended = await db.update(session).set({ endedAt: sql`now()` })
      .where(and(isNull(session.endedAt), personId === null ? undefined : eq(session.personId, personId))).returning({ id: session.id });
    await db.update(halfSignIn).set({ endedAt: sql`now()` }).where(and(isNull(halfSignIn.endedAt), personId === null ? undefined : eq(halfSignIn.personId, personId)));
    await db.insert(securityEvent).values({ kind: 'sessions_ended', recordId: personId, detail: { count: ended.length } });
    return ended.length;
  });
}
