import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { narrowest, narrowSight } from '#office/narrow-row.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import type { NounCount } from './register.ts';

const counted: readonly Noun[] = ['agreement', 'membership', 'project', 'programme', 'organisation', 'milestone', 'document'];

/** What the register holds for this viewer, noun by noun, from the narrow rows. The City itself is no record that a reader looks for. */
export async function countRecords(viewer: Viewer): Promise<NounCount[]> {
  return Promise.all(counted.map((noun) => count(viewer, noun)));
}

async function count(viewer: Viewer, noun: Noun): Promise<NounCount> {
  const row = narrowest(noun);
  const rule = and(narrowSight(viewer, noun), noun === 'organisation' ? notTheCity(row.id) : undefined);
  // Each is asked for where an index has it: the counts by what stands in them, the last change from the end of their order.
  const [[figures], [last]] = await Promise.all([
    reader().select({
      total: sql<number>`count(*)::int`,
      checked: sql<number>`(count(*) filter (where ${eq(row.verification, 'checked')}))::int`,
      disputed: sql<number>`(count(*) filter (where ${eq(row.verification, 'disputed')}))::int`,
    }).from(row).where(rule),
    reader().select({ changedAt: row.changedAt }).from(row).where(rule).orderBy(desc(row.changedAt)).limit(1),
  ]);
  return { noun, total: figures?.total ?? 0, checked: figures?.checked ?? 0, disputed: figures?.disputed ?? 0, changedAt: last?.changedAt ?? null };
}

function notTheCity(id: ReturnType<typeof narrowest>['id']): SQL {
  return sql`${id} <> all(array(${reader().select({ id: organisation.id }).from(organisation).where(eq(organisation.isSelf, true))}))`;
}
