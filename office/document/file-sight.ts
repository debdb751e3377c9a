import { and, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { documentFile } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import { holds } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { documentSight } from './sight.ts';

/**
 * Who may have a file, in a query that joins it with its document. The public: the files of a public document; but
 * where a redacted copy was ever laid beside them, that copy alone, also of a document that is withheld with a reason.
 * Staff: what the public may have, and the files of the documents that they may see; what lies sealed behind a redacted
 * copy only an editor of documents, or whoever drafted the document.
 */
export function fileSight(viewer: Viewer): SQL {
  const toPublic = and(eq(document.publication, 'published'), isNull(documentFile.detachedAt), forPublic()) ?? sql`false`;
  if (viewer.kind === 'visitor') return toPublic;
  const seen = documentSight(viewer);
  if (viewer.kind === 'system' || holds(viewer, 'editor', 'document', null)) return or(toPublic, seen) ?? seen;
  const own = viewer.grants.flatMap(({ noun, recordId }) => (noun === 'document' && recordId ? [recordId] : []));
  const unsealed = or(eq(documentFile.role, 'redacted_public'), sql`not ${sealed}`, eq(document.createdBy, viewer.id), own.length ? inArray(document.id, own) : undefined);
  return or(toPublic, and(seen, unsealed)) ?? toPublic;
}

/** A file that the public could have once: its document was withdrawn, or it was taken off. Its address says that it is gone. */
export function goneFromPublic(): SQL {
  return and(inArray(document.publication, ['published', 'withdrawn']), forPublic()) ?? sql`false`;
}

/** What the file and its document say, whether or not it is published now. */
export function forPublic(): SQL {
  const redacted = eq(documentFile.role, 'redacted_public');
  return or(
    and(eq(document.visibility, 'public'), or(redacted, sql`not ${sealed}`)),
    and(ne(document.visibility, 'public'), isNotNull(document.withheldReason), redacted),
  ) ?? sql`false`;
}

/** A redacted copy once laid beside them seals the other files for good, also when it is taken off again. */
const sealed = sql`exists (select 1 from document_file r where r.document_id = ${documentFile.documentId} and r.role = 'redacted_public')`;
