import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { grantOfRight, person } from '#db/schema/person.ts';
import type { Entered } from '#office/change.ts';
import { tellOf } from '#office/notices.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import type { Noun } from '#office/permission.ts';
import { tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { changePerson, refuseLastAdmin, type Which } from './changing.ts';
import type { GrantEntry } from './entry.ts';
import { endSessionsOf } from './session.ts';

/** Gives a role with its scope and end. The person's sessions end, so that the next request is asked anew. */
export function grant(viewer: Viewer, { entry, ...which }: Which & { entry: GrantEntry }): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.grant', { ...which, reason: entry.reason ?? undefined }, async (pen) => {
    await pen.revise(person, {});
    await writeGrant(pen, entry);
    await endSessionsOf(pen.db, pen.id);
    await tellOf(pen.db, pen.id, 'rightsChanged');
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
    await tellOf(pen.db, pen.id, 'rightsChanged');
  });
}

/**
 * Writes a role down. An admin's is for everything; one for a record is for a record that is there, whether the giver may see it or not: he
 * names it by its code, and learns nothing of it (decision 0005). A role that stands already in the same words is not given twice.
 */
export async function writeGrant(pen: Pen, { role, noun, recordId, until }: Pick<GrantEntry, 'role' | 'noun' | 'recordId' | 'until'>): Promise<void> {
  const record = recordId === null ? null : recordOf(recordId, noun);
  if (recordId !== null && record === null) pen.refuse({ field: 'noun', rule: 'required' });
  if (record && noun && record.noun !== noun) pen.refuse({ field: 'recordId', rule: 'notOfThisNoun' });
  if (role === 'admin' && (noun || record)) pen.refuse({ field: record ? 'recordId' : 'noun', rule: 'adminHasNoScope' });
  if (record && !await isThere(pen, record)) pen.refuse({ field: 'recordId', rule: 'notFound' });
  const scope = { scopeNoun: record?.noun ?? noun, scopeId: record?.id ?? null };
  const same = and(
    eq(grantOfRight.personId, pen.id), eq(grantOfRight.role, role), until ? eq(grantOfRight.until, until) : isNull(grantOfRight.until),
    scope.scopeNoun ? eq(grantOfRight.scopeNoun, scope.scopeNoun) : isNull(grantOfRight.scopeNoun), scope.scopeId ? eq(grantOfRight.scopeId, scope.scopeId) : isNull(grantOfRight.scopeId),
  );
  if (await pen.db.$count(grantOfRight, same)) pen.refuse({ field: 'role', rule: 'alreadyHeld' });
  await pen.db.insert(grantOfRight).values({ id: randomUUID(), personId: pen.id, role, ...scope, until, grantedBy: pen.viewer.kind === 'staff' ? pen.viewer.id : null });
}

/** A record as a picker of any noun posts it (`project:…`), or an id under the noun that was chosen. */
function recordOf(posted: string, noun: Noun | null): { noun: Noun; id: string } | null {
  const [before = '', id] = posted.split(':', 2);
  if (id !== undefined) return { noun: before as Noun, id };
  return noun && { noun, id: posted };
}

async function isThere(pen: Pen, { noun, id }: { noun: Noun; id: string }): Promise<boolean> {
  const { table } = tables[noun];
  return await pen.db.$count(table, and(eq(table.id, id), isNull(table.mergedIntoId))) > 0;
}
