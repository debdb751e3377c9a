import { eq, sql } from 'drizzle-orm';
import { personal } from '#db/schema/person.ts';
import { credential, session } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import type { Staff } from '#office/viewer.ts';
import { acceptCode, kindOf } from './code.ts';
import { passwordFits } from './password.ts';
import { accountOf, forgive, note, takeTurn } from './turns.ts';

/**
 * The viewer says once more who he is, by his password or by a code of his app: for ten minutes his session is confirmed. Wrong ones
 * count with wrong sign-ins, so whoever sits down at a desk that was left open guesses no faster than at the door.
 */
export async function confirm(viewer: Staff, { typed, address }: { typed: string; address: string }): Promise<Outcome<Staff>> {
  const known = await aside((db) => heldBy(db, viewer.id));
  const turn = await takeTurn({ account: accountOf(known?.email ?? viewer.id), address, kind: kindOf(typed) === 'app' ? 'code' : 'password' });
  if (!turn.done) return { ...turn, issues: turn.issues.map((issue) => ({ ...issue, field: 'confirmPassword' })) };
  const fits = await passwordFits(typed, known?.hash ?? null) || await isCode(viewer, typed);
  if (!fits) {
    await note('confirmation_failed', viewer.id, {});
    return refused(422, { field: 'confirmPassword', rule: 'wrongConfirmation' });
  }
  await aside(async (db) => {
    await forgive(db, turn.value);
    await db.update(session).set({ confirmedAt: sql`now()` as never }).where(eq(session.id, viewer.sessionHash ?? ''));
  });
  await note('confirmed', viewer.id, {});
  return done({ ...viewer, confirmed: true });
}

/** A recovery code is for coming in, and is not spent here. */
async function isCode(viewer: Staff, typed: string): Promise<boolean> {
  return kindOf(typed) === 'app' && await aside((db) => acceptCode(db, viewer.id, typed)) !== null;
}

async function heldBy(db: Transaction, personId: string) {
  const [held] = await db.select({ hash: credential.passwordHash, email: personal.value }).from(credential)
    .innerJoin(personal, sql`${personal.ownerId} = ${credential.personId} and ${personal.field} = 'email'`).where(eq(credential.personId, personId));
  return held;
}
