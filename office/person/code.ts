import { eq, sql } from 'drizzle-orm';
import { secondFactor } from '#db/schema/session.ts';
import { decipher } from '#office/enciphered.ts';
import type { Transaction } from '#office/pen.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { isAppCode, stepOf } from './totp.ts';

/** By which of the two somebody came in. */
export type CodeKind = 'app' | 'recovery';

/** What the sealed key of a person is bound to, so that it opens in no other row. */
export function factorOf(personId: string): string {
  return `second factor of ${personId}`;
}

/** Which kind of code was typed: six digits are the app's, anything else can only be a recovery code. */
export function kindOf(typed: string): CodeKind {
  return isAppCode(bare(typed)) ? 'app' : 'recovery';
}

/**
 * Accepts a code once: a step of the app is used up with all older ones, a recovery code for good. Null where it is wrong, was used
 * before, or where the key can no longer be opened (another AUTH_SECRET). The time is the database's.
 */
export async function acceptCode(db: Transaction, personId: string, typed: string): Promise<CodeKind | null> {
  if (kindOf(typed) === 'recovery') return await spendRecoveryCode(db, personId, typed) ? 'recovery' : null;
  const [held] = await db.select({ sealedKey: secondFactor.sealedKey, lastStep: secondFactor.lastStep, now: databaseNow }).from(secondFactor)
    .where(eq(secondFactor.personId, personId)).for('update');
  const key = held?.sealedKey ? decipher(held.sealedKey, factorOf(personId)) : null;
  const step = held && key ? stepOf(key, bare(typed), new Date(Number(held.now))) : null;
  if (!held || step === null || (held.lastStep !== null && step <= held.lastStep)) return null;
  await db.update(secondFactor).set({ lastStep: step }).where(eq(secondFactor.personId, personId));
  return 'app';
}

/** Milliseconds since 1970 by the database's clock. */
export const databaseNow = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)`;

function bare(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}
