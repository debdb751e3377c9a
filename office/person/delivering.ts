import type { Transaction } from '#office/pen.ts';
import { mailWorks, post } from '#office/posting.ts';
import { issueLink } from './link.ts';
import { secretHash } from './secret.ts';

/**
 * Makes a one-time link and sends it by letter, in the transaction of its cause. Where no letters go out, its secret is given
 * back, to be shown once; null says that it is on its way.
 */
export async function deliverLink(db: Transaction, personId: string, purpose: 'invitation' | 'reset'): Promise<string | null> {
  const secret = await issueLink(db, personId, purpose);
  if (!mailWorks()) return secret;
  await post(db, { kind: purpose, recordId: personId, to: { personId }, link: { id: secretHash(secret), secret } });
  return null;
}
