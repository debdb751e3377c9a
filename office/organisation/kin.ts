import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

const named = {
  id: organisation.id, slug: organisation.slug, code: organisation.code, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind,
  isSelf: organisation.isSelf,
};
export type Kinsman = Awaited<ReturnType<typeof read>>[number];
export type Kin = Awaited<ReturnType<typeof kinOf>>;

type Kept = { id: string; parentId: string | null; successorOfId: string | null };

/**
 * Whom an organisation belongs to and came from, who came after it and which are its parts: those that the viewer may
 * see. Records that were merged away are none of them. At most a hundred parts and a hundred successors.
 */
export async function kinOf(viewer: Viewer, { id, parentId, successorOfId }: Kept) {
  const one = async (which: string | null) => (which ? (await read(viewer, eq(organisation.id, which)))[0] ?? null : null);
  const [parent, predecessor, successors, parts] = await Promise.all([
    one(parentId), one(successorOfId), read(viewer, eq(organisation.successorOfId, id)), read(viewer, eq(organisation.parentId, id)),
  ]);
  return { parent, predecessor, successors, parts };
}

async function read(viewer: Viewer, which: SQL) {
  return reader().select(named).from(organisation)
    .where(and(which, isNull(organisation.mergedIntoId), sight(viewer, 'organisation', organisation))).orderBy(asc(organisation.code)).limit(100);
}
