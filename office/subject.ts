import { and, eq, inArray } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { documentLink } from '#db/schema/document.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { Noun, Subject } from './permission.ts';
import { tables } from './tables.ts';

type Db = Pick<Reader, 'select'>;

/** What the permission table looks at of these records, under their ids; whether the viewer may see them is asked elsewhere. */
export async function subjectsOf(noun: Noun, ids: readonly string[], db: Db = reader()): Promise<Map<string, Subject>> {
  if (ids.length === 0) return new Map();
  const { table } = tables[noun];
  const rows = await db.select({
    id: table.id, createdBy: table.createdBy, publication: table.publication, ...(noun === 'milestone' ? { projectId: milestone.projectId } : {}),
  }).from(table).where(inArray(table.id, [...ids]));
  const projects = noun === 'document' ? await projectsOf(ids, db) : null;
  return new Map(rows.map((row) => [row.id, { ...row, ...(projects ? { projectIds: projects.get(row.id) ?? [] } : {}) } as Subject]));
}

export async function subjectOf(noun: Noun, id: string, db: Db = reader()): Promise<Subject | null> {
  return (await subjectsOf(noun, [id], db)).get(id) ?? null;
}

async function projectsOf(ids: readonly string[], db: Db): Promise<Map<string, string[]>> {
  const links = await db.select({ documentId: documentLink.documentId, recordId: documentLink.recordId }).from(documentLink)
    .where(and(inArray(documentLink.documentId, [...ids]), eq(documentLink.noun, 'project')));
  return new Map(ids.map((id) => [id, links.filter(({ documentId }) => documentId === id).map(({ recordId }) => recordId)]));
}
