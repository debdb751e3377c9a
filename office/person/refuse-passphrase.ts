import { eq } from 'drizzle-orm';
import { personal } from '#db/schema/person.ts';
import type { Pen } from '#office/pen.ts';
import { passphraseIssue } from './passphrase.ts';
import { hasSecondFactor } from './requirement.ts';

/** Refuses a password that is too short, common, or speaks of the very person whose account is changed. */
export async function refusePoorPassphrase(pen: Pen, typed: string): Promise<void> {
  const held = await pen.db.select({ field: personal.field, value: personal.value }).from(personal).where(eq(personal.ownerId, pen.id));
  const valueOf = (field: string) => held.find((one) => one.field === field)?.value ?? null;
  const issue = passphraseIssue(typed, { name: valueOf('name'), email: valueOf('email'), hasSecondFactor: await hasSecondFactor(pen.db, pen.id) });
  if (issue) pen.refuse(issue);
}
