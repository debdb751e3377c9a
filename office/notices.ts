import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { isPlainAddress, type LetterKind } from './mail/mail.ts';
import type { Transaction } from './pen.ts';
import { post } from './posting.ts';

/**
 * Tells a person by letter that something was done to their access, in the transaction in which it was done: whoever did not do
 * it himself learns of it. None of these letters holds a link that opens anything.
 */
export async function tellOf(db: Transaction, personId: string, what: 'passwordChanged' | 'factorSet' | 'factorOff' | 'factorReset' | 'rightsChanged'): Promise<void> {
  await notice(db, what, { personId });
}

/** Tells the address that a person had until now that it is theirs no longer; one that no letter could reach is told nothing. */
export async function tellOldAddress(db: Transaction, personId: string, address: string): Promise<void> {
  if (isPlainAddress(address)) await notice(db, 'addressChanged', { personId, address });
}

/** A change is told of once. What is no change of a record is told of each time. */
async function notice(db: Transaction, kind: LetterKind, to: { personId: string; address?: string }): Promise<void> {
  const { rows: [held] } = await db.execute<{ seq: string | null }>(sql`select current_setting('povelja.change', true) as seq`);
  await post(db, { kind, recordId: to.personId, occasion: held?.seq || randomUUID(), to });
}
