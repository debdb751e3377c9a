import { createHash } from 'node:crypto';
import type { FormValues } from '#office/outcome.ts';
import { withoutPersons } from './proposal.ts';

/**
 * SHA-256 in hex over the salt and the entry, whatever the order of its fields. Fields of persons are not in it, so that
 * it can still be proven when they are gone.
 */
export function entryHash(salt: string, opened: FormValues, typed: FormValues): string {
  const canonical = [opened, typed].map((values) => Object.entries(withoutPersons(values)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(salt).update(JSON.stringify(canonical)).digest('hex');
}
