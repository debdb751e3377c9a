import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile, fileChunk } from '#db/schema/document-file.ts';
import { local } from '#messages/local-text.ts';
import { aside } from '#office/change.ts';
import { historyOf } from '#office/audit/read.ts';
import { attach, detach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { fileById, filesOf, wasPublic } from '#office/document/file-read.ts';
import type { FileRole } from '#office/document/document.ts';
import { documentById } from '#office/document/read.ts';
import { bytesKept, chunkSize, store, sweep } from '#office/document/store.ts';
import * as documents from '#office/document/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { visitor, type Staff, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';
import { arrived, bring, pdf } from './files.ts';

const editor = staff('editor');
const publisher = staff('publisher');
const contributor = staff('contributor');

describe('the files of a document', () => {
  useEmptyDatabase();
  let id = '';

  before(async () => {
    id = await drafted({});
  });

  test('a file is kept whole under its hash, whatever the size of the parts it comes in', async () => {
    const bytes = Buffer.concat([pdf('глава'), Buffer.alloc(2 * chunkSize + 17, 'x'), pdf('крај')]);
    for (const step of [1_000, 60_000, chunkSize, bytes.length]) {
      const arrival = await bring('Записник.pdf', bytes, { step });
      assert.ok('file' in arrival);
      assert.deepEqual([arrival.file.name, arrival.file.mime, arrival.file.size], ['Записник.pdf', 'application/pdf', bytes.length]);
      assert.equal(arrival.file.sha256, createHash('sha256').update(bytes).digest('hex'));
      for (const [from, to] of [[0, bytes.length], [5, 6], [chunkSize - 3, chunkSize + 3], [bytes.length - 1, bytes.length]] as const) {
        assert.ok((await readBack(arrival.file.storeKey, from, to)).equals(bytes.subarray(from, to)), `${step}: ${from}–${to}`);
      }
      await store.drop(arrival.file.storeKey);
    }
  });

  test('files are attached all or none, each with its row in the ledger; the request twice is one change', async () => {
    const requestId = randomUUID();
    const files = [await arrived(pdf('један')), await arrived(pdf('два'), 'Два.pdf')];
    const first = accepted(await attach(editor, { id, version: 1, requestId, entry: as('scan'), files }));
    const again = await attach(editor, { id, version: 1, requestId, entry: as('scan'), files: [await arrived(pdf('један'))] });
    assert.ok(again.done && again.value.repeated && again.value.id === first);
    const held = (await documentById(editor, id))!;
    assert.deepEqual([held.version, held.files.map(({ name, role, version }) => [name, role, version])], [2, [['zapisnik.pdf', 'scan', 1], ['Два.pdf', 'scan', 1]]]);
    const { rows } = await reader().execute(sql`select after ->> 'sha256' as sha256 from revision where table_name = 'document_file'`);
    assert.deepEqual(rows.map(({ sha256 }) => sha256), files.map(({ sha256 }) => sha256));
    await refusedWith(async () => attach(editor, { id, version: 1, entry: as('scan'), files: [await arrived(pdf('три'))] }), 409, [':stale']);
    await refusedWith(async () => attach(editor, { id, entry: as('scan'), files: [await arrived(pdf('четири')), await arrived(pdf('један'))] }), 422, ['files:fileTwice']);
    await refusedWith(() => attach(editor, { id, entry: as('scan'), files: [] }), 422, ['files:fileMissing']);
    await refusedWith(async () => attach(contributor, { id, entry: as('scan'), files: [await arrived(pdf('пет'))] }), 404, [':notFound']);
    assert.equal(await reader().$count(documentFile), 2);
  });

  test('bytes that are not all there cannot be attached', async () => {
    const file = await arrived(Buffer.concat([pdf('цела'), Buffer.alloc(chunkSize), pdf('цела')]));
    await aside((db) => db.delete(fileChunk).where(sql`${fileChunk.storeKey} = ${file.storeKey} and ${fileChunk.place} = 1`));
    await refusedWith(() => attach(editor, { id, entry: as('scan'), files: [file] }), 422, ['files:fileBroken']);
  });

  test('what a document holds cannot be changed, dropped or swept; what none names is swept after a day', async () => {
    const [kept] = (await documentById(editor, id))!.files;
    const { storeKey } = (await fileById(editor, kept!.id))!;
    await assert.rejects(store.drop(storeKey), refusedByPostgres);
    await assert.rejects(aside((db) => db.update(fileChunk).set({ bytes: Buffer.from('друго') }).where(sql`${fileChunk.storeKey} = ${storeKey}`)));
    const orphan = await arrived(pdf('сироче'));
    await sweep();
    assert.equal((await readBack(orphan.storeKey, 0, orphan.size)).length, orphan.size);
    const old = randomUUID();
    await aside((db) => db.insert(fileChunk).values({ storeKey: old, place: 0, bytes: Buffer.from('x'), keptAt: new Date(Date.now() - 25 * 3_600_000) }));
    assert.equal(await sweep(), 1);
    await assert.rejects(readBack(old, 0, 1), /missing/);
    assert.ok((await readBack(storeKey, 0, 5)).toString().startsWith('%PDF'));
    assert.ok((await bytesKept()) > chunkSize);
  });

  test('publishing asks for a file or the reason why there is none; the last one stays while it is needed', async () => {
    const paper = await drafted({ 'absentReason.sr-Cyrl': [], 'absentReason.en': [] });
    await refusedWith(() => documents.publish(publisher, { id: paper }), 422, ['absentReason:neededToPublish']);
    accepted(await attach(editor, { id: paper, entry: as('original_signed'), files: [await arrived(pdf('потписано'))] }));
    accepted(await documents.publish(publisher, { id: paper }));
    const [file] = (await documentById(editor, paper))!.files;
    await refusedWith(async () => attach(editor, { id: paper, entry: as('scan'), files: [await arrived(pdf('још'))] }), 403, [':notAllowed']);
    await refusedWith(() => detach(publisher, { id: paper, entry: { fileId: file!.id, reason: 'грешка' } }), 422, ['absentReason:neededToPublish']);
    accepted(await attach(publisher, { id: paper, entry: { ...as('original_signed'), replacesId: file!.id }, files: [await arrived(pdf('исправљено'))] }));
    const [now, ...others] = (await documentById(editor, paper))!.files;
    assert.deepEqual([now!.version, others.length], [2, 0]);
    assert.equal(await fileById(visitor, file!.id), null);
    assert.equal(await wasPublic(file!.id), true);
    assert.equal((await fileById(visitor, now!.id))?.open, true);
    accepted(await documents.withdraw(publisher, { id: paper, reason: local({ sr: 'грешка' }) }));
    assert.equal(await fileById(visitor, now!.id), null);
    assert.equal(await wasPublic(now!.id), true);
  });

  test('a file of another document is not replaced or taken off', async () => {
    const [foreign] = (await documentById(editor, id))!.files;
    const paper = await drafted({});
    await refusedWith(() => detach(editor, { id: paper, entry: { fileId: foreign!.id, reason: null } }), 422, ['fileId:notFound']);
    await refusedWith(async () => attach(editor, { id: paper, entry: { ...as('scan'), replacesId: foreign!.id }, files: [await arrived(pdf('туђе'))] }), 422, ['replacesId:notFound']);
  });

  /** Who has which file: the original and the redacted copy, by visibility, before and after publishing. */
  const everybody: Record<string, Viewer> = { visitor, contributor, editor, publisher, admin: staff('admin'), 'the one who drafted it': staff('contributor') };
  const sights = {
    'public, original alone': { visibility: 'public', redacted: false, draft: ['editor', 'publisher', 'the one who drafted it'], original: Object.keys(everybody) },
    'public, with a redacted copy': { visibility: 'public', redacted: true, draft: ['editor', 'publisher', 'the one who drafted it'], original: ['editor', 'publisher', 'the one who drafted it'], copy: Object.keys(everybody) },
    'internal, with a redacted copy': { visibility: 'internal', redacted: true, draft: ['editor', 'publisher', 'the one who drafted it'], original: ['editor', 'publisher', 'the one who drafted it'], copy: Object.keys(everybody) },
    'confidential, with a redacted copy': { visibility: 'confidential', redacted: true, draft: ['editor', 'publisher', 'the one who drafted it'], original: ['editor', 'publisher', 'the one who drafted it'], copy: Object.keys(everybody) },
    'internal, original alone': { visibility: 'internal', redacted: false, draft: ['editor', 'publisher', 'the one who drafted it'], original: ['contributor', 'editor', 'publisher', 'admin', 'the one who drafted it'] },
    'confidential, original alone': { visibility: 'confidential', redacted: false, draft: ['editor', 'publisher', 'the one who drafted it'], original: ['editor', 'publisher', 'the one who drafted it'] },
  } as const;

  for (const [name, { visibility, redacted, draft, original, ...more }] of Object.entries(sights)) {
    test(`who has the files of a document: ${name}`, async () => {
      const maker = everybody['the one who drafted it'] as Staff;
      const paper = accepted(await documents.draft(maker, { entry: entry({ visibility: [visibility], 'withheldReason.sr-Cyrl': ['подаци о личности'], 'withheldReason.en': ['personal data'] }) }));
      accepted(await attach(maker, { id: paper, entry: as('original_signed'), files: [await arrived(pdf(`извор ${paper}`))] }));
      if (redacted) accepted(await attach(maker, { id: paper, entry: as('redacted_public'), files: [await arrived(pdf(`примерак ${paper}`))] }));
      const files = (await documentById(editor, paper))!.files;
      assert.deepEqual(await whoHas(files[0]!.id), draft, 'the original of a draft');
      accepted(await documents.publish(publisher, { id: paper }));
      assert.deepEqual(await whoHas(files[0]!.id), original, 'the original');
      const told = JSON.stringify(await historyOf(contributor, 'document', paper));
      assert.equal(told.includes(files[0]!.sha256), (original as readonly string[]).includes('contributor'), 'the history tells of the files that one may have');
      if (!redacted) return;
      assert.deepEqual(await whoHas(files[1]!.id), (more as { copy: readonly string[] }).copy, 'the redacted copy');
      const keep = visibility === 'public' ? entry({ visibility: [visibility] }) : entry({ visibility: [visibility], 'withheldReason.sr-Cyrl': ['подаци'], 'withheldReason.en': ['data'] });
      accepted(await documents.revise(publisher, { id: paper, entry: keep }));
      accepted(await detach(publisher, { id: paper, entry: { fileId: files[1]!.id, reason: null } }));
      assert.deepEqual(await whoHas(files[0]!.id), original, 'a copy that is taken off does not open the original');
      assert.equal(await wasPublic(files[0]!.id), false);
      assert.equal(await wasPublic(files[1]!.id), true);
    });
  }

  async function whoHas(fileId: string): Promise<string[]> {
    const having: string[] = [];
    for (const [name, viewer] of Object.entries(everybody)) {
      const file = await fileById(viewer, fileId);
      const listed = [...(await filesOf(viewer, await ownersOf(fileId))).values()].flat().some((one) => one.id === fileId);
      assert.equal(listed, file !== null && file.detachedAt === null, `${name}: the list and the file say the same`);
      if (file) having.push(name);
    }
    return having;
  }
});

async function ownersOf(fileId: string): Promise<string[]> {
  return (await reader().select({ id: documentFile.documentId }).from(documentFile).where(sql`${documentFile.id} = ${fileId}`)).map(({ id }) => id);
}

async function readBack(key: string, from: number, to: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.read(key, from, to)) parts.push(part);
  return Buffer.concat(parts);
}

function refusedByPostgres(error: unknown): boolean {
  return error instanceof Error && (error.cause as { code?: string } | undefined)?.code === 'P0L02';
}

function as(role: FileRole) {
  return { role, language: null, replacesId: null } as const;
}

async function drafted(typed: FormValues): Promise<string> {
  return accepted(await documents.draft(editor, { entry: entry(typed) }));
}

function entry(typed: FormValues) {
  return parsed(documentEntry, {
    'title.sr-Cyrl': ['Записник са састанка'], kind: ['minutes'], language: ['sr'], visibility: ['public'],
    'absentReason.sr-Cyrl': ['Примерак није нађен'], 'absentReason.en': ['No copy was found'], ...typed,
  });
}
