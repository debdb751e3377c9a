import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { grantOfRight, person } from '#db/schema/person.ts';
import type { Transaction } from './pen.ts';
import type { Staff } from './viewer.ts';

/** Somebody who may sign in, with his roles, and whether he wants the morning's letter. */
export type Colleague = { readonly staff: Staff; readonly letters: boolean };

/** Everybody who may sign in on this ISO day, under their ids, for work of the clock that is about what they may do. */
export async function colleagues(db: Pick<Transaction, 'select'>, today: string): Promise<Map<string, Colleague>> {
  const rows = await db.select({ id: person.id, letters: person.dailyLetter, role: grantOfRight.role, noun: grantOfRight.scopeNoun, recordId: grantOfRight.scopeId }).from(person)
    .leftJoin(grantOfRight, and(eq(grantOfRight.personId, person.id), or(isNull(grantOfRight.until), gte(grantOfRight.until, today))))
    .where(and(isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))));
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, some]): [string, Colleague] => [id, {
    letters: some[0]?.letters ?? true,
    staff: { kind: 'staff', id, name: '', writtenForm: 'sr-Cyrl', sessionHash: null, grants: some.flatMap(({ role, noun, recordId }) => (role ? [{ role, noun, recordId }] : [])) },
  }]));
}
