import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile, fileReading } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import type { Viewer } from '#office/viewer.ts';
import { addressName, fileAddress } from './file-name.ts';
import { fileSight, forPublic, goneFromPublic } from './file-sight.ts';

const line = {
  id: documentFile.id, documentId: documentFile.documentId, role: documentFile.role, name: documentFile.name, mime: documentFile.mime, size: documentFile.size,
  sha256: documentFile.sha256, language: documentFile.language, pages: fileReading.pages, width: fileReading.width, height: fileReading.height, version: documentFile.version, uploadedAt: documentFile.uploadedAt,
};

export type FileLine = Omit<typeof documentFile.$inferSelect, 'storeKey' | 'position' | 'replacesId' | 'uploadedBy' | 'detachedAt'> & {
  /** Pixels of the small picture of its first page; null where there is none. */
  readonly width: number | null;
  readonly height: number | null;
  /** Below the host, outside the written forms. */
  readonly address: string;
  /** Whether the public may have it once the document is published. */
  readonly open: boolean;
};

/** The files of these documents that the viewer may have, in their order; those that were taken off are left out. */
export async function filesOf(viewer: Viewer, documentIds: readonly string[]): Promise<Map<string, FileLine[]>> {
  if (documentIds.length === 0) return new Map();
  const rows = await reader().select({ ...line, open: forPublic().mapWith(Boolean) }).from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId))
    .leftJoin(fileReading, eq(fileReading.storeKey, documentFile.storeKey))
    .where(and(inArray(documentFile.documentId, [...documentIds]), isNull(documentFile.detachedAt), fileSight(viewer)))
    .orderBy(asc(documentFile.position), asc(documentFile.uploadedAt));
  return Map.groupBy(rows.map((row) => ({ ...row, address: fileAddress(row) })), ({ documentId }) => documentId);
}

/** One file with where its bytes lie; `open` where the public has it now. Null where the viewer may not have it. */
export async function fileById(viewer: Viewer, id: string) {
  if (!isId(id)) return null;
  const [row] = await reader().select({ ...line, storeKey: documentFile.storeKey, detachedAt: documentFile.detachedAt, open: forPublic().mapWith(Boolean), publication: document.publication })
    .from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId)).leftJoin(fileReading, eq(fileReading.storeKey, documentFile.storeKey))
    .where(and(eq(documentFile.id, id), fileSight(viewer)));
  return row ? { ...row, addressName: addressName(row.name), open: row.open && row.publication === 'published' && row.detachedAt === null } : null;
}

/** Whether there was such a file for the public, which is there no longer. */
export async function wasPublic(id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const rows = await reader().select({ id: documentFile.id }).from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId)).where(and(eq(documentFile.id, id), goneFromPublic()));
  return rows.length > 0;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
