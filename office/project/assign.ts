import { project } from '#db/schema/project.ts';
import { assignRecord } from '#office/assigning.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';

const register = { noun: 'project', table: project } as const;

/** Says who keeps the project; null for nobody. */
export function assign(viewer: Viewer, which: Which & { readonly ownerId: string | null }): Promise<Outcome<Entered>> {
  return assignRecord(viewer, register, which);
}
