import { and, eq, isNull, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { credential } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { beginHalf } from './half-sign-in.ts';
import { issueLink } from './link.ts';
import { isLongAlone } from './passphrase.ts';
import { passwordFits } from './password.ts';
import { beginSession } from './session.ts';
import { accountOf, forgive, note, takeBack, takeTurn } from './turns.ts';

export type Credentials = {
  email: string; password: string; agent: string; address: string; today: string;
  /** The id of the one person who may come in here, where a form of his waits to be gone on with. */
  only?: string;
};

/**
 * How far somebody has come: in, by the secret of a session; half-way, by one that waits for a code and opens nothing; or no further than his
 * password, too short to hold an account alone: then it is the secret of a link by which he sets a longer one.
 */
export type Entrance = { readonly kind: 'in' | 'half' | 'short'; readonly secret: string };

/**
 * Lets in whoever knows the password, half-way where a second factor is set. One that was long enough beside a factor, and stands alone now
 * that it is gone, is exchanged first: how long it is, is known at no other time. Unknown, deactivated and expired people get the
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
  if (found.secondFactorSince) {
    // The right password alone forgives nothing: else whoever has it could guess codes without end.
    await aside((db) => takeBack(db, turn.value));
    return done({ kind: 'half', secret: await beginHalf(found.id) });
  }
  await aside((db) => forgive(db, turn.value));
  if (isLongAlone(password)) return done(await admit(found.id, { agent, address }));
  await note('password_too_short', found.id, {});
  // Over a form there is no room to choose another one: what is typed there waits.
  if (only !== undefined) return refused(422, { field: '', rule: 'shortPassword' });
  return done({ kind: 'short', secret: await aside((db) => issueLink(db, found.id, 'reset')) });
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
