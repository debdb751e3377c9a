import { headers } from 'next/headers';
import { answer } from '#app/answer.ts';
import { askedAddress } from '#app/asked.ts';
import { holderOf } from '#app/holder.ts';
import { holderNow, secondFactorPlace } from '#app/viewer.ts';
import { keepDraft } from '#office/draft/write.ts';
import type { FormState, FormValues } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Carried } from './typed.ts';

/** Nothing was done: the form comes back to whoever is to sign in over it, or the reader is sent to sign in. */
export type Strange = (FormState & { readonly ended: 'session' | 'person' }) | { readonly path: string };

/**
 * A form that is sent by another than the one to whom it was given: his session has ended, or somebody else has signed in since.
 * What was typed is kept for him, where his forms are kept, and shown to nobody else. Null where the form is in the right hand.
 */
export async function strangeHand(viewer: Viewer, { draft, holder }: Carried, typed: FormValues): Promise<Strange | null> {
  const owner = holderOf(holder);
  if (owner === null || (viewer.kind === 'staff' && viewer.id === owner)) return null;
  const kept = draft !== undefined && await keepDraft(owner, draft, typed) !== null;
  // His session is alive, and yet he is nobody until he has set up a second factor: that is where he is taken.
  if ((await holderNow())?.staff.id === owner) return { path: `${secondFactorPlace}?next=${encodeURIComponent(await askedAddress())}` };
  const ended = viewer.kind === 'staff' ? 'person' : 'session';
  const scripted = (await headers()).has('next-action');
  if (ended === 'session' && !scripted) return { path: `/sign-in?next=${encodeURIComponent(await askedAddress())}${kept ? '&kept=1' : ''}` };
  answer(403);
  return { status: 403, issues: [{ field: '', rule: ended === 'person' ? 'anotherPerson' : 'sessionEnded' }], values: null, conflict: null, ended };
}
