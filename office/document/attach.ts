import { and, eq, isNull, sql } from 'drizzle-orm';
import { documentFile, fileChunk } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { correction, reviseRecord, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Arrived } from './arrival.ts';
import type { DetachEntry, FilesEntry } from './file-entry.ts';
import { ready, register } from './ready.ts';

/**
 * Makes files that have arrived the document's own, all of them or none. With `replacesId` the one file is the next
 * version of another, which is then taken off. On a published record it is a visible correction at once.
 */
export function attach(viewer: Viewer, { entry, files, ...which }: Which & { entry: FilesEntry; files: readonly Arrived[] }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, ready, async (pen, row) => {
    if (files.length === 0) pen.refuse({ field: 'files', rule: 'fileMissing' });
    const version = await nextVersion(pen, entry, files);
    const [last] = await pen.db.select({ position: sql<number>`coalesce(max(${documentFile.position}), -1)` }).from(documentFile).where(eq(documentFile.documentId, row.id));
    for (const [place, file] of files.entries()) {
      await refusePart(pen, file);
      await pen.db.insert(documentFile).values({
        ...file, documentId: row.id, position: Number(last?.position ?? -1) + 1 + place, role: entry.role, language: entry.language, version,
        replacesId: entry.replacesId, uploadedBy: viewer.kind === 'staff' ? viewer.id : null,
      });
    }
    await pen.revise(document, correction(row));
  }, 'attach');
}

/** Takes a file off its document. Its row and its bytes stay, and at its address the public reads that it is gone. */
export function detach(viewer: Viewer, { entry, ...which }: Which & { entry: DetachEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, ready, async (pen, row) => {
    await takeOff(pen, entry.fileId, 'fileId');
    await pen.revise(document, correction(row));
  }, 'detach', entry.reason ?? undefined);
}

/** The version that the files get. The same file twice in one document is a mistake of whoever brings it. */
async function nextVersion(pen: Pen, { replacesId }: FilesEntry, files: readonly Arrived[]): Promise<number> {
  if (replacesId && files.length > 1) pen.refuse({ field: 'files', rule: 'fileOneOnly' });
  const version = replacesId ? await takeOff(pen, replacesId, 'replacesId') + 1 : 1;
  const held = await pen.db.select({ sha256: documentFile.sha256 }).from(documentFile).where(and(eq(documentFile.documentId, pen.id), isNull(documentFile.detachedAt)));
  const known = new Set(held.map(({ sha256 }) => sha256));
  for (const { sha256, name } of files) {
    if (known.has(sha256)) pen.refuse({ field: 'files', rule: 'fileTwice', values: { name } });
    known.add(sha256);
  }
  return version;
}

/** Answers the version of the file that was taken off. */
async function takeOff(pen: Pen, fileId: string | null, field: string): Promise<number> {
  const [file] = fileId
    ? await pen.db.update(documentFile).set({ detachedAt: sql`now()` }).where(and(eq(documentFile.id, fileId), eq(documentFile.documentId, pen.id), isNull(documentFile.detachedAt))).returning({ version: documentFile.version })
    : [];
  return file ? file.version : pen.refuse({ field, rule: 'notFound' });
}

/** Bytes that were swept, or that did not come whole, are nothing to attach. */
async function refusePart(pen: Pen, { storeKey, size, name }: Arrived): Promise<void> {
  const [kept] = await pen.db.select({ bytes: sql<string>`coalesce(sum(octet_length(${fileChunk.bytes})), 0)` }).from(fileChunk).where(eq(fileChunk.storeKey, storeKey));
  if (Number(kept?.bytes) !== size) pen.refuse({ field: 'files', rule: 'fileBroken', values: { name } });
}
