import { membership } from '#db/schema/membership.ts';
import { assignRecord } from '#office/assigning.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';

const register = { noun: 'membership', table: membership } as const;

/** Says who keeps the membership; null for nobody. */
export function assign(viewer: Viewer, which: Which & { readonly ownerId: string | null }): Promise<Outcome<Entered>> {
  return assignRecord(viewer, register, which);
}
