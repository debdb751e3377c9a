import { and, eq, sql } from 'drizzle-orm';
import { person, personal } from '#db/schema/person.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import { tellOldAddress } from '#office/notices.ts';
import { writePersonal } from '#office/personal.ts';
import type { Viewer } from '#office/viewer.ts';
import { changePerson, refuseLastAdmin, refuseTakenEmail, type Which } from './changing.ts';
import { deliverLink } from './delivering.ts';
import type { InvitationEntry, PersonEntry } from './entry.ts';
import { writeGrant } from './granting.ts';
import { closeLinksOf } from './link.ts';
import { endSessionsOf } from './session.ts';

/** Adds a person with one role; `secret` is that of the link by which they set their password, null where it goes by letter or the request is repeated. */
export async function invite(viewer: Viewer, { entry, requestId }: { entry: InvitationEntry; requestId?: string }): Promise<Outcome<Entered & { secret: string | null }>> {
  let secret: string | null = null;
  const outcome = await change(viewer, { action: 'person.invite', table: person, requestId }, async (pen) => {
    await refuseTakenEmail(pen, entry.email);
    await pen.draft(person, { writtenForm: entry.writtenForm });
    await writePersonal(pen, pen.id, { name: entry.name, email: entry.email });
    await writeGrant(pen, entry);
    secret = await deliverLink(pen.db, pen.id, 'invitation');
  });
  return outcome.done ? { ...outcome, value: { ...outcome.value, secret } } : outcome;
}

/** Name, e-mail, written form and the day on which the account ends; one that is past ends the sessions too. The last admin's does not end. */
export function revise(viewer: Viewer, { entry, today, ...which }: Which & { entry: PersonEntry; today: string }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.revise', which, async (pen, row) => {
    await refuseTakenEmail(pen, entry.email);
    if (entry.expiresOn && entry.expiresOn !== row.expiresOn) await refuseLastAdmin(pen, today);
    await pen.revise(person, { writtenForm: entry.writtenForm, expiresOn: entry.expiresOn });
    const [held] = await pen.db.select({ email: personal.value }).from(personal).where(and(eq(personal.ownerId, pen.id), eq(personal.field, 'email')));
    if (held && held.email.toLowerCase() !== entry.email.toLowerCase()) await tellOldAddress(pen.db, pen.id, held.email);
    await writePersonal(pen, pen.id, { name: entry.name, email: entry.email });
    if (entry.expiresOn && entry.expiresOn < today) await endSessionsOf(pen.db, pen.id);
  });
}

/** Ends the person's access; what they did stays theirs in the history. */
export function deactivate(viewer: Viewer, { today, ...which }: Which & { today: string }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.deactivate', which, async (pen) => {
    await refuseLastAdmin(pen, today);
    await pen.revise(person, { deactivatedAt: sql`now()` as never });
    await endSessionsOf(pen.db, pen.id);
    await closeLinksOf(pen.db, pen.id);
  });
}

export function reactivate(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.reactivate', which, (pen) => pen.revise(person, { deactivatedAt: null }));
}
