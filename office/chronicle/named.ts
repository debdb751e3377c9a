import { and, eq, exists, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project } from '#db/schema/project.ts';
import { folded } from '#office/listing.ts';

/** Entries whose record answers to the words of `q`; a membership answers to its network's name. */
export function named(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  const record = chronicleEntry.recordId;
  const one = { one: sql`1` };
  return or(
    and(eq(chronicleEntry.noun, 'agreement'), exists(reader().select(one).from(agreement).where(and(eq(agreement.id, record), folded(q, agreement.title, agreement.code))))),
    and(eq(chronicleEntry.noun, 'project'), exists(reader().select(one).from(project).where(and(eq(project.id, record), folded(q, project.title, project.acronym, project.code))))),
    and(eq(chronicleEntry.noun, 'milestone'), exists(reader().select(one).from(milestone).where(and(eq(milestone.id, record), folded(q, milestone.title, milestone.code))))),
    and(eq(chronicleEntry.noun, 'membership'), exists(reader().select(one).from(membership).innerJoin(organisation, eq(organisation.id, membership.networkId))
      .where(and(eq(membership.id, record), folded(q, organisation.name, organisation.acronym, membership.code))))),
  );
}
