import { and, eq, sql } from 'drizzle-orm';
import { entryDraft, savedView } from '#db/schema/desk.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { credential, halfSignIn, oneTimeLink, recoveryCode, secondFactor, session, signInAttempt } from '#db/schema/session.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import { forgetLetters } from '#office/posting.ts';
import { writePersonal } from '#office/personal.ts';
import type { Viewer } from '#office/viewer.ts';
import { changePerson, type Which } from './changing.ts';
import type { AnonymiseEntry } from './entry.ts';
import { secretHash } from './secret.ts';

/**
 * Erases what the office keeps of somebody who has left, for good: name and address, sign-ins, password, second factor, links, attempts,
 * roles, what was typed and not sent, his own views. What he did stays in the history, under four signs (person.ts), and the ledger
 * still verifies, since it never held more than salted hashes of those values, whose salt goes too. Only for who is deactivated.
 */
export function anonymise(viewer: Viewer, { entry, ...which }: Which & { entry: AnonymiseEntry }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.anonymise', { ...which, reason: entry.reason }, async (pen, row) => {
    if (!row.deactivatedAt) pen.refuse({ field: '', rule: 'stillActive' });
    await eraseAttempts(pen);
    await eraseAside(pen.db, pen.id);
    await forgetLetters(pen.db, pen.id);
    await pen.db.delete(grantOfRight).where(eq(grantOfRight.personId, pen.id));
    await pen.revise(person, { anonymisedAt: sql`now()` as never });
    await writePersonal(pen, pen.id, { name: null, email: null });
  });
}

/** Attempts are counted under the hash of an address, so they go while the address is still known. */
async function eraseAttempts(pen: Pen): Promise<void> {
  const [held] = await pen.db.select({ email: personal.value }).from(personal).where(and(eq(personal.ownerId, pen.id), eq(personal.field, 'email')));
  const accounts = [secretHash(`own ${pen.id}`), ...held ? [secretHash(held.email.trim().toLowerCase()), secretHash(`reset ${held.email.trim().toLowerCase()}`)] : []];
  for (const account of accounts) await pen.db.delete(signInAttempt).where(eq(signInAttempt.account, account));
}

/** A view that the whole office uses is the office's, and stays. */
async function eraseAside(db: Transaction, personId: string): Promise<void> {
  for (const table of [session, credential, oneTimeLink, secondFactor, recoveryCode, halfSignIn, entryDraft]) {
    await db.delete(table).where(eq(table.personId, personId));
  }
  await db.delete(savedView).where(and(eq(savedView.personId, personId), eq(savedView.isShared, false)));
}
