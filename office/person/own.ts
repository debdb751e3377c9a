import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { credential } from '#db/schema/session.ts';
import { aside, change, type Entered } from '#office/change.ts';
import { tellOf, tellOldAddress } from '#office/notices.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import { writePersonal } from '#office/personal.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { refuseTakenEmail } from './changing.ts';
import type { OwnEmailEntry, OwnEntry, OwnPasswordEntry } from './entry.ts';
import { closeLinksOf, writePassword } from './link.ts';
import { hashPassword, passwordFits } from './password.ts';
import { refusePoorPassphrase } from './refuse-passphrase.ts';
import { secretHash } from './secret.ts';
import { endSessionsOf } from './session.ts';
import { forgive, note, takeTurn } from './turns.ts';

type Which = { readonly version?: number; readonly requestId?: string };
/** The network address of whoever types the password, which is limited by it. */
type From = { readonly address: string };

const name = alias(personal, 'name');
const email = alias(personal, 'email');

export type OwnRecord = NonNullable<Awaited<ReturnType<typeof ownRecord>>>;

/** What the office keeps of the viewer himself, with his roles, those that ran out too. */
export async function ownRecord(viewer: Staff) {
  const [held] = await reader().select({
    id: person.id, version: person.version, name: name.value, email: email.value, writtenForm: person.writtenForm,
    expiresOn: person.expiresOn, passwordChangedAt: person.passwordChangedAt, secondFactorSince: person.secondFactorSince,
  }).from(person)
    .leftJoin(name, and(eq(name.ownerId, person.id), eq(name.field, 'name')))
    .leftJoin(email, and(eq(email.ownerId, person.id), eq(email.field, 'email')))
    .where(eq(person.id, viewer.id));
  if (!held) return null;
  return { ...held, grants: await reader().select().from(grantOfRight).where(eq(grantOfRight.personId, viewer.id)).orderBy(grantOfRight.grantedAt) };
}

/** What one is called, and the form in which the workspace greets. */
export async function reviseOwn(viewer: Viewer, { entry, ...which }: Which & { entry: OwnEntry }): Promise<Outcome<Entered>> {
  return changeOwn(viewer, 'person.reviseOwn', which, async (pen) => {
    await pen.revise(person, { writtenForm: entry.writtenForm });
    await writePersonal(pen, pen.id, { name: entry.name });
  });
}

/** Another address to sign in with; the password is asked for, and the address must be nobody else's. Open links are closed. */
export async function changeOwnEmail(viewer: Viewer, { entry, from, ...which }: Which & { entry: OwnEmailEntry; from: From }): Promise<Outcome<Entered>> {
  const wrong = await passwordFault(viewer, entry.password, 'password', from);
  if (wrong) return wrong;
  return changeOwn(viewer, 'person.reviseOwn', which, async (pen) => {
    await refuseTakenEmail(pen, entry.email);
    const [held] = await pen.db.select({ email: personal.value }).from(personal).where(and(eq(personal.ownerId, pen.id), eq(personal.field, 'email')));
    await pen.revise(person, {});
    await writePersonal(pen, pen.id, { email: entry.email });
    if (held && held.email.toLowerCase() !== entry.email.toLowerCase()) await tellOldAddress(pen.db, pen.id, held.email);
    await closeLinksOf(pen.db, pen.id);
  });
}

/** Another password in the place of the one that is typed along. All other sessions end with it, in the same transaction. */
export async function changeOwnPassword(viewer: Viewer, { entry, from, ...which }: Which & { entry: OwnPasswordEntry; from: From }): Promise<Outcome<Entered>> {
  const wrong = await passwordFault(viewer, entry.oldPassword, 'oldPassword', from);
  if (wrong) return wrong;
  if (entry.oldPassword.normalize('NFKC') === entry.newPassword.normalize('NFKC')) return refused(422, { field: 'newPassword', rule: 'samePassword' });
  const passwordHash = await hashPassword(entry.newPassword);
  return changeOwn(viewer, 'person.setPassword', which, async (pen) => {
    await refusePoorPassphrase(pen, entry.newPassword);
    await writePassword(pen.db, pen.id, passwordHash);
    await pen.revise(person, { passwordChangedAt: sql`now()` as never });
    await closeLinksOf(pen.db, pen.id);
    await endSessionsOf(pen.db, pen.id, viewer.kind === 'staff' ? viewer.sessionHash : null);
    await tellOf(pen.db, pen.id, 'passwordChanged');
  });
}

type OwnAction = 'person.reviseOwn' | 'person.setPassword';

/** Only ever to oneself: whose account it is, no form says. */
async function changeOwn(viewer: Viewer, action: OwnAction, { version, requestId }: Which, write: Parameters<typeof change<typeof person>>[2]): Promise<Outcome<Entered>> {
  const id = viewer.kind === 'staff' ? viewer.id : undefined;
  return change(viewer, { action, table: person, id, version, requestId }, write);
}

/**
 * Null where the password is the viewer's. Who sits down at a desk that was left open must not try passwords at will, so they count
 * as attempts do at the door.
 */
async function passwordFault(viewer: Viewer, typed: string, field: string, { address }: From): Promise<Outcome<Entered> | null> {
  if (viewer.kind !== 'staff') return null; // the gate says it
  const turn = await takeTurn({ account: secretHash(`own ${viewer.id}`), address });
  if (!turn.done) return { ...turn, issues: turn.issues.map((issue) => ({ ...issue, field })) };
  const held = await aside(async (db) => (await db.select({ hash: credential.passwordHash }).from(credential).where(eq(credential.personId, viewer.id)))[0]);
  if (!await passwordFits(typed, held?.hash ?? null)) {
    await note('own_password_failed', viewer.id, {});
    return refused(422, { field, rule: 'wrongPassword' });
  }
  await aside((db) => forgive(db, turn.value));
  return null;
}
