import { belgradeToday } from '#messages/dates.ts';
import { deriveAgreements, deriveCountries } from './agreement/derived.ts';
import type { Transaction } from './pen.ts';

/** What is derived from a record follows it, in the transaction of the change: for office/change.ts alone. */
export async function derive(db: Transaction, noun: string, id: string): Promise<void> {
  if (noun === 'agreement') await deriveAgreements(db, [id], belgradeToday(new Date()));
  if (noun === 'organisation') await deriveCountries(db, id);
}
