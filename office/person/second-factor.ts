import { eq, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { secondFactor } from '#db/schema/session.ts';
import { aside, change, type Entered } from '#office/change.ts';
import { decipher, encipher } from '#office/enciphered.ts';
import { tellOf } from '#office/notices.ts';
import { confirmPassword, done, refused, type Outcome } from '#office/outcome.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import type { Action } from '#office/permission.ts';
import { turnAway } from '#office/refusing.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { changePerson, type Which } from './changing.ts';
import { databaseNow, factorOf } from './code.ts';
import { dropRecoveryCodes, recoveryCodesLeft, writeRecoveryCodes } from './recovery-codes.ts';
import { hasSecondFactor, mustHaveOne } from './requirement.ts';
import { endSessionsOf } from './session.ts';
import { keyAddress, newKey, stepOf } from './totp.ts';

type Own = { readonly requestId?: string };
/** `codes` are told once and kept nowhere; null where the request was answered before. */
export type WithCodes = Entered & { readonly codes: readonly string[] | null };

// How long a key that is shown waits for its first code.
const fresh = sql`${secondFactor.pendingAt} > now() - interval '1 hour'`;

/** How the viewer's own second factor stands; `readable` is false where its key was sealed under another AUTH_SECRET. */
export async function ownFactor(viewer: Staff, today: string): Promise<{ since: Date | null; readable: boolean; codesLeft: number; required: boolean }> {
  return aside(async (db) => {
    const [held] = await db.select({ since: person.secondFactorSince, sealedKey: secondFactor.sealedKey }).from(person)
      .leftJoin(secondFactor, eq(secondFactor.personId, person.id)).where(eq(person.id, viewer.id));
    return {
      since: held?.since ?? null, readable: held?.sealedKey ? decipher(held.sealedKey, factorOf(viewer.id)) !== null : !held?.since,
      codesLeft: await recoveryCodesLeft(db, viewer.id), required: await mustHaveOne(db, viewer.id, today),
    };
  });
}

/** Makes a key that waits for its first code, for an hour, in the place of one that waited before. What holds now holds on. */
export async function beginFactor(viewer: Viewer): Promise<Outcome<null>> {
  if (viewer.kind !== 'staff' || !viewer.confirmed) {
    return turnAway(viewer, 'person.beginSecondFactor', refused(403, viewer.kind === 'staff' ? confirmPassword : { field: '', rule: 'notAllowed' }));
  }
  const pendingKey = encipher(newKey(), factorOf(viewer.id));
  await aside((db) => db.insert(secondFactor).values({ personId: viewer.id, pendingKey, pendingAt: sql`now()` as never })
    .onConflictDoUpdate({ target: secondFactor.personId, set: { pendingKey, pendingAt: sql`now()` } }));
  return done(null);
}

/** The key that waits for the viewer's first code, and the address that holds it; null where none does. Shown to nobody whose password is not fresh. */
export async function waitingKey(viewer: Staff): Promise<{ key: string; address: string } | null> {
  if (!viewer.confirmed) return null;
  const [key, label] = await aside(async (db) => [
    await pendingOf(db, viewer.id),
    (await db.select({ email: personal.value }).from(personal).where(sql`${personal.ownerId} = ${viewer.id} and ${personal.field} = 'email'`))[0]?.email,
  ]);
  return key ? { key, address: keyAddress(key, { issuer: 'Povelja', label: label ?? viewer.name }) } : null;
}

/** A first code proves that the app has the key: from now on it is asked for. All other sessions end; ten recovery codes are told once. */
export async function proveFactor(viewer: Viewer, { code, requestId }: Own & { code: string }): Promise<Outcome<WithCodes>> {
  return withCodes(viewer, 'person.setSecondFactor', { requestId }, async (pen) => {
    const key = await pendingOf(pen.db, pen.id);
    if (!key) return pen.refuse({ field: '', rule: 'keyGone' });
    const { rows: [clock] } = await pen.db.execute<{ now: string }>(sql`select ${databaseNow} as now`);
    const step = stepOf(key, code.replaceAll(/\s/g, ''), new Date(Number(clock?.now)));
    if (step === null) return pen.refuse({ field: 'secondCode', rule: 'wrongCode' });
    await pen.db.update(secondFactor).set({ sealedKey: secondFactor.pendingKey, lastStep: step, pendingKey: null, pendingAt: null }).where(eq(secondFactor.personId, pen.id));
    await pen.revise(person, { secondFactorSince: sql`now()` as never });
    await tellOf(pen.db, pen.id, 'factorSet');
  });
}

/** Ten new recovery codes in the place of all older ones. */
export function renewRecoveryCodes(viewer: Viewer, own: Own): Promise<Outcome<WithCodes>> {
  return withCodes(viewer, 'person.renewRecoveryCodes', own, async (pen) => {
    if (!await hasSecondFactor(pen.db, pen.id)) pen.refuse({ field: '', rule: 'noSecondFactor' });
    await pen.revise(person, {});
  });
}

/** Switches it off, unless a role of the viewer requires one on `today` (ISO day). */
export function dropFactor(viewer: Viewer, { requestId, today }: Own & { today: string }): Promise<Outcome<Entered>> {
  return changeOwn(viewer, 'person.dropSecondFactor', { requestId }, async (pen) => {
    if (!await hasSecondFactor(pen.db, pen.id)) pen.refuse({ field: '', rule: 'noSecondFactor' });
    if (await mustHaveOne(pen.db, pen.id, today)) pen.refuse({ field: '', rule: 'secondFactorRequired' });
    await forget(pen);
    await tellOf(pen.db, pen.id, 'factorOff');
  });
}

/** An admin takes it from somebody who has lost his phone and his codes: the password alone lets him in again, and all his sessions end. */
export function resetFactor(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.resetSecondFactor', which, async (pen) => {
    if (!await hasSecondFactor(pen.db, pen.id)) pen.refuse({ field: '', rule: 'noSecondFactor' });
    await forget(pen);
    await endSessionsOf(pen.db, pen.id);
    await tellOf(pen.db, pen.id, 'factorReset');
  });
}

async function withCodes(viewer: Viewer, action: Action, own: Own, write: (pen: Pen) => Promise<void>): Promise<Outcome<WithCodes>> {
  let codes: string[] | null = null;
  const outcome = await changeOwn(viewer, action, own, async (pen) => {
    await write(pen);
    codes = await writeRecoveryCodes(pen.db, pen.id);
  });
  return outcome.done ? { ...outcome, value: { ...outcome.value, codes } } : outcome;
}

/** Only ever to oneself: whose it is, no form says. The session in which it is done stays. */
function changeOwn(viewer: Viewer, action: Action, { requestId }: Own, write: (pen: Pen) => Promise<void>): Promise<Outcome<Entered>> {
  const staff = viewer.kind === 'staff' ? viewer : null;
  return change(viewer, { action, table: person, id: staff?.id, requestId }, async (pen) => {
    await write(pen);
    await endSessionsOf(pen.db, pen.id, staff?.sessionHash ?? null);
  });
}

async function forget(pen: Pen): Promise<void> {
  await pen.db.delete(secondFactor).where(eq(secondFactor.personId, pen.id));
  await dropRecoveryCodes(pen.db, pen.id);
  await pen.revise(person, { secondFactorSince: null });
}

async function pendingOf(db: Transaction, personId: string): Promise<string | null> {
  const [held] = await db.select({ key: secondFactor.pendingKey }).from(secondFactor).where(sql`${eq(secondFactor.personId, personId)} and ${fresh}`);
  return held?.key ? decipher(held.key, factorOf(personId)) : null;
}
