import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { oneTimeLink } from '#db/schema/session.ts';
import { aside, change, type Entered } from '#office/change.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import { systemViewer } from '#office/viewer.ts';
import { issueLink, openLink, writePassword } from './link.ts';
import { passphraseIssue } from './passphrase.ts';
import { hashPassword } from './password.ts';
import type { MachineReason } from './person.ts';

/** Whether the office has nobody yet who could sign in. */
export async function hasNobody(): Promise<boolean> {
  return await reader().$count(person) === 0;
}

/** The secret of a link by which the first person enters; valid for an hour, and the only one of its kind. */
export function setUpLink(): Promise<string> {
  return aside((db) => issueLink(db, null, 'set_up'));
}

/** Enters the first person by the set-up link. */
export async function setUp(secret: string, first: { name: string; email: string; password: string }): Promise<Outcome<Entered>> {
  if ((await openLink(secret))?.purpose !== 'set_up') return refused(422, { field: '', rule: 'linkUsed' });
  return enterFirst(first);
}

/**
 * Enters the first person, as admin and as publisher: a one-person office must be able to work, and what it
 * publishes alone stands so in the ledger. Refused where there is anybody already, also when two try at once.
 */
export async function enterFirst(first: { name: string; email: string; password: string }): Promise<Outcome<Entered>> {
  const poor = passphraseIssue(first.password, { ...first, hasSecondFactor: false });
  if (poor) return refused(422, poor);
  const passwordHash = await hashPassword(first.password);
  return change(systemViewer, { action: 'person.invite', table: person, reason: 'first person' satisfies MachineReason }, async (pen) => {
    await pen.db.execute(sql`select pg_advisory_xact_lock(hashtext('povelja.first'))`);
    if (await pen.db.$count(person)) pen.refuse({ field: '', rule: 'linkUsed' });
    await pen.draft(person, { passwordChangedAt: sql`now()` as never });
    await pen.db.insert(personal).values([
      { ownerId: pen.id, field: 'name', value: first.name }, { ownerId: pen.id, field: 'email', value: first.email },
    ]);
    await pen.db.insert(grantOfRight).values((['admin', 'publisher'] as const).map((role) => ({ id: randomUUID(), personId: pen.id, role })));
    await writePassword(pen.db, pen.id, passwordHash);
    await pen.db.update(oneTimeLink).set({ usedAt: sql`now()` }).where(sql`purpose = 'set_up' and used_at is null`);
  });
}
