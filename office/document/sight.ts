import { and, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { document, documentLink } from '#db/schema/document.ts';
import { holds } from '#office/permission.ts';
import { projectsGiven, sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

/**
 * Who may see a document's record. A visitor: what is published and public. Staff: the rule of every noun, but
 * what is confidential only an editor of documents, or whoever drafted it or was given it. Whoever was given a
 * project also sees the documents that belong to it.
 */
export function documentSight(viewer: Viewer): SQL {
  const common = or(sight(viewer, 'document', document), ofProjects(projectsGiven(viewer))) ?? sql`false`;
  if (viewer.kind === 'system') return common;
  if (viewer.kind === 'visitor') return and(common, eq(document.visibility, 'public')) ?? common;
  if (holds(viewer, 'editor', 'document', null)) return common;
  const given = viewer.grants.some((grant) => grant.noun === 'document' && grant.recordId);
  const mine = or(eq(document.createdBy, viewer.id), given ? givenTo(viewer) : undefined);
  return and(common, or(ne(document.visibility, 'confidential'), mine)) ?? common;
}

/** Of which the public is told, in the lists of its records, that it exists and why it is not shown. */
export function withheldFromPublic(): SQL {
  return and(eq(document.publication, 'published'), ne(document.visibility, 'public'), isNotNull(document.withheldReason)) ?? sql`false`;
}

function ofProjects(projects: readonly string[]): SQL | undefined {
  if (projects.length === 0) return undefined;
  const linked = reader().select({ id: documentLink.documentId }).from(documentLink).where(and(eq(documentLink.noun, 'project'), inArray(documentLink.recordId, [...projects])));
  return inArray(document.id, linked);
}

function givenTo(viewer: Extract<Viewer, { kind: 'staff' }>): SQL {
  const ids = viewer.grants.flatMap(({ noun, recordId }) => (noun === 'document' && recordId ? [recordId] : []));
  return sql`${document.id} in (${sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `)})`;
}
