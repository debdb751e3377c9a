import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import { visitor } from '#office/viewer.ts';

/** A public page of one record: its path without the written form, and the instant of its last change. */
export type RecordPage = { readonly path: string; readonly changed: Date };

/** A piece of the list of all record pages: how many there are in it, and the last change among them. */
export type Piece = { readonly pages: number; readonly changed: Date };

/** The record pages of one piece, counted from 1, each piece of `size` pages in the order of their paths. */
export async function recordPages(piece: number, size: number): Promise<RecordPage[]> {
  const found = await reader().execute<{ path: string; changed: number }>(
    sql`select path, extract(epoch from changed)::float8 as changed from (${everyPage()}) page order by path collate "C" limit ${size} offset ${(piece - 1) * size}`,
  );
  return found.rows.map(({ path, changed }) => ({ path, changed: instant(changed) }));
}

/** All pieces in their order; none where nothing is published. */
export async function recordPieces(size: number): Promise<Piece[]> {
  const found = await reader().execute<{ pages: number; changed: number }>(sql`
    select count(*)::int as pages, extract(epoch from max(changed))::float8 as changed
    from (select changed, (row_number() over (order by path collate "C") - 1) / ${size}::int as piece from (${everyPage()}) page) numbered
    group by piece order by piece`);
  return found.rows.map(({ pages, changed }) => ({ pages, changed: instant(changed) }));
}

/** What the visitor may see and what has a page of its own: no City, no merged record, and a network changes with its memberships. */
function everyPage(): SQL {
  const own = sight(visitor, 'organisation', organisation);
  const partners = and(own, ne(organisation.isSelf, true), isNull(organisation.mergedIntoId), sql`${organisation.kind} is distinct from 'network'`);
  const networks = and(own, isNull(organisation.mergedIntoId), eq(organisation.kind, 'network'));
  const joined = sql`(select max(${membership.changedAt}) from ${membership} where ${membership.networkId} = ${organisation.id} and ${sight(visitor, 'membership', membership)})`;
  return sql`
    select '/agreements/' || ${agreement.slug} as path, ${agreement.changedAt} as changed from ${agreement} where ${sight(visitor, 'agreement', agreement)}
    union all select '/projects/' || ${project.slug}, ${project.changedAt} from ${project} where ${sight(visitor, 'project', project)}
    union all select '/programmes/' || ${programme.slug}, ${programme.changedAt} from ${programme} where ${sight(visitor, 'programme', programme)}
    union all select '/partners/' || ${organisation.slug}, ${organisation.changedAt} from ${organisation} where ${partners}
    union all select '/networks/' || ${organisation.slug}, greatest(${organisation.changedAt}, ${joined}) from ${organisation} where ${networks}`;
}

function instant(seconds: number): Date {
  return new Date(seconds * 1_000);
}
