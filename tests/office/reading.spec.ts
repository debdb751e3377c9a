import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile } from '#db/schema/document-file.ts';
import { attach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentById } from '#office/document/read.ts';
import { keepReading, pictureOf, unreadFiles, type Reading } from '#office/document/reading.ts';
import * as documents from '#office/document/write.ts';
import { visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { arrived, pdf } from './files.ts';
import { ids } from './search-ground.ts';

useEmptyDatabase();
const editor = staff('editor');
const publisher = staff('publisher');
const reading = (text: string): Reading => ({ verdict: 'read', pages: 3, text, picture: Buffer.from('RIFF0000WEBP'), width: 360, height: 480 });

async function paper(visibility: string): Promise<string> {
  return accepted(await documents.draft(editor, { entry: parsed(documentEntry, {
    'title.sr-Cyrl': ['Записник'], 'title.en': ['Minutes'], kind: ['minutes'], language: ['sr'], visibility: [visibility],
    'withheldReason.sr-Cyrl': ['подаци о личности'], 'withheldReason.en': ['personal data'],
  }) }));
}

async function lay(id: string, role: 'scan' | 'redacted_public', text: string, viewer = editor): Promise<string> {
  accepted(await attach(viewer, { id, entry: { role, language: null, replacesId: null }, files: [await arrived(pdf(text))] }));
  const [{ storeKey } = { storeKey: '' }] = await unreadFiles(['application/pdf'], 1);
  await keepReading(storeKey, reading(text));
  const [file] = await reader().select({ id: documentFile.id }).from(documentFile).where(eq(documentFile.storeKey, storeKey));
  return file?.id ?? '';
}

describe('what a machine read in files', () => {
  test('is asked for once, and told with the file', async () => {
    const id = await paper('public');
    const file = await lay(id, 'scan', 'жирафско писмо');
    assert.deepEqual(await unreadFiles(['application/pdf'], 5), []);
    const [line] = (await documentById(editor, id))!.files;
    assert.deepEqual([line?.id, line?.pages, line?.width, line?.height], [file, 3, 360, 480]);
  });

  test('is found by the words in a public file, and no longer once a redacted copy lies beside it', async () => {
    const id = await paper('public');
    const original = await lay(id, 'scan', 'потписао Жирафко Жирафковић');
    assert.deepEqual(await ids(visitor, 'Жирафковић'), [], 'a draft is nobody’s to find');
    accepted(await documents.publish(publisher, { id }));
    assert.deepEqual(await ids(visitor, 'Жирафковић'), [id]);
    assert.equal((await pictureOf(visitor, original))?.open, true);
    const copy = await lay(id, 'redacted_public', 'потписао затамњено', publisher);
    assert.deepEqual(await ids(visitor, 'Жирафковић'), []);
    assert.deepEqual(await ids(visitor, 'затамњено'), [id]);
    assert.equal(await pictureOf(visitor, original), null, 'nor how it looks');
    assert.notEqual(await pictureOf(visitor, copy), null);
    const { rows } = await reader().execute<{ word: string }>("select word from search_word where word like 'zirafk%'");
    assert.deepEqual(rows, [], 'no typing error is mended to a name that was blackened');
  });

  test('of a paper that is withheld is found by nobody, and seen by those who may have the file', async () => {
    const id = await paper('confidential');
    const file = await lay(id, 'scan', 'поверљива окапи');
    accepted(await documents.publish(publisher, { id }));
    assert.deepEqual(await ids(visitor, 'окапи'), []);
    assert.deepEqual(await ids(editor, 'окапи'), []);
    const seeing: [Viewer, boolean][] = [[visitor, false], [staff('contributor'), false], [staff('admin'), false], [editor, true]];
    for (const [viewer, sees] of seeing) assert.equal(await pictureOf(viewer, file) !== null, sees);
    assert.equal(await pictureOf(visitor, 'no-id'), null);
  });
});
