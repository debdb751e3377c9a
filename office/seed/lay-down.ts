import { layDownMemberships } from './lay-down-memberships.ts';
import { layDownOrganisations } from './lay-down-organisations.ts';
import { layDownProgrammes } from './lay-down-programmes.ts';
import { layDownProjects } from './lay-down-projects.ts';

/**
 * Lays down the office's own records through the verbs, as the system viewer: each drafted and published,
 * with a change of its own in the ledger. Doing it again changes nothing.
 */
export async function layDown(_today: string): Promise<void> {
  const organisations = await layDownOrganisations();
  await layDownMemberships(organisations);
  const programmes = await layDownProgrammes(organisations);
  await layDownProjects(organisations, programmes);
}
