import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { project, projectAct } from '#db/schema/project.ts';
import { narrowRows, stateOf } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { byName, listingOf, type RowChoice } from '#office/rows.ts';
import type { ProjectState } from './project.ts';

export type ProjectChoice = RowChoice & {
  readonly state?: ProjectState; readonly ourRole?: string; /** In which it began or was to begin. */ readonly year?: number; readonly programmeId?: string;
};
export type ProjectRow = Awaited<ReturnType<typeof projectTable.lines>>[number];

const line = {
  id: project.id, code: project.code, title: project.title, acronym: project.acronym, ourRole: project.ourRole, plannedStart: project.plannedStart,
  plannedEnd: project.plannedEnd, actualStart: project.actualStart, actualEnd: project.actualEnd, programmeId: project.programmeId, ownerId: project.ownerId,
  publication: project.publication, verification: project.verification, verifiedOn: project.verifiedOn, changedAt: project.changedAt,
};

const row = narrowRows.project;

/** Projects for the table of the workspace, by title unless asked otherwise, each with its acts and its programme. */
export const projectTable = listingOf({
  noun: 'project',
  rule: (_viewer, { state, ourRole, year, programmeId }: ProjectChoice, today) => and(
    ourRole ? eq(row.ourRole, ourRole) : undefined, programmeId ? eq(row.programmeId, programmeId) : undefined,
    year === undefined ? undefined : sql`left(${row.earliest}, 4)::int = ${year}`, state && eq(stateOf(row, today), state),
  ),
  orders: (form) => ({ name: [byName(row, form)], start: [{ by: row.earliest, way: 'down, unknown last' }] }),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(project).where(and(inArray(project.id, [...ids]), sight(viewer, 'project', project)));
    const acts = Map.groupBy(await reader().select().from(projectAct).where(inArray(projectAct.projectId, [...ids])).orderBy(projectAct.position), ({ projectId }) => projectId);
    const programmes = await references(viewer, rows.map(({ programmeId }) => ({ noun: 'programme', id: programmeId })));
    return rows.map((one) => ({ ...one, acts: acts.get(one.id) ?? [], programme: (one.programmeId && programmes.get(one.programmeId)) || null }));
  },
});
