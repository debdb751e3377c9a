import { asc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { project, projectAct } from '#db/schema/project.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import type { NetworkLine } from '#office/membership/networks.ts';
import { projectState, type ProjectState } from '#office/project/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/** What may be said of the City in one sentence: networks whose member it is, agreements that it signed, projects that came to be. */
export type Figures = { readonly agreements: number; readonly projects: number; readonly networks: number };

/** Networks of which the City is a member today, also one that is suspended or that it has decided to leave. */
export function countMemberships(networks: readonly Pick<NetworkLine, 'membership'>[]): number {
  return networks.filter(({ membership }) => membership && holding.includes(membership.state)).length;
}

/** Projects that the viewer may see and that came to be by `today` (ISO day), or of which nothing else is known. */
export async function countProjects(viewer: Viewer, today: string): Promise<number> {
  const rows = await reader().select({ id: project.id, kind: projectAct.kind, on: projectAct.on }).from(project)
    .leftJoin(projectAct, eq(projectAct.projectId, project.id)).where(sight(viewer, 'project', project)).orderBy(asc(project.id), asc(projectAct.position));
  const acts = Map.groupBy(rows, ({ id }) => id);
  return [...acts.values()].filter((own) => !unbegun.includes(projectState(own.flatMap(({ kind, on }) => (kind ? [{ kind, on }] : [])), today))).length;
}

const unbegun: readonly ProjectState[] = ['idea', 'preparing', 'submitted', 'rejected', 'reserve', 'cancelled'];
const holding: readonly MembershipState[] = ['active', 'suspended', 'withdrawal_decided'];
