import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import { membership } from '#db/schema/membership.ts';
import { answering } from '#office/matching.ts';

/** Entries whose record answers to `q`; a membership answers to its network. */
export function named(q: string | undefined): SQL | undefined {
  const inNetworks = answering(q, 'organisation', membership.networkId);
  if (!inNetworks) return undefined;
  const memberships = reader().select({ id: membership.id }).from(membership).where(inNetworks);
  return or(
    ...(['agreement', 'project', 'milestone'] as const).map((noun) => and(eq(chronicleEntry.noun, noun), answering(q, noun, chronicleEntry.recordId))),
    and(eq(chronicleEntry.noun, 'membership'), inArray(chronicleEntry.recordId, memberships)),
  );
}
