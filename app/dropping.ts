import { store } from '#office/document/store.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import { keysLeft } from '#office/proposal/files.ts';

/** Ends a proposal, and takes away the bytes that it brought; where that fails, the sweep does it the day after. */
export async function withoutFiles(ended: Promise<Outcome<Entered>>): Promise<Outcome<Entered>> {
  const outcome = await ended;
  if (outcome.done) for (const key of await keysLeft(outcome.value.id)) await store.drop(key);
  return outcome;
}
