import { and, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { document } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { milestoneSight } from '#office/milestone/sight.ts';
import { sight, withdrawn } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/** How many records with a Serbian title this viewer sees, and how many of them have an English one. Names are no titles: they stay as they are written. */
export async function countTitles(viewer: Viewer): Promise<{ titled: number; translated: number }> {
  const counts = await Promise.all([
    countIn(agreement, agreement.title, sight(viewer, 'agreement', agreement)),
    countIn(project, project.title, sight(viewer, 'project', project)),
    countIn(programme, programme.name, sight(viewer, 'programme', programme)),
    countIn(milestone, milestone.title, milestoneSight(viewer)),
  ]);
  return { titled: sum(counts.map(({ titled }) => titled)), translated: sum(counts.map(({ translated }) => translated)) };
}

/** How many records were withdrawn from publication; the public knows of each by its address. */
export async function countWithdrawn(): Promise<number> {
  const tables = [agreement, membership, project, programme, organisation, milestone, document];
  return sum(await Promise.all(tables.map((table) => reader().$count(table, withdrawn(table)))));
}

async function countIn(table: PgTable, title: AnyPgColumn, rule: SQL | undefined) {
  const [row] = await reader().select({
    titled: sql<number>`count(*)::int`,
    translated: sql<number>`(count(*) filter (where ${title} -> 'en' ->> 'text' is not null))::int`,
  }).from(table).where(and(rule, sql`${title} is not null`));
  return row ?? { titled: 0, translated: 0 };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
