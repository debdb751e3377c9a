import { milestone } from '#db/schema/milestone.ts';
import { assignRecord } from '#office/assigning.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import { milestoneSight } from './sight.ts';

const register = { noun: 'milestone', table: milestone, sight: milestoneSight } as const;

/** Says who keeps the milestone; null for nobody. */
export function assign(viewer: Viewer, which: Which & { readonly ownerId: string | null }): Promise<Outcome<Entered>> {
  return assignRecord(viewer, register, which);
}
