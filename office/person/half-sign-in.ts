import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { halfSignIn } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { acceptCode, kindOf, type CodeKind } from './code.ts';
import { newSecret, secretHash } from './secret.ts';
import { writeSession } from './session.ts';
import { accountOf, forgive, note, takeTurn } from './turns.ts';

// Counted by the database's clock alone, as sessions are.
const open = and(isNull(halfSignIn.endedAt), sql`${halfSignIn.startedAt} > now() - interval '10 minutes'`);

/** Begins the second step for whoever has proven the first. Its secret opens nothing but that step, for ten minutes, once. */
export async function beginHalf(personId: string): Promise<string> {
  const secret = newSecret();
  await aside(async (db) => db.insert(halfSignIn).values({ id: secretHash(secret), personId }));
  return secret;
}

/** Whether a second step is open under this secret on `today` (ISO day). */
export async function isHalfOpen(secret: string, today: string): Promise<boolean> {
  return await aside((db) => halfBySecret(db, secret, today)) !== null;
}

export type SecondStep = {
  half: string; code: string; agent: string; address: string; today: string;
  /** The id of the one person who may come in here. */
  only?: string;
};

/**
 * Ends the second step with a session, by a code of the app or a recovery code. Wrong ones count with wrong passwords. 422
 * `halfGone` where the step is too old, was ended, or belongs to another than `only`.
 */
export async function completeSignIn({ half, code, agent, address, today, only }: SecondStep): Promise<Outcome<{ secret: string; by: CodeKind }>> {
  const found = await aside((db) => halfBySecret(db, half, today));
  if (!found || (only !== undefined && only !== found.personId)) return refused(422, { field: '', rule: 'halfGone' });
  const turn = await takeTurn({ account: accountOf(found.email), address, kind: kindOf(code) === 'app' ? 'code' : 'password' });
  if (!turn.done) return turn;
  const entered = await aside(async (db) => {
    // Locked, so that of two posts with a code each one makes a session.
    const [mine] = await db.select({ id: halfSignIn.id }).from(halfSignIn).where(and(eq(halfSignIn.id, secretHash(half)), open)).for('update');
    if (!mine) return 'gone';
    const by = await acceptCode(db, found.personId, code);
    if (!by) return 'wrong';
    await db.update(halfSignIn).set({ endedAt: sql`now()` }).where(eq(halfSignIn.id, mine.id));
    await forgive(db, turn.value);
    return { secret: await writeSession(db, found.personId, { agent, address }), by };
  });
  if (entered === 'gone') return refused(422, { field: '', rule: 'halfGone' });
  if (entered === 'wrong') {
    await note('code_failed', found.personId, {});
    return refused(422, { field: 'secondCode', rule: 'wrongCode' });
  }
  await note(entered.by === 'app' ? 'signed_in' : 'signed_in_by_recovery_code', found.personId, {});
  return done(entered);
}

async function halfBySecret(db: Transaction, secret: string, today: string) {
  const [found] = await db.select({ personId: halfSignIn.personId, email: personal.value }).from(halfSignIn)
    .innerJoin(person, and(eq(person.id, halfSignIn.personId), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))))
    .innerJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'email')))
    .where(and(eq(halfSignIn.id, secretHash(secret)), open));
  return found ?? null;
}
