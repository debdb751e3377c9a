import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import { programme, programmePartner } from '#db/schema/programme.ts';
import { project, projectPartner } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/** How many agreements, projects and programmes that the viewer may see tie each of these organisations to the City. */
export async function tiesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await reader().execute<{ id: string; ties: number }>(countedTies(viewer, ids));
  return new Map(rows.map(({ id, ties }) => [id, ties]));
}

/** A query with `id` of an organisation and its `ties`; of all that have any, unless `ids` says of which. */
export function countedTies(viewer: Viewer, ids?: readonly string[]): SQL {
  const of = (column: Parameters<typeof inArray>[0]) => (ids ? inArray(column, [...ids]) : undefined);
  return sql`select id, count(*)::int as ties from (
    select distinct ${agreementParty.organisationId} as id, ${agreementParty.agreementId} as record from ${agreementParty}
      join ${agreement} on ${eq(agreement.id, agreementParty.agreementId)} where ${and(sight(viewer, 'agreement', agreement), of(agreementParty.organisationId))}
    union all select distinct ${projectPartner.organisationId}, ${projectPartner.projectId} from ${projectPartner}
      join ${project} on ${eq(project.id, projectPartner.projectId)} where ${and(sight(viewer, 'project', project), of(projectPartner.organisationId))}
    union all select distinct ${programmePartner.organisationId}, ${programmePartner.programmeId} from ${programmePartner}
      join ${programme} on ${eq(programme.id, programmePartner.programmeId)} where ${and(sight(viewer, 'programme', programme), of(programmePartner.organisationId))}
  ) as tie group by id`;
}
