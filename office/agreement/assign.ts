import { assignRecord } from '#office/assigning.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import { register } from './situation.ts';

/** Says who keeps the agreement; null for nobody. */
export function assign(viewer: Viewer, which: Which & { readonly ownerId: string | null }): Promise<Outcome<Entered>> {
  return assignRecord(viewer, register, which);
}
