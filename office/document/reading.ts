import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile, fileReading } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import { aside } from '#office/change.ts';
import type { Viewer } from '#office/viewer.ts';
import { fileSight, forPublic } from './file-sight.ts';

/** What a machine read in a file; `picture` is a WebP of the first page, `width` and `height` its pixels. */
export type Reading = {
  readonly verdict: 'read' | 'unreadable';
  readonly pages: number | null; readonly text: string;
  readonly picture: Uint8Array | null; readonly width: number | null; readonly height: number | null;
};

/** Files of these kinds in which nothing was read yet, the newest first. */
export async function unreadFiles(kinds: readonly string[], limit: number) {
  return reader().select({ storeKey: documentFile.storeKey, mime: documentFile.mime, size: documentFile.size }).from(documentFile)
    .where(and(inArray(documentFile.mime, [...kinds]), sql`not exists (select 1 from ${fileReading} where ${fileReading.storeKey} = ${documentFile.storeKey})`))
    .orderBy(sql`${documentFile.uploadedAt} desc`).limit(limit);
}

/** Keeps what was read; where another instance was first, its reading stays. Pages that are kept in memory step on, since they may show it. */
export async function keepReading(storeKey: string, reading: Reading): Promise<void> {
  await aside(async (db) => {
    await db.insert(fileReading).values({ storeKey, ...reading }).onConflictDoNothing();
    await db.execute(sql`select pg_notify('povelja_public', 'file_reading')`);
  });
}

/** The small picture of a file, by the same rule of sight as the file; null where there is none, or the viewer may not have it. */
export async function pictureOf(viewer: Viewer, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await reader().select({ picture: fileReading.picture, sha256: documentFile.sha256, open: forPublic().mapWith(Boolean), publication: document.publication, detachedAt: documentFile.detachedAt })
    .from(documentFile).innerJoin(document, eq(document.id, documentFile.documentId)).innerJoin(fileReading, eq(fileReading.storeKey, documentFile.storeKey))
    .where(and(eq(documentFile.id, id), fileSight(viewer))).orderBy(asc(documentFile.position)).limit(1);
  if (!row?.picture) return null;
  return { picture: row.picture, sha256: row.sha256, open: row.open && row.publication === 'published' && row.detachedAt === null };
}
