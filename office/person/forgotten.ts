import { and, eq, isNull, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { person, personal } from '#db/schema/person.ts';
import { credential, securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { mailWorks, post } from '#office/posting.ts';
import { issueLink } from './link.ts';
import { secretHash } from './secret.ts';
import { takeTurn } from './turns.ts';

/** RFC 2606: no mailbox has it. */
const nobody = 'nobody@povelja.invalid';

/**
 * Somebody at the door says that he has forgotten his password: a link goes to that address, where it is one of a person who may sign in.
 * Known and unknown addresses get the same answer after the same questions to the database: a link and a letter are made for nobody too; the
 * one opens nothing, the other never goes. Limited per address that is typed and per network, as signing in is. Refused where no letters go out.
 */
export async function askForReset({ email, address, today }: { email: string; address: string; today: string }): Promise<Outcome<null>> {
  if (!mailWorks()) return refused(422, { field: '', rule: 'noMail' });
  const turn = await takeTurn({ account: secretHash(`reset ${email.trim().toLowerCase()}`), address });
  if (!turn.done) return turn;
  await aside(async (db) => {
    const personId = await whoMaySignIn(db, email, today);
    const secret = await issueLink(db, personId, 'reset');
    const link = { id: secretHash(secret), secret };
    const letter = await post(db, personId ? { kind: 'reset', recordId: personId, to: { personId }, link } : { kind: 'reset', to: { address: nobody }, link });
    // The letter to nobody is taken back before anybody can see it; of a person there is nothing to take back, and it is asked all the same.
    if (!letter) throw new Error('The letter of a link that was just made was there already.');
    await db.delete(outbox).where(and(eq(outbox.id, letter), isNull(outbox.personId)));
    await db.insert(securityEvent).values({ kind: 'reset_asked', actorId: personId });
  });
  return done(null);
}

async function whoMaySignIn(db: Transaction, email: string, today: string): Promise<string | null> {
  const [found] = await db.select({ id: person.id, expiresOn: person.expiresOn }).from(personal)
    .innerJoin(person, and(eq(person.id, personal.ownerId), isNull(person.deactivatedAt), isNull(person.anonymisedAt)))
    .innerJoin(credential, eq(credential.personId, person.id))
    .where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email.trim()})`));
  return found && (found.expiresOn === null || found.expiresOn >= today) ? found.id : null;
}
