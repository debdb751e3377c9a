import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { session } from '#db/schema/session.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { aside } from '#office/change.ts';
import type { Transaction } from '#office/pen.ts';
import type { Staff } from '#office/viewer.ts';
import { newSecret, secretHash } from './secret.ts';

// Counted by the database's clock alone (SAFETY section 3).
const alive = and(
  isNull(session.endedAt),
  sql`${session.seenAt} > now() - interval '30 minutes'`,
  sql`${session.startedAt} > now() - interval '10 hours'`,
);

/** Begins a session and gives the secret that its cookie carries; the database keeps only its hash. */
export async function beginSession(personId: string, from: { agent: string; address: string }): Promise<string> {
  const secret = newSecret();
  await aside(async (db) => db.insert(session).values({ id: secretHash(secret), personId, agent: from.agent.slice(0, 300), address: from.address }));
  return secret;
}

/**
 * Who holds this secret: read fresh, with the roles that hold on `today` (ISO day). Null where the session
 * is unknown, ended, idle for 30 minutes or older than 10 hours, or the person is deactivated or expired.
 */
export async function staffBySecret(secret: string, today: string): Promise<Staff | null> {
  const id = secretHash(secret);
  const rows = await reader().select({
    id: person.id, name: personal.value, writtenForm: person.writtenForm, role: grantOfRight.role, noun: grantOfRight.scopeNoun, recordId: grantOfRight.scopeId,
    stale: sql<boolean>`${session.seenAt} < now() - interval '1 minute'`,
  }).from(session)
    .innerJoin(person, and(eq(person.id, session.personId), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))))
    .leftJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'name')))
    .leftJoin(grantOfRight, and(eq(grantOfRight.personId, person.id), or(isNull(grantOfRight.until), gte(grantOfRight.until, today))))
    .where(and(eq(session.id, id), alive));
  const [first] = rows;
  if (!first) return null;
  if (first.stale) await aside(async (db) => db.update(session).set({ seenAt: sql`now()` }).where(and(eq(session.id, id), alive)));
  return {
    kind: 'staff', id: first.id, name: first.name ?? '', writtenForm: first.writtenForm as WrittenForm, sessionHash: id,
    grants: rows.flatMap(({ role, noun, recordId }) => (role ? [{ role, noun, recordId }] : [])),
  };
}

export async function endSession(secret: string): Promise<void> {
  await aside(async (db) => db.update(session).set({ endedAt: sql`now()` }).where(and(eq(session.id, secretHash(secret)), isNull(session.endedAt))));
}

/** Ends every session of a person, in the transaction that changes what they may do. */
export async function endSessionsOf(db: Transaction, personId: string): Promise<void> {
  await db.update(session).set({ endedAt: sql`now()` }).where(and(eq(session.personId, personId), isNull(session.endedAt)));
}
