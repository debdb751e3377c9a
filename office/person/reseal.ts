import { eq, isNotNull, or } from 'drizzle-orm';
import { secondFactor } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { resealed } from '#office/enciphered.ts';
import { factorOf } from './code.ts';

/**
 * Seals the keys of second factors anew that lie under the secret before the present one, so that it need not be named for ever. Answers
 * how many. Safe to run again and in two instances at once.
 */
export async function resealFactors(): Promise<number> {
  return aside(async (db) => {
    const held = await db.select({ personId: secondFactor.personId, sealedKey: secondFactor.sealedKey, pendingKey: secondFactor.pendingKey }).from(secondFactor)
      .where(or(isNotNull(secondFactor.sealedKey), isNotNull(secondFactor.pendingKey))).orderBy(secondFactor.personId).for('update');
    let anew = 0;
    for (const { personId, sealedKey, pendingKey } of held) {
      const [sealed, pending] = [sealedKey && resealed(sealedKey, factorOf(personId)), pendingKey && resealed(pendingKey, factorOf(personId))];
      if (!sealed && !pending) continue;
      anew += 1;
      await db.update(secondFactor).set({ sealedKey: sealed || sealedKey, pendingKey: pending || pendingKey }).where(eq(secondFactor.personId, personId));
    }
    return anew;
  });
}
