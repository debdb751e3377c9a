import type { Transaction } from '#office/pen.ts';
import { linkCouldNotGo, mailWorks, post } from '#office/posting.ts';
import { issueLink } from './link.ts';
import { secretHash } from './secret.ts';

/** How a fresh link reaches its person, in the transaction that makes it: the secret where somebody hands it over, null where a letter brings it. */
export type Delivery = (db: Transaction, personId: string, purpose: 'invitation' | 'reset') => Promise<string | null>;

/**
 * Makes a one-time link and sends it by letter, in the transaction of its cause. Where no letters go out, or the
 * last one could not, its secret is given back, to be shown once; null says that it is on its way.
 */
export async function deliverLink(db: Transaction, personId: string, purpose: 'invitation' | 'reset'): Promise<string | null> {
  const isShown = await linkCouldNotGo(db, personId);
  const secret = await issueLink(db, personId, purpose);
  if (isShown || !mailWorks()) return secret;
  await post(db, { kind: purpose, recordId: personId, to: { personId }, link: { id: secretHash(secret), secret } });
  return null;
}
