import { noteRefusal } from './change.ts';
import type { Outcome, Refused } from './outcome.ts';
import type { Viewer } from './viewer.ts';

/**
 * Refuses an act that does not pass the gate, and keeps that among the security events as the gate does: for whoever may not do it, or may
 * not know of what he asks for. What is only entered wrongly is no matter of safety, and is not kept.
 */
export async function turnAway(viewer: Viewer, act: string, refusal: Refused, recordId: string | null = null): Promise<Refused> {
  await noteRefusal(viewer, act, recordId, refusal.status);
  return refusal;
}

/** The same for the outcome of an act: what is done, and what was entered wrongly, passes through. */
export async function noting<T>(viewer: Viewer, act: string, outcome: Outcome<T>, recordId: string | null = null): Promise<Outcome<T>> {
  return outcome.done || outcome.status !== 403 ? outcome : turnAway(viewer, act, outcome, recordId);
}
