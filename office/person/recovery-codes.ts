import { randomInt } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recoveryCode } from '#db/schema/session.ts';
import type { Transaction } from '#office/pen.ts';
import { secretHash } from './secret.ts';

/** Crockford's base32: no letter that is taken for another sign. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';
const many = 10;

/** Ten fresh codes in the place of all older ones, as they are shown once: `k3m9-…`, 80 bits each. Only their SHA-256 stays. */
export async function writeRecoveryCodes(db: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: many }, newCode);
  await dropRecoveryCodes(db, personId);
  await db.insert(recoveryCode).values(codes.map((code) => ({ id: secretHash(`${personId} ${plain(code)}`), personId })));
  return codes;
}

export async function dropRecoveryCodes(db: Transaction, personId: string): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
}

/** Uses the code up; false where it is none of this person's, or was used before. */
export async function spendRecoveryCode(db: Transaction, personId: string, typed: string): Promise<boolean> {
  const [used] = await db.update(recoveryCode).set({ usedAt: sql`now()` })
    .where(and(eq(recoveryCode.id, secretHash(`${personId} ${plain(typed)}`)), isNull(recoveryCode.usedAt))).returning({ id: recoveryCode.id });
  return used !== undefined;
}

export async function recoveryCodesLeft(db: Transaction, personId: string): Promise<number> {
  return db.$count(recoveryCode, and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt)));
}

function newCode(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-');
}

/** However it was typed: in capitals, with spaces, with o for 0 and with l or i for 1. */
function plain(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^\da-z]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
