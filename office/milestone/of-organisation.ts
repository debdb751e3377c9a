import { and, eq, exists, or, sql, type SQL } from 'drizzle-orm';
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
 * part in. Only ties that the viewer may see count, or a milestone would tell of a draft.
 */
export function tiedTo(viewer: Viewer, organisationId: string): SQL | undefined {
  const one = { one: sql`1` };
  return or(
    exists(reader().select(one).from(agreementParty).innerJoin(agreement, eq(agreement.id, agreementParty.agreementId))
      .where(and(eq(agreementParty.organisationId, organisationId), eq(agreement.id, milestone.agreementId), sight(viewer, 'agreement', agreement)))),
    exists(reader().select(one).from(membership)
      .where(and(eq(membership.id, milestone.membershipId), or(eq(membership.memberId, organisationId), eq(membership.networkId, organisationId)), sight(viewer, 'membership', membership)))),
    exists(reader().select(one).from(projectPartner).innerJoin(project, eq(project.id, projectPartner.projectId))
      .where(and(eq(projectPartner.organisationId, organisationId), eq(project.id, milestone.projectId), sight(viewer, 'project', project)))),
    exists(reader().select(one).from(programmePartner).innerJoin(programme, eq(programme.id, programmePartner.programmeId))
      .where(and(eq(programmePartner.organisationId, organisationId), eq(programme.id, milestone.programmeId), sight(viewer, 'programme', programme)))),
  );
}
