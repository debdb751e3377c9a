import { and, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { projectRow, startYear } from './narrow.ts';

/** Of the slugs and years that were asked for, those that some organisation or project has which the viewer may see. */
export async function knownProjectValues(viewer: Viewer, { parties, years }: { parties: readonly string[]; years: readonly number[] }): Promise<{ parties: string[]; years: number[] }> {
  const [slugs, begun] = await Promise.all([
    parties.length ? reader().select({ slug: organisation.slug }).from(organisation).where(and(inArray(organisation.slug, [...parties]), sight(viewer, 'organisation', organisation))) : [],
    years.length ? reader().selectDistinct({ year: startYear }).from(projectRow).where(and(inArray(startYear, [...years]), sight(viewer, 'project', projectRow))) : [],
  ]);
  return { parties: parties.filter((asked) => slugs.some(({ slug }) => slug === asked)), years: years.filter((asked) => begun.some(({ year }) => year === asked)) };
}
