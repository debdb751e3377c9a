import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Money } from '#db/columns.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/** A record that states amounts; a project's stand with those of the programme that it belongs to. */
export type Funded = { readonly noun: 'programme' | 'project'; readonly id: string; readonly slug: string; readonly name: LocalText | null; readonly amounts: readonly Money[] };

/** At most `limit` programmes and as many projects that state an amount, the last changed first. Amounts are never added up or compared. */
export async function recordsWithAmounts(viewer: Viewer, limit: number): Promise<Funded[]> {
  const some = (table: typeof programme | typeof project) => sql`jsonb_array_length(${table.amounts}) > 0`;
  const [programmes, projects] = await Promise.all([
    reader().select({ id: programme.id, slug: programme.slug, name: programme.name, amounts: programme.amounts })
      .from(programme).where(and(sight(viewer, 'programme', programme), some(programme))).orderBy(desc(programme.changedAt), asc(programme.code)).limit(limit),
    reader().select({ id: project.id, slug: project.slug, name: project.title, amounts: project.amounts, programmeAmounts: programme.amounts })
      .from(project).leftJoin(programme, and(eq(programme.id, project.programmeId), sight(viewer, 'programme', programme)))
      .where(and(sight(viewer, 'project', project), some(project))).orderBy(desc(project.changedAt), asc(project.code)).limit(limit),
  ]);
  return [
    ...programmes.map((one) => ({ noun: 'programme' as const, ...one })),
    ...projects.map(({ programmeAmounts, ...one }) => ({ noun: 'project' as const, ...one, amounts: withProgramme(one.amounts, programmeAmounts ?? []) })),
  ];
}

/** The project's own word on the programme's total goes before the programme's. */
function withProgramme(own: readonly Money[], ofProgramme: readonly Money[]): Money[] {
  if (own.some(({ scope }) => scope === 'programme_total')) return [...own];
  return [...own, ...ofProgramme.filter(({ scope }) => scope === 'programme_total')];
}
