import { and, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement, agreementNetwork, agreementProject } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project, projectPartner } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

export type ProjectOwner = { organisationId: string } | { networkId: string } | { programmeId: string } | { agreementId: string };

/** Which projects are of a record: an organisation takes part in it, a programme or an agreement holds it; a network takes part, or an agreement names both. */
export function projectsBelongingTo(viewer: Viewer, owner: ProjectOwner): SQL {
  if ('programmeId' in owner) return eq(project.programmeId, owner.programmeId);
  if ('organisationId' in owner) return takesPart(viewer, owner.organisationId);
  if ('networkId' in owner) return inArray(project.id, ofNetwork(viewer, owner.networkId));
  return exists(reader().select({ one: sql`1` }).from(agreementProject)
    .where(and(eq(agreementProject.projectId, project.id), eq(agreementProject.agreementId, owner.agreementId))));
}

function takesPart(viewer: Viewer, organisationId: string): SQL {
  return exists(reader().select({ one: sql`1` }).from(projectPartner)
    .innerJoin(organisation, eq(organisation.id, projectPartner.organisationId))
    .where(and(eq(projectPartner.projectId, project.id), eq(organisation.id, organisationId), sight(viewer, 'organisation', organisation))));
}

/** Those that the network takes part in, and those that an agreement which the viewer may see names with it; asked from the network's side. */
function ofNetwork(viewer: Viewer, networkId: string) {
  return unionAll(
    reader().select({ id: projectPartner.projectId }).from(projectPartner)
      .innerJoin(organisation, eq(organisation.id, projectPartner.organisationId))
      .where(and(eq(organisation.id, networkId), sight(viewer, 'organisation', organisation))),
    reader().select({ id: agreementProject.projectId }).from(agreementNetwork)
      .innerJoin(agreement, eq(agreement.id, agreementNetwork.agreementId))
      .innerJoin(agreementProject, eq(agreementProject.agreementId, agreement.id))
      .where(and(eq(agreementNetwork.networkId, networkId), sight(viewer, 'agreement', agreement))),
  );
}
