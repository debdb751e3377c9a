import { layDownOrganisations } from './lay-down-organisations.ts';

/**
 * Lays down the office's own records through the verbs, as the system viewer: each drafted and published,
 * with a change of its own in the ledger. Doing it again changes nothing.
 */
export async function layDown(_today: string): Promise<void> {
  await layDownOrganisations();
}
