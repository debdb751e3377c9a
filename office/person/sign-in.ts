import { and, eq, isNull, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { credential } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { beginHalf } from './half-sign-in.ts';
import { passwordFits } from './password.ts';
import { beginSession } from './session.ts';
import { accountOf, forgive, note, takeBack, takeTurn } from './turns.ts';

export type Credentials = {
  email: string; password: string; agent: string; address: string; today: string;
  /** The id of the one person who may come in here, where a form of his waits to be gone on with. */
  only?: string;
};

/** How far somebody has come: in, by the secret of a session; or half-way, by one that waits for a code and opens nothing. */
export type Entrance = { readonly kind: 'in' | 'half'; readonly secret: string };

/**
 * Lets in whoever knows the password, half-way where a second factor is set. Unknown, deactivated and expired people get the
 * same words after the same work as a wrong password; attempts are limited (turns.ts).
 */
export async function signIn({ email, password, agent, address, today, only }: Credentials): Promise<Outcome<Entrance>> {
  const turn = await takeTurn({ account: accountOf(email), address });
  if (!turn.done) return turn;
  const found = await aside((db) => personByEmail(db, email, today));
  if (!await passwordFits(password, found?.hash ?? null) || !found) {
    await note('sign_in_failed', found?.id ?? null, {});
    return refused(422, { field: '', rule: 'wrongCredentials' });
  }
  if (only !== undefined && only !== found.id) {
    await note('sign_in_failed', found.id, {});
    return refused(422, { field: '', rule: 'anotherPerson' });
  }
  // The right password alone forgives nothing: else whoever has it could guess codes without end.
  await aside((db) => (found.secondFactorSince ? takeBack(db, turn.value) : forgive(db, turn.value)));
  return done(await admit(found.id, { agent, address }));
}

/** Lets in whoever has proven to be this person by a password or a link; half-way where a code is to follow. */
export async function admit(personId: string, from: { agent: string; address: string }): Promise<Entrance> {
  const [found] = await aside((db) => db.select({ since: person.secondFactorSince }).from(person).where(eq(person.id, personId)));
  if (found?.since) return { kind: 'half', secret: await beginHalf(personId) };
  await note('signed_in', personId, {});
  return { kind: 'in', secret: await beginSession(personId, from) };
}

async function personByEmail(db: Transaction, email: string, today: string) {
  const [found] = await db.select({ id: person.id, hash: credential.passwordHash, expiresOn: person.expiresOn, secondFactorSince: person.secondFactorSince }).from(personal)
    .innerJoin(person, and(eq(person.id, personal.ownerId), isNull(person.deactivatedAt)))
    .innerJoin(credential, eq(credential.personId, person.id))
    .where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email.trim()})`));
  return found && (found.expiresOn === null || found.expiresOn >= today) ? found : null;
}
