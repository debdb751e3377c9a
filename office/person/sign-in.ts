import { and, eq, isNull, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { credential, securityEvent, signInAttempt } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { passwordFits } from './password.ts';
import { secretHash } from './secret.ts';
import { beginSession } from './session.ts';

export type Credentials = {
  email: string; password: string; agent: string; address: string; today: string;
  /** The id of the one person who may come in here, where a form of his waits to be gone on with. */
  only?: string;
};

/** Failures allowed per account in 15 minutes and per address in 5 minutes (SAFETY section 3). */
const limits = { account: 5, address: 25 };

/**
 * Begins a session for whoever knows the password. Unknown, deactivated and expired people get the same
 * words after the same work as a wrong password; after five failures an account waits, longer each time, at most 15 minutes.
 */
export async function signIn({ email, password, agent, address, today, only }: Credentials): Promise<Outcome<{ secret: string }>> {
  const account = secretHash(email.trim().toLowerCase());
  const origin = networkOf(address);
  const wait = await aside((db) => takeTurn(db, account, origin));
  if (wait > 0) {
    await note('sign_in_delayed', null, { minutes: wait });
    return refused(422, { field: '', rule: 'tooManyAttempts', values: { minutes: wait } });
  }
  const found = await aside((db) => personByEmail(db, email, today));
  if (!await passwordFits(password, found?.hash ?? null) || !found) {
    await note('sign_in_failed', found?.id ?? null, {});
    return refused(422, { field: '', rule: 'wrongCredentials' });
  }
  if (only !== undefined && only !== found.id) {
    await note('sign_in_failed', found.id, {});
    return refused(422, { field: '', rule: 'anotherPerson' });
  }
  await aside(async (db) => db.delete(signInAttempt).where(eq(signInAttempt.account, account)));
  await note('signed_in', found.id, {});
  return done({ secret: await beginSession(found.id, { agent, address }) });
}

async function personByEmail(db: Transaction, email: string, today: string) {
  const [found] = await db.select({ id: person.id, hash: credential.passwordHash, expiresOn: person.expiresOn }).from(personal)
    .innerJoin(person, and(eq(person.id, personal.ownerId), isNull(person.deactivatedAt)))
    .innerJoin(credential, eq(credential.personId, person.id))
    .where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email.trim()})`));
  return found && (found.expiresOn === null || found.expiresOn >= today) ? found : null;
}

/**
 * Counts this attempt as a failure before its password is looked at, so that a burst of guesses cannot run
 * past the limits; signing in takes it back. Answers the minutes to wait where it has no turn, and counts nothing then.
 */
export async function takeTurn(db: Transaction, account: string, address: string): Promise<number> {
  for (const turn of [`account ${account}`, `address ${address}`]) await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const wait = await minutesToWait(db, account, address);
  if (wait === 0) await db.insert(signInAttempt).values({ account, address });
  return wait;
}

async function minutesToWait(db: Transaction, account: string, address: string): Promise<number> {
  const [failed] = await db.select({
    account: sql<number>`count(*) filter (where account = ${account})`,
    address: sql<number>`count(*) filter (where address = ${address} and at > now() - interval '5 minutes')`,
    since: sql<number>`coalesce(extract(epoch from now() - max(at) filter (where account = ${account})) / 60, 0)`,
  }).from(signInAttempt).where(sql`at > now() - interval '15 minutes'`);
  if (!failed) return 0;
  if (Number(failed.address) >= limits.address) return 5;
  const over = Number(failed.account) - limits.account;
  if (over < 0) return 0;
  // One minute after the fifth failure, doubled by each further one, never more than fifteen.
  return Math.max(0, Math.ceil(Math.min(15, 2 ** over) - Number(failed.since)));
}

/** An IPv4 address as it is; of an IPv6 address the /64 that one subscriber has. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** The groups of an IPv6 address with those that `::` leaves out, each in its shortest form. */
function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.toLowerCase().split('::').map((half) => half.split(':').filter(Boolean));
  const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...(address.includes('::') ? left : []), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}

async function note(kind: string, actorId: string | null, detail: Record<string, number>): Promise<void> {
  await aside(async (db) => db.insert(securityEvent).values({ kind, actorId, detail }));
}
