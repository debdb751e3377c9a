import { and, eq, ne, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { document } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { documentSight } from '#office/document/sight.ts';
import { milestoneSight } from '#office/milestone/sight.ts';
import type { Noun } from '#office/permission.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { NounCount } from './register.ts';

/** What the register holds for this viewer, noun by noun. The City itself is no record that a reader looks for. */
export async function countRecords(viewer: Viewer): Promise<NounCount[]> {
  return Promise.all([
    count('agreement', agreement, sight(viewer, 'agreement', agreement)),
    count('membership', membership, sight(viewer, 'membership', membership)),
    count('project', project, sight(viewer, 'project', project)),
    count('programme', programme, sight(viewer, 'programme', programme)),
    count('organisation', organisation, and(sight(viewer, 'organisation', organisation), ne(organisation.isSelf, true))),
    count('milestone', milestone, milestoneSight(viewer)),
    count('document', document, documentSight(viewer)),
  ]);
}

type Counted = PgTable & { verification: AnyPgColumn; changedAt: AnyPgColumn };

async function count(noun: Noun, table: Counted, rule: SQL | undefined): Promise<NounCount> {
  const [row] = await reader().select({
    total: sql<number>`count(*)::int`,
    checked: sql<number>`(count(*) filter (where ${eq(table.verification, 'checked')}))::int`,
    disputed: sql<number>`(count(*) filter (where ${eq(table.verification, 'disputed')}))::int`,
    // A driver may give an instant of an aggregate as text; seconds since 1970 are a number everywhere.
    changed: sql<number | null>`extract(epoch from max(${table.changedAt}))::float8`,
  }).from(table).where(rule);
  return { noun, total: row?.total ?? 0, checked: row?.checked ?? 0, disputed: row?.disputed ?? 0, changedAt: row?.changed ? new Date(row.changed * 1000) : null };
}
