import { and, eq, ne } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementParty } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { LocalText } from '#messages/local-text.ts';
import { sight } from '#office/publication.ts';
import type { Staff } from '#office/viewer.ts';

/** The parties of an agreement that the public would not be told of, since their own records are not public; of those that the viewer may see. */
export function unseenParties(viewer: Staff, agreementId: string): Promise<{ id: string; name: LocalText | null }[]> {
  return reader().selectDistinct({ id: organisation.id, name: organisation.name }).from(agreementParty).innerJoin(organisation, eq(organisation.id, agreementParty.organisationId))
    .where(and(eq(agreementParty.agreementId, agreementId), ne(organisation.publication, 'published'), sight(viewer, 'organisation', organisation)));
}
