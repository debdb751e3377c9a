import { holderOf } from '#app/holder.ts';
import { formPlace } from '#office/draft/draft.ts';
import { dropSent, keepDraft } from '#office/draft/write.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import { byScript, type Words } from './reply.ts';

/**
 * Keeps what was typed beside files that were not taken: for whoever was given the form, as his unsent text of it. With scripts the form stands as it is
 * and keeps it by itself; where nothing was typed there is nothing to keep.
 */
export async function keepWords(to: { readonly request: Request; readonly id: string }, viewer: Viewer, values: FormValues): Promise<Words> {
  const owner = ownerOf(viewer, values);
  if (byScript(to) || !owner || !values.proposalReason?.[0]?.trim()) return 'none';
  const kept = await keepDraft(owner, placeOf(to.id), values).catch(() => null); // a database that is away is told as it is
  return kept instanceof Date ? 'kept' : 'none';
}

/** Whether somebody else has signed in since the form was given. */
export function isAnothers(viewer: Viewer, values: FormValues): boolean {
  const owner = holderOf(values.holder?.[0]);
  return owner !== null && viewer.kind === 'staff' && viewer.id !== owner;
}

/** The files were taken in, and the words with them. */
export async function wordsSent(viewer: Viewer, id: string, values: FormValues): Promise<void> {
  if (viewer.kind === 'staff') await dropSent(viewer.id, placeOf(id), { requests: [values.request?.[0], values.resumed?.[0]], typed: values });
}

function ownerOf(viewer: Viewer, values: FormValues): string | null {
  return holderOf(values.holder?.[0]) ?? (viewer.kind === 'staff' ? viewer.id : null);
}

function placeOf(id: string): string {
  return formPlace(`/workspace/documents/${id}/files#files`);
}
