import { and, eq } from 'drizzle-orm';
import { organisation } from '#db/schema/organisation.ts';
import type { Pen } from '#office/pen.ts';
import { sight } from '#office/publication.ts';

/** Refuses an entry that names an organisation which the viewer may not see: for him it does not exist. */
export async function refuseUnseenOrganisation(pen: Pen, field: string, id: string | null): Promise<void> {
  if (id !== null && !await seen(pen, id)) pen.refuse({ field, rule: 'notFound' });
}

/** The same for the network of a membership: it must be an organisation of that kind. */
export async function refuseUnseenNetwork(pen: Pen, field: string, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await seen(pen, id);
  if (!found) pen.refuse({ field, rule: 'notFound' });
  if (found.kind !== 'network') pen.refuse({ field, rule: 'notANetwork' });
}

async function seen(pen: Pen, id: string) {
  const [found] = await pen.db.select({ kind: organisation.kind }).from(organisation)
    .where(and(eq(organisation.id, id), sight(pen.viewer, 'organisation', organisation)));
  return found;
}
