import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { programme, programmePartner } from '#db/schema/programme.ts';
import { project, projectPartner } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/**
 * Milestones of whatever ties an organisation to the City: agreements, memberships, projects and programmes that it has a
 * part in. Only ties that the viewer may see count, or a milestone would tell of a draft. Asked from the organisation's
 * side, so that indexes serve and a long register is not read through.
 */
export function tiedTo(viewer: Viewer, organisationId: string): SQL {
  const id = { id: milestone.id };
  return inArray(milestone.id, unionAll(
    reader().select(id).from(agreementParty).innerJoin(agreement, eq(agreement.id, agreementParty.agreementId)).innerJoin(milestone, eq(milestone.agreementId, agreement.id))
      .where(and(eq(agreementParty.organisationId, organisationId), sight(viewer, 'agreement', agreement))),
    reader().select(id).from(membership).innerJoin(milestone, eq(milestone.membershipId, membership.id))
      .where(and(or(eq(membership.memberId, organisationId), eq(membership.networkId, organisationId)), sight(viewer, 'membership', membership))),
    reader().select(id).from(projectPartner).innerJoin(project, eq(project.id, projectPartner.projectId)).innerJoin(milestone, eq(milestone.projectId, project.id))
      .where(and(eq(projectPartner.organisationId, organisationId), sight(viewer, 'project', project))),
    reader().select(id).from(programmePartner).innerJoin(programme, eq(programme.id, programmePartner.programmeId)).innerJoin(milestone, eq(milestone.programmeId, programme.id))
      .where(and(eq(programmePartner.organisationId, organisationId), sight(viewer, 'programme', programme))),
  ));
}
