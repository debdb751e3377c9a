import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { documentFile } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import type { Issue } from '#office/outcome.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import { forPublic } from './file-sight.ts';
import { subjectOf } from '#office/subject.ts';
import { documentSight } from './sight.ts';

type Row = typeof document.$inferSelect;

export const register = {
  noun: 'document', table: document, sight: documentSight,
  // Which projects it belongs to stands in its links.
  subject: async (db: Pick<Reader, 'select'>, row: Row | null) => (row ? subjectOf('document', row.id, db) : null),
} as const;

/** What publishing demands: kind, language, and a file for those who will see the document, or the reason why there is none (DOMAIN section 3). */
export async function ready(row: Row, db: Pick<Reader, 'select'>): Promise<Issue[]> {
  const rule = and(eq(documentFile.documentId, row.id), isNull(documentFile.detachedAt), row.visibility === 'public' ? forPublic() : undefined);
  const [file] = await db.select({ id: documentFile.id }).from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId)).where(rule).limit(1);
  return [
    ...missing('title', row.title?.[row.title.origin]),
    ...missing('kind', row.kind),
    ...missing('language', row.language),
    ...(file ? [] : [...missing('absentReason', row.absentReason), ...englishOrWaiver(row, 'absentReason', row.absentReason)]),
    ...englishOrWaiver(row, 'withheldReason', row.withheldReason),
  ];
}
