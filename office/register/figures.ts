import { and, count, notInArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { isRunning } from '#office/membership/membership.ts';
import type { NetworkLine } from '#office/membership/networks.ts';
import { narrowRows, stateOf } from '#office/narrow-row.ts';
import type { ProjectState } from '#office/project/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/** What may be said of the City in one sentence: networks whose member it is, agreements that it signed, projects that came to be. */
export type Figures = { readonly agreements: number; readonly projects: number; readonly networks: number };

/** Networks of which the City is a member today, also one that is suspended or that it has decided to leave. */
export function countMemberships(networks: readonly Pick<NetworkLine, 'membership'>[]): number {
  return networks.filter(({ membership }) => membership && isRunning(membership.state)).length;
}

/** Projects that the viewer may see and that came to be by `today` (ISO day), or of which nothing else is known; counted by their narrow rows. */
export async function countProjects(viewer: Viewer, today: string): Promise<number> {
  const row = narrowRows.project;
  const [counted] = await reader().select({ count: count() }).from(row).where(and(sight(viewer, 'project', row), notInArray(stateOf<ProjectState>(row, today), [...unbegun])));
  return counted?.count ?? 0;
}

const unbegun: readonly ProjectState[] = ['idea', 'preparing', 'submitted', 'rejected', 'reserve', 'cancelled'];
