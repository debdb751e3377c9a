import { eq, sql } from 'drizzle-orm';
import { securityEvent, signInAttempt } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import { networkOf } from '#office/network.ts';
import type { Transaction } from '#office/pen.ts';
import { noteStranger } from '#office/stranger.ts';
import { secretHash } from './secret.ts';

/** Failures allowed per account in 15 minutes, per address in 5 minutes (SAFETY section 3), and of codes of the app per account in a day. */
const limits = { account: 5, address: 25, codes: 30 };

/** One attempt that is counted as failed until it is taken back. */
export type Turn = { readonly id: string; readonly account: string };
type Asked = { readonly account: string; readonly address: string; readonly kind?: 'password' | 'code' };

/**
 * Counts an attempt as a failure before what was typed is looked at, so that a burst of guesses cannot run past the limits;
 * `takeBack` or `forgive` undoes that. After five failures an account waits, longer each time, at most 15 minutes; then nothing is counted, and of
 * what is put off one event a minute is kept.
 */
export async function takeTurn({ account, address, kind = 'password' }: Asked): Promise<Outcome<Turn>> {
  const origin = networkOf(address);
  const taken = await aside(async (db) => {
    for (const turn of [`account ${account}`, `address ${origin}`]) await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    const wait = await minutesToWait(db, account, origin);
    const isOver = wait > 0 || (kind === 'code' && await codesToday(db, account) >= limits.codes);
    if (isOver) {
      await noteStranger(db, { kind: 'sign_in_delayed', detail: { minutes: wait } }, [account, origin]);
      return { wait };
    }
    const [counted] = await db.insert(signInAttempt).values({ account, address: origin, kind }).returning({ id: signInAttempt.id });
    return counted ?? { wait: 0 };
  });
  if ('id' in taken) return done({ id: taken.id, account });
  if (taken.wait === 0) return refused(422, { field: '', rule: 'tooManyCodes' });
  return refused(422, { field: '', rule: 'tooManyAttempts', values: { minutes: taken.wait } });
}

/** This attempt was none; what failed before it stays counted. */
export async function takeBack(db: Transaction, { id }: Turn): Promise<void> {
  await db.delete(signInAttempt).where(eq(signInAttempt.id, id));
}

/** Whoever is in has not been guessing. */
export async function forgive(db: Transaction, { account }: Pick<Turn, 'account'>): Promise<void> {
  await db.delete(signInAttempt).where(eq(signInAttempt.account, account));
}

/** Under which an account is counted: nobody reads from it whose it is. */
export function accountOf(email: string): string {
  return secretHash(email.trim().toLowerCase());
}

/** Keeps an event of signing in, in a transaction of its own. */
export async function note(kind: string, actorId: string | null, detail: Record<string, number>): Promise<void> {
  await aside(async (db) => db.insert(securityEvent).values({ kind, actorId, detail }));
}

async function minutesToWait(db: Transaction, account: string, address: string): Promise<number> {
  const [failed] = await db.select({
    account: sql<number>`count(*) filter (where account = ${account})`,
    address: sql<number>`count(*) filter (where address = ${address} and at > now() - interval '5 minutes')`,
    since: sql<number>`coalesce(extract(epoch from now() - max(at) filter (where account = ${account})) / 60, 0)`,
  }).from(signInAttempt).where(sql`at > now() - interval '15 minutes' and (account = ${account} or address = ${address})`);
  if (!failed) return 0;
  if (Number(failed.address) >= limits.address) return 5;
  const over = Number(failed.account) - limits.account;
  if (over < 0) return 0;
  // One minute after the fifth failure, doubled by each further one, never more than fifteen.
  return Math.max(0, Math.ceil(Math.min(15, 2 ** over) - Number(failed.since)));
}

/** Whoever has the password could else guess codes for weeks: at thirty a day the odds stay under one in ten thousand. */
async function codesToday(db: Transaction, account: string): Promise<number> {
  return db.$count(signInAttempt, sql`account = ${account} and kind = 'code' and at > now() - interval '1 day'`);
}
