import { layDownAgreements } from './lay-down-agreements.ts';
import { layDownMemberships } from './lay-down-memberships.ts';
import { layDownMilestones } from './lay-down-milestones.ts';
import { layDownOrganisations } from './lay-down-organisations.ts';
import { layDownProgrammes } from './lay-down-programmes.ts';
import { layDownProjects } from './lay-down-projects.ts';

/**
 * Lays down the office's own records through the verbs, as the system viewer: each drafted and published,
 * with changes of its own in the ledger. Doing it again changes nothing. `today` is an ISO day.
 */
export async function layDown(today: string): Promise<void> {
  const organisations = await layDownOrganisations();
  const memberships = await layDownMemberships(organisations);
  const programmes = await layDownProgrammes(organisations);
  const projects = await layDownProjects(organisations, programmes);
  const agreements = await layDownAgreements(organisations, projects, today);
  await layDownMilestones({ memberships, projects, agreements });
}
