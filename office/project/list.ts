import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { project, projectAct, projectPartner } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { byText, lacksEnglish, listingOf, type RowChoice } from '#office/rows.ts';
import { startYear, stateIn } from './narrow.ts';
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

/** Projects for the table of the workspace, by title unless asked otherwise, each with its acts and its programme. */
export const projectTable = listingOf({
  noun: 'project',
  rule: (_viewer, { state, ourRole, year, programmeId }: ProjectChoice, today) => and(
    ourRole ? eq(project.ourRole, ourRole) : undefined, programmeId ? eq(project.programmeId, programmeId) : undefined,
    year === undefined ? undefined : sql`${startYear} = ${year}`, state && inState(state, today),
  ),
  incomplete: sql`(${project.title} is null or ${project.ourRole} is null
    or (${project.programmeId} is null and not exists (select from ${projectPartner} where ${projectPartner.projectId} = ${project.id}))
    or ${lacksEnglish(project, project.summary, project.objective, project.places, project.themes, project.components, project.results)})`,
  orders: (form) => ({ name: [byText(project.title, form)], start: [{ by: sql`(coalesce(${project.actualStart}, ${project.plannedStart}) ->> 'earliest')`, way: 'down, unknown last' }] }),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(project).where(and(inArray(project.id, [...ids]), sight(viewer, 'project', project)));
    const acts = await reader().select().from(projectAct).where(inArray(projectAct.projectId, [...ids])).orderBy(projectAct.position);
    const programmes = await references(viewer, rows.map(({ programmeId }) => ({ noun: 'programme', id: programmeId })));
    return rows.map((row) => ({ ...row, acts: acts.filter(({ projectId }) => projectId === row.id), programme: (row.programmeId && programmes.get(row.programmeId)) || null }));
  },
});

/** A state is asked only of projects with an act that could bring them there; without any act it is not known. */
function inState(state: ProjectState, today: string): SQL | undefined {
  const acts = sql`select ${projectAct.projectId} from ${projectAct}`;
  if (state === 'unknown') return and(eq(stateIn(today), state), sql`not exists (${acts} where ${projectAct.projectId} = ${project.id} and ${projectAct.on} is null)`);
  const kinds = state === 'running' ? ['running', 'resumed'] as const : [state];
  return and(sql`${project.id} in (${acts} where ${inArray(projectAct.kind, [...kinds])})`, eq(stateIn(today), state));
}
