import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import { byText, lacksEnglish, listingOf, type RowChoice } from '#office/rows.ts';
import type { DocumentKind, Visibility } from './document.ts';
import { documentSight } from './sight.ts';

export type DocumentChoice = RowChoice & {
  readonly kind?: DocumentKind; readonly stage?: typeof document.$inferSelect.stage; readonly visibility?: Visibility; readonly language?: string; readonly year?: number;
};
export type DocumentRow = Awaited<ReturnType<typeof documentTable.lines>>[number];

const line = {
  id: document.id, code: document.code, title: document.title, kind: document.kind, stage: document.stage, dated: document.dated, language: document.language,
  script: document.script, authentic: document.authentic, visibility: document.visibility, publication: document.publication, verification: document.verification,
  verifiedOn: document.verifiedOn, changedAt: document.changedAt,
};
const day = sql`(${document.dated} ->> 'earliest')`;

/** Documents for the table of the workspace, by title unless asked otherwise. */
export const documentTable = listingOf({
  noun: 'document',
  rule: (_viewer, { kind, stage, visibility, language, year }: DocumentChoice) => and(
    kind && eq(document.kind, kind), stage && eq(document.stage, stage), visibility && eq(document.visibility, visibility), language ? eq(document.language, language) : undefined,
    year === undefined ? undefined : and(sql`${day} >= ${`${year}`}`, sql`${day} < ${`${year + 1}`}`),
  ),
  incomplete: sql`(${document.title} is null or ${document.kind} is null or ${document.language} is null or ${lacksEnglish(document, document.withheldReason)}
    or not exists (select from ${documentFile} where ${documentFile.documentId} = ${document.id} and ${documentFile.detachedAt} is null)
      and (${document.absentReason} is null or ${lacksEnglish(document, document.absentReason)}))`,
  orders: (form) => ({ name: [byText(document.title, form)], dated: [{ by: day, way: 'down, unknown last' }] }),
  lines: (viewer, ids) => reader().select(line).from(document).where(and(inArray(document.id, [...ids]), documentSight(viewer))),
});
