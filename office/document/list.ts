import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { document } from '#db/schema/document.ts';
import { narrowRows } from '#office/narrow-row.ts';
import { byName, listingOf, type RowChoice } from '#office/rows.ts';
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
const row = narrowRows.document;

/** Documents for the table of the workspace, by title unless asked otherwise. */
export const documentTable = listingOf({
  noun: 'document',
  rule: (_viewer, { kind, stage, visibility, language, year }: DocumentChoice) => and(
    kind && eq(row.kind, kind), stage && eq(row.stage, stage), visibility && eq(row.visibility, visibility), language ? eq(row.language, language) : undefined,
    year === undefined ? undefined : and(gte(row.earliest, `${year}`), lt(row.earliest, `${year + 1}`)),
  ),
  orders: (form) => ({ name: [byName(row, form)], dated: [{ by: row.earliest, way: 'down, unknown last' }] }),
  lines: (viewer, ids) => reader().select(line).from(document).where(and(inArray(document.id, [...ids]), documentSight(viewer))),
});
