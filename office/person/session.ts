import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { halfSignIn, session } from '#db/schema/session.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { aside } from '#office/change.ts';
import type { Transaction } from '#office/pen.ts';
import type { Staff } from '#office/viewer.ts';
import { rolesThatMustHaveOne } from './requirement.ts';
import { newSecret, secretHash } from './secret.ts';

type From = { readonly agent: string; readonly address: string };

// Counted by the database's clock alone (SAFETY section 3).
const alive = and(
  isNull(session.endedAt),
  sql`${session.seenAt} > now() - interval '30 minutes'`,
  sql`${session.startedAt} > now() - interval '10 hours'`,
);

/** Begins a session and gives the secret that its cookie carries; the database keeps only its hash. */
export async function beginSession(personId: string, from: From): Promise<string> {
  return aside((db) => writeSession(db, personId, from));
}

/** The same in the transaction of its cause. Whoever has just come in has given his password or his code. */
export async function writeSession(db: Transaction, personId: string, { agent, address }: From): Promise<string> {
  const secret = newSecret();
  await db.insert(session).values({ id: secretHash(secret), personId, agent: agent.slice(0, 300), address, confirmedAt: sql`now()` as never });
  return secret;
}

/** Who is signed in, and whether a role of his requires a second factor that he has not set up: then he may do nothing but that. */
export type Holder = { readonly staff: Staff; readonly mustSetUp: boolean };

/** Who may work here by this secret; null also for whoever must set up a second factor first (`holderBySecret`). */
export async function staffBySecret(secret: string, today: string): Promise<Staff | null> {
  const holder = await holderBySecret(secret, today);
  return holder && !holder.mustSetUp ? holder.staff : null;
}

/**
 * Who holds this secret: read fresh, with the roles that hold on `today` (ISO day). Null where the session
 * is unknown, ended, idle for 30 minutes or older than 10 hours, or the person is deactivated or expired.
 */
export async function holderBySecret(secret: string, today: string): Promise<Holder | null> {
  const id = secretHash(secret);
  const rows = await reader().select({
    id: person.id, name: personal.value, writtenForm: person.writtenForm, role: grantOfRight.role, noun: grantOfRight.scopeNoun, recordId: grantOfRight.scopeId,
    stale: sql<boolean>`${session.seenAt} < now() - interval '1 minute'`,
    confirmed: sql<boolean>`coalesce(${session.confirmedAt} > now() - interval '10 minutes', false)`,
    bare: isNull(person.secondFactorSince).mapWith(Boolean), requiredOf: rolesThatMustHaveOne,
  }).from(session)
    .innerJoin(person, and(eq(person.id, session.personId), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))))
    .leftJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'name')))
    .leftJoin(grantOfRight, and(eq(grantOfRight.personId, person.id), or(isNull(grantOfRight.until), gte(grantOfRight.until, today))))
    .where(and(eq(session.id, id), alive));
  const [first] = rows;
  if (!first) return null;
  if (first.stale) await aside(async (db) => db.update(session).set({ seenAt: sql`now()` }).where(and(eq(session.id, id), alive)));
  const staff: Staff = {
    kind: 'staff', id: first.id, name: first.name ?? '', writtenForm: first.writtenForm as WrittenForm, sessionHash: id, confirmed: first.confirmed,
    grants: rows.flatMap(({ role, noun, recordId }) => (role ? [{ role, noun, recordId }] : [])),
  };
  return { staff, mustSetUp: first.bare && staff.grants.some(({ role }) => first.requiredOf.includes(role)) };
}

export async function endSession(secret: string): Promise<void> {
  await aside(async (db) => db.update(session).set({ endedAt: sql`now()` }).where(and(eq(session.id, secretHash(secret)), isNull(session.endedAt))));
}

/**
 * Ends every session of a person, and sign-ins that are half done, in the transaction that changes what they may do; `spared` is
 * the hash of the one session that stays.
 */
export async function endSessionsOf(db: Transaction, personId: string, spared: string | null = null): Promise<void> {
  await db.update(session).set({ endedAt: sql`now()` }).where(and(eq(session.personId, personId), isNull(session.endedAt), spared === null ? undefined : ne(session.id, spared)));
  await db.update(halfSignIn).set({ endedAt: sql`now()` }).where(and(eq(halfSignIn.personId, personId), isNull(halfSignIn.endedAt)));
}
