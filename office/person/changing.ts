import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { credential } from '#db/schema/session.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import type { Action } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { seesPeople } from './read.ts';

export type Which = { readonly id: string; readonly version?: number; readonly requestId?: string; readonly reason?: string };
export type Row = typeof person.$inferSelect;

/**
 * A change of somebody's account by an administrator. People are known to admins alone, so to others a person of this id and
 * none are the same 404; and nothing is done any more to whoever was anonymised.
 */
export function changePerson(viewer: Viewer, action: Action, which: Which, write: (pen: Pen, row: Row) => Promise<void>): Promise<Outcome<Entered>> {
  const { id, version, requestId, reason } = which;
  return change(viewer, { action, table: person, seen: (who) => (seesPeople(who) ? sql`true` : sql`false`), id, version, requestId, reason }, async (pen, row) => {
    if (row.anonymisedAt) pen.refuse({ field: '', rule: 'anonymised' });
    await write(pen, row);
  });
}

/**
 * Locks the question who is an admin until this change commits, then asks whether another one would remain: one who
 * has a password, and whose role and account have no end, since after it nobody could give the role again.
 */
export async function refuseLastAdmin(pen: Pen, today: string): Promise<void> {
  await pen.db.execute(sql`select pg_advisory_xact_lock(hashtext('povelja.admins'))`);
  if (!await isAdmin(pen.db, eq(grantOfRight.personId, pen.id), today)) return;
  if (!await remainsAdmin(pen.db, ne(grantOfRight.personId, pen.id))) pen.refuse({ field: '', rule: 'lastAdmin' });
}

/** Locks the address until this change commits, so that of two who come with it at once the second is told. */
export async function refuseTakenEmail(pen: Pen, email: string): Promise<void> {
  await pen.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(lower(${email}), 0))`);
  const [taken] = await pen.db.select({ id: personal.ownerId }).from(personal)
    .where(and(eq(personal.field, 'email'), sql`lower(${personal.value}) = lower(${email})`, ne(personal.ownerId, pen.id)));
  if (taken) pen.refuse({ field: 'email', rule: 'taken' });
}

/** Whether the person has ever set a password, and so has come in. */
export async function hasPassword(db: Transaction, personId: string): Promise<boolean> {
  return await db.$count(credential, eq(credential.personId, personId)) > 0;
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
