import { randomUUID } from 'node:crypto';
import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { credential } from '#db/schema/session.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import { writePersonal } from '#office/personal.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import type { Action } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import type { GrantEntry, InvitationEntry, PersonEntry } from './entry.ts';
import { issueLink } from './link.ts';
import { seesPeople } from './read.ts';
import { endSessionsOf } from './session.ts';

type Which = { readonly id: string; readonly version?: number; readonly requestId?: string };

/** Adds a person with one role and gives the secret of the link by which they set their password; null where the request is repeated. */
export async function invite(viewer: Viewer, { entry, requestId }: { entry: InvitationEntry; requestId?: string }): Promise<Outcome<Entered & { secret: string | null }>> {
  let secret: string | null = null;
  const outcome = await change(viewer, { action: 'person.invite', table: person, requestId }, async (pen) => {
    await refuseTakenEmail(pen, entry.email);
    await pen.draft(person, { writtenForm: entry.writtenForm });
    await writePersonal(pen, pen.id, { name: entry.name, email: entry.email });
    await writeGrant(pen, { ...entry, reason: null });
    secret = await issueLink(pen.db, pen.id, 'invitation');
  });
  return outcome.done ? { ...outcome, value: { ...outcome.value, secret } } : outcome;
}

/** Name, e-mail, written form and the day on which the account ends. The last admin's does not end. */
export function revise(viewer: Viewer, { entry, today, ...which }: Which & { entry: PersonEntry; today: string }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.revise', which, async (pen, row) => {
    await refuseTakenEmail(pen, entry.email);
    if (entry.expiresOn && entry.expiresOn !== row.expiresOn) await refuseLastAdmin(pen, today);
    await pen.revise(person, { writtenForm: entry.writtenForm, expiresOn: entry.expiresOn });
    await writePersonal(pen, pen.id, { name: entry.name, email: entry.email });
  });
}

/** Gives a role with its scope and end. The person's sessions end, so that the next request is asked anew. */
export function grant(viewer: Viewer, { entry, ...which }: Which & { entry: GrantEntry }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.grant', which, async (pen) => {
    await pen.revise(person, {});
    await writeGrant(pen, entry);
    await endSessionsOf(pen.db, pen.id);
  });
}

/** Takes one role back. The last admin stays. */
export function revoke(viewer: Viewer, { grantId, today, ...which }: Which & { grantId: string; today: string }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.revoke', which, async (pen) => {
    const [held] = await pen.db.select({ role: grantOfRight.role }).from(grantOfRight).where(and(eq(grantOfRight.id, grantId), eq(grantOfRight.personId, pen.id)));
    if (!held) pen.refuse({ field: '', rule: 'notFound' });
    if (held?.role === 'admin') await refuseLastAdmin(pen, today);
    await pen.revise(person, {});
    await pen.db.delete(grantOfRight).where(eq(grantOfRight.id, grantId));
    await endSessionsOf(pen.db, pen.id);
  });
}

/** Ends the person's access; what they did stays theirs in the history. */
export function deactivate(viewer: Viewer, { today, ...which }: Which & { today: string }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.deactivate', which, async (pen) => {
    await refuseLastAdmin(pen, today);
    await pen.revise(person, { deactivatedAt: sql`now()` as never });
    await endSessionsOf(pen.db, pen.id);
  });
}

export function reactivate(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.reactivate', which, (pen) => pen.revise(person, { deactivatedAt: null }));
}

/** A new link in the place of one that ran out or was lost; the older ones are closed. */
export async function renewLink(viewer: Viewer, which: Which): Promise<Outcome<Entered & { secret: string | null }>> {
  let secret: string | null = null;
  const outcome = await changePerson(viewer, 'person.renewLink', which, async (pen) => {
    await pen.revise(person, {});
    secret = await issueLink(pen.db, pen.id, 'invitation');
  });
  return outcome.done ? { ...outcome, value: { ...outcome.value, secret } } : outcome;
}

type Row = typeof person.$inferSelect;

/** People are known to admins alone, so to others a person of this id and none are the same 404. */
function changePerson(viewer: Viewer, action: Action, which: Which, write: (pen: Pen, row: Row) => Promise<void>): Promise<Outcome<Entered>> {
  return change(viewer, { action, table: person, seen: (who) => (seesPeople(who) ? sql`true` : sql`false`), ...which }, write);
}

/**
 * Locks the question who is an admin until this change commits, then asks whether another one would remain: one who
 * has a password, and whose role and account have no end, since after it nobody could give the role again.
 */
async function refuseLastAdmin(pen: Pen, today: string): Promise<void> {
  await pen.db.execute(sql`select pg_advisory_xact_lock(hashtext('povelja.admins'))`);
  if (!await isAdmin(pen.db, eq(grantOfRight.personId, pen.id), today)) return;
  if (!await remainsAdmin(pen.db, ne(grantOfRight.personId, pen.id))) pen.refuse({ field: '', rule: 'lastAdmin' });
}

async function remainsAdmin(db: Transaction, who: ReturnType<typeof ne>): Promise<boolean> {
  const rows = await db.select({ id: grantOfRight.id }).from(grantOfRight)
    .innerJoin(person, and(eq(person.id, grantOfRight.personId), isNull(person.deactivatedAt), isNull(person.expiresOn)))
    .innerJoin(credential, eq(credential.personId, person.id))
    .where(and(who, eq(grantOfRight.role, 'admin'), isNull(grantOfRight.until))).limit(1);
  return rows.length > 0;
}

async function isAdmin(db: Transaction, who: ReturnType<typeof eq>, today: string): Promise<boolean> {
  const rows = await db.select({ id: grantOfRight.id }).from(grantOfRight)
    .innerJoin(person, and(eq(person.id, grantOfRight.personId), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))))
    .where(and(who, eq(grantOfRight.role, 'admin'), or(isNull(grantOfRight.until), gte(grantOfRight.until, today)))).limit(1);
  return rows.length > 0;
}

/** Locks the address until this change commits, so that of two who come with it at once the second is told. */
async function refuseTakenEmail(pen: Pen, email: string): Promise<void> {
  await pen.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(lower(${email}), 0))`);
  const [taken] = await pen.db.select({ id: personal.ownerId }).from(personal)
    .where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email})`, ne(personal.ownerId, pen.id)));
  if (taken) pen.refuse({ field: 'email', rule: 'taken' });
}

/** An admin's role is for everything, and a record is named together with its noun: else the scope would say more or less than was meant. */
async function writeGrant(pen: Pen, entry: GrantEntry): Promise<void> {
  if (entry.recordId && !entry.noun) pen.refuse({ field: 'noun', rule: 'required' });
  if (entry.role === 'admin' && entry.noun) pen.refuse({ field: 'noun', rule: 'adminHasNoScope' });
  await pen.db.insert(grantOfRight).values({
    id: randomUUID(), personId: pen.id, role: entry.role, scopeNoun: entry.noun, scopeId: entry.recordId, until: entry.until,
    grantedBy: pen.viewer.kind === 'staff' ? pen.viewer.id : null,
  });
}
