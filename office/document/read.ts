import { and, asc, desc, eq, exists, inArray, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { documentFile } from '#db/schema/document-file.ts';
import { document, documentLink } from '#db/schema/document.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { folded, inAlphabet, inOrder, page } from '#office/listing.ts';
import { references } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DocumentKind, Visibility } from './document.ts';
import { filesOf, type FileLine } from './file-read.ts';
import { fileSight } from './file-sight.ts';
import { documentSight, withheldFromPublic } from './sight.ts';

const line = {
  id: document.id, code: document.code, slug: document.slug, title: document.title, kind: document.kind, stage: document.stage, dated: document.dated,
  language: document.language, script: document.script, authentic: document.authentic, visibility: document.visibility, absentReason: document.absentReason,
  publication: document.publication, verification: document.verification, changedAt: document.changedAt,
};

export type DocumentFilter = {
  q?: string; kind?: DocumentKind; visibility?: Visibility; publication?: Publication; form?: WrittenForm; sort?: string; page?: number; perPage?: number;
};
export type DocumentLine = Awaited<ReturnType<typeof listDocuments>>['lines'][number];

/** Documents that the viewer may see, by title unless `sort` says otherwise. */
export async function listDocuments(viewer: Viewer, filter: DocumentFilter) {
  const rule = and(
    documentSight(viewer),
    filter.kind ? eq(document.kind, filter.kind) : undefined,
    filter.visibility ? eq(document.visibility, filter.visibility) : undefined,
    filter.publication ? eq(document.publication, filter.publication) : undefined,
    folded(filter.q, document.title, document.code),
  );
  return page(document, line, rule, [inOrder(orders(filter.form), filter.sort), asc(document.id)], filter);
}

/** A document of a record: as much of it as the viewer may see, or only that it exists, what kind it is, and why it is withheld. */
export type DocumentOf = { readonly files: readonly FileLine[] } & (
  | ({ readonly withheld: false } & DocumentLine)
  | { readonly withheld: true; readonly id: string; readonly kind: string | null; readonly language: string | null; readonly reason: NonNullable<(typeof document.$inferSelect)['withheldReason']> });

/** The documents behind one record, the newest first. None where the viewer may not see the record itself. */
export async function documentsOf(viewer: Viewer, noun: Referred, recordId: string): Promise<DocumentOf[]> {
  if (!(await references(viewer, [{ noun, id: recordId }])).has(recordId)) return [];
  const linked = exists(reader().select({ one: sql`1` }).from(documentLink)
    .where(and(eq(documentLink.documentId, document.id), eq(documentLink.noun, noun), eq(documentLink.recordId, recordId))));
  const shown = sql<boolean>`coalesce(${documentSight(viewer)}, false)`;
  const rows = await reader().select({ ...line, withheldReason: document.withheldReason, shown }).from(document)
    .where(and(linked, or(documentSight(viewer), withheldFromPublic())))
    .orderBy(sql`${document.dated} ->> 'earliest' desc nulls last`, asc(document.code));
  const held = await filesOf(viewer, rows.map(({ id }) => id));
  return rows.flatMap(({ withheldReason, shown: whole, ...row }): DocumentOf[] => {
    const files = held.get(row.id) ?? [];
    if (whole) return [{ withheld: false, ...row, files }];
    return withheldReason ? [{ withheld: true, id: row.id, kind: row.kind, language: row.language, reason: withheldReason, files }] : [];
  });
}

/** Those of these documents that the viewer may see, by name and code. */
export async function paperNames(viewer: Viewer, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader().select({ id: document.id, code: document.code, slug: document.slug, name: document.title, kind: document.kind })
    .from(document).where(and(inArray(document.id, [...ids]), documentSight(viewer)));
  return new Map(rows.map((row) => [row.id, row] as const));
}

/** Which of these files the viewer may have; of the others the history does not tell the names. */
export async function filesSeen(viewer: Viewer, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader().select({ id: documentFile.id }).from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId))
    .where(and(inArray(documentFile.id, [...ids]), fileSight(viewer)));
  return new Set(rows.map(({ id }) => id));
}

export type DocumentRecord = NonNullable<Awaited<ReturnType<typeof documentById>>>;

export async function documentById(viewer: Viewer, id: string) {
  return find(viewer, eq(document.id, id));
}

async function find(viewer: Viewer, which: SQL) {
  const [row] = await reader().select().from(document).where(and(which, documentSight(viewer)));
  if (!row) return null;
  const links = await reader().select().from(documentLink).where(eq(documentLink.documentId, row.id)).orderBy(asc(documentLink.position));
  const seen = await references(viewer, links.map(({ noun, recordId }) => ({ noun, id: recordId })));
  const [supersedes] = row.supersedesId
    ? await reader().select({ id: document.id, code: document.code, title: document.title }).from(document).where(and(inArray(document.id, [row.supersedesId]), documentSight(viewer)))
    : [];
  // A link to a record that the viewer may not see keeps its row, so that a revision does not lose it.
  const files = (await filesOf(viewer, [row.id])).get(row.id) ?? [];
  return { ...row, files, links: links.map((link) => ({ ...link, record: seen.get(link.recordId) ?? null })), supersedes: supersedes ?? null };
}

function orders(form: WrittenForm = 'sr-Cyrl') {
  return {
    name: inAlphabet(document.title, form), code: asc(document.code), changed: desc(document.changedAt),
    dated: sql`${document.dated} ->> 'earliest' desc nulls last`,
  };
}
