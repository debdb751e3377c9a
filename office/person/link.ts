import { and, eq, isNull, sql } from 'drizzle-orm';
import { person } from '#db/schema/person.ts';
import { credential, oneTimeLink } from '#db/schema/session.ts';
import { aside, change, type Entered } from '#office/change.ts';
import { tellOf } from '#office/notices.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { recallLinks } from '#office/posting.ts';
import { systemViewer } from '#office/viewer.ts';
import { hashPassword } from './password.ts';
import type { MachineReason } from './person.ts';
import { refusePoorPassphrase } from './refuse-passphrase.ts';
import { newSecret, secretHash } from './secret.ts';
import { endSessionsOf } from './session.ts';

/** How long a link opens: a set-up link is printed at start, an invitation travels by hand or mail; whoever forgot his password waits for the link. */
const lifetime = { set_up: sql`interval '1 hour'`, invitation: sql`interval '7 days'`, reset: sql`interval '1 day'` };
export type Purpose = keyof typeof lifetime;

/** An id that no person has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * A fresh one-time link for the person; older ones of theirs are closed. Gives its secret, which is kept nowhere. A reset for nobody asks
 * the database the same questions, so that time does not tell who has an account; it opens nothing.
 */
export async function issueLink(db: Transaction, personId: string | null, purpose: Purpose): Promise<string> {
  const secret = newSecret();
  const mine = purpose === 'set_up' ? and(isNull(oneTimeLink.personId), eq(oneTimeLink.purpose, purpose)) : eq(oneTimeLink.personId, personId ?? nobody);
  await db.update(oneTimeLink).set({ usedAt: sql`now()` }).where(and(mine, isNull(oneTimeLink.usedAt)));
  await recallLinks(db, personId ?? nobody);
  await db.insert(oneTimeLink).values({ id: secretHash(secret), purpose, personId, expiresAt: sql`now() + ${lifetime[purpose]}` as never });
  return secret;
}

/** Closes what links of a person are open; answers how many. */
export async function closeLinksOf(db: Transaction, personId: string): Promise<number> {
  const closed = await db.update(oneTimeLink).set({ usedAt: sql`now()` })
    .where(and(eq(oneTimeLink.personId, personId), isNull(oneTimeLink.usedAt), sql`${oneTimeLink.expiresAt} > now()`)).returning({ id: oneTimeLink.id });
  await recallLinks(db, personId);
  return closed.length;
}

/** What a link opens; null where it is unknown, used or too old. That it was looked at is noted. */
export async function openLink(secret: string): Promise<{ purpose: Purpose; personId: string | null } | null> {
  return aside(async (db) => {
    const link = await validLink(db, secret);
    if (link) await db.update(oneTimeLink).set({ openedAt: sql`now()` }).where(and(eq(oneTimeLink.id, secretHash(secret)), isNull(oneTimeLink.openedAt)));
    return link;
  });
}

/** Sets the password of whoever holds the link, once, and ends every session they had. */
export async function setPasswordByLink(secret: string, password: string): Promise<Outcome<Entered>> {
  const link = await openLink(secret);
  if (!link?.personId) return refused(422, { field: '', rule: 'linkUsed' });
  const passwordHash = await hashPassword(password);
  return change(systemViewer, { action: 'person.setPassword', table: person, id: link.personId, reason: 'link' satisfies MachineReason }, async (pen, row) => {
    if (row.deactivatedAt || row.anonymisedAt) pen.refuse({ field: '', rule: 'linkUsed' });
    // Asked again inside the transaction: two posts of one link must not both set a password.
    const [used] = await pen.db.update(oneTimeLink).set({ usedAt: sql`now()` })
      .where(and(eq(oneTimeLink.id, secretHash(secret)), isNull(oneTimeLink.usedAt), sql`${oneTimeLink.expiresAt} > now()`)).returning({ id: oneTimeLink.id });
    if (!used) pen.refuse({ field: '', rule: 'linkUsed' });
    await refusePoorPassphrase(pen, password);
    await writePassword(pen.db, pen.id, passwordHash);
    await pen.revise(person, { passwordChangedAt: sql`now()` as never });
    await endSessionsOf(pen.db, pen.id);
    if (link.purpose === 'reset') await tellOf(pen.db, pen.id, 'passwordChanged');
  });
}

export async function writePassword(db: Transaction, personId: string, passwordHash: string): Promise<void> {
  await db.insert(credential).values({ personId, passwordHash })
    .onConflictDoUpdate({ target: credential.personId, set: { passwordHash, changedAt: sql`now()` } });
}

async function validLink(db: Transaction, secret: string) {
  const [link] = await db.select({ purpose: oneTimeLink.purpose, personId: oneTimeLink.personId }).from(oneTimeLink)
    .where(and(eq(oneTimeLink.id, secretHash(secret)), isNull(oneTimeLink.usedAt), sql`${oneTimeLink.expiresAt} > now()`));
  return link ?? null;
}
