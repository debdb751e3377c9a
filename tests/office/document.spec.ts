import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { organisation } from '#db/schema/organisation.ts';
import { local, type LocalText } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentFields } from '#office/document/fields.ts';
import { documentById, documentsOf, listDocuments } from '#office/document/read.ts';
import { historyOf } from '#office/audit/read.ts';
import { recordCounts } from '#office/desk/counts.ts';
import { recordHead } from '#office/record.ts';
import * as documents from '#office/document/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed, refusedWith, staff } from '../verbs.ts';

const editor = staff('editor');
const publisher = staff('publisher');
const contributor = staff('contributor');

describe('a document', () => {
  useEmptyDatabase();
  let partner = '';
  let hidden = '';

  before(async () => {
    partner = await putOrganisation('NI-ORG-001', 'published');
    hidden = await putOrganisation('NI-ORG-002', 'draft');
  });

  test('draft, revise, publish, withdraw', async () => {
    const id = accepted(await documents.draft(editor, { entry: entry({ kind: [], language: [], 'absentReason.sr-Cyrl': [], 'absentReason.en': [] }) }));
    assert.match((await documentById(editor, id))?.code ?? '', /^NI-DOK-\d{3}$/);
    await refusedWith(() => documents.publish(publisher, { id }), 422, ['kind:neededToPublish', 'language:neededToPublish', 'absentReason:neededToPublish']);
    accepted(await documents.revise(editor, { id, version: 1, entry: entry({ 'absentReason.en': [] }) }));
    await refusedWith(() => documents.publish(publisher, { id, version: 2 }), 422, ['absentReason.en:englishOrWaiver']);
    accepted(await documents.revise(editor, { id, version: 2, entry: entry({}) }));
    await refusedWith(() => documents.publish(editor, { id, version: 3 }), 403, [':notAllowed']);
    assert.deepEqual(await documentsOf(visitor, 'organisation', partner), []);
    accepted(await documents.publish(publisher, { id, version: 3 }));
    assert.deepEqual((await documentsOf(visitor, 'organisation', partner)).map((one) => [one.id, one.withheld]), [[id, false]]);
    const named = (await historyOf(editor, 'document', id)).flatMap(({ differences }) => differences).filter(({ field }) => field === 'recordId');
    assert.deepEqual(named.map(({ after }) => (after as LocalText | null)?.['sr-Cyrl']?.text), ['Установа NI-ORG-001'], 'the history names the record, not its id');
    accepted(await documents.withdraw(publisher, { id, version: 4, reason: local({ sr: 'грешка' }) }));
    assert.deepEqual(await documentsOf(visitor, 'organisation', partner), []);
  });

  test('of a published one that is not public, the public is told the kind and the reason, and nothing else', async () => {
    const secret = entry({ 'title.sr-Cyrl': ['Тајна канаринка'], visibility: ['confidential'], 'withheldReason.sr-Cyrl': ['подаци о личности'], 'withheldReason.en': ['personal data'] });
    const id = accepted(await documents.draft(editor, { entry: secret }));
    accepted(await documents.publish(publisher, { id }));
    const told = await documentsOf(visitor, 'organisation', partner);
    assert.deepEqual(told, [{ withheld: true, id, kind: 'minutes', language: 'sr', reason: secret.withheldReason, files: [] }]);
    assert.ok(!JSON.stringify(told).includes('канаринка'));
    assert.equal(await documentById(visitor, id), null);
    assert.equal(await documentById(contributor, id), null);
    assert.equal(await recordHead(contributor, 'document', id), null);
    assert.deepEqual(await historyOf(contributor, 'document', id), []);
    const mayKnowOf = async (viewer: typeof editor) => [(await recordCounts(viewer)).document, (await listDocuments(viewer, {})).total];
    for (const viewer of [contributor, editor]) assert.equal(...await mayKnowOf(viewer) as [number, number], 'the number in the side tells of a record that is not shown');
    assert.ok(await documentById(editor, id));
    assert.equal((await historyOf(editor, 'document', id)).length, 2);
    await refusedWith(() => documents.withdraw(contributor, { id, reason: local({ sr: 'не' }) }), 404, [':notFound']);
    accepted(await documents.revise(publisher, { id, entry: entry({ visibility: ['confidential'] }) }));
    assert.deepEqual(await documentsOf(visitor, 'organisation', partner), []);
    accepted(await documents.withdraw(publisher, { id, reason: local({ sr: 'крај пробе' }) }));
  });

  test('whoever may not see the record is told of none of its documents', async () => {
    const id = accepted(await documents.draft(editor, { entry: entry({ 'links.0.record': [`organisation:${hidden}`] }) }));
    accepted(await documents.publish(publisher, { id }));
    assert.deepEqual(await documentsOf(visitor, 'organisation', hidden), []);
    assert.equal((await documentsOf(editor, 'organisation', hidden)).length, 1);
    assert.deepEqual((await documentById(visitor, id))?.links.map(({ record }) => record), [null]);
  });

  test('what is not said to be public is internal: staff see it once published, a visitor does not', async () => {
    const id = accepted(await documents.draft(editor, { entry: entry({ visibility: [] }) }));
    assert.equal(await documentById(contributor, id), null);
    accepted(await documents.publish(publisher, { id }));
    assert.equal((await documentById(contributor, id))?.visibility, 'internal');
    assert.equal(await documentById(visitor, id), null);
    assert.ok(!(await listDocuments(visitor, {})).lines.some((one) => one.id === id));
  });

  test('it can name only what the viewer may see, each record once', async () => {
    const narrow = staff('contributor', 'document');
    await refusedWith(() => documents.draft(narrow, { entry: entry({ 'links.0.record': [`organisation:${hidden}`] }) }), 422, ['links.0.record:notFound']);
    await refusedWith(() => documents.draft(narrow, { entry: entry({ supersedesId: [randomUUID()] }) }), 422, ['supersedesId:notFound']);
    assert.deepEqual(faults(documentEntry, { 'title.sr-Cyrl': ['Допис'], 'links.0.record': ['person:1'], 'links.1.record': [`organisation:${partner}`], 'links.2.record': [`organisation:${partner}`] }), ['links.0.record:notFound']);
    assert.deepEqual(faults(documentEntry, { 'title.sr-Cyrl': ['Допис'], 'links.0.record': [`organisation:${partner}`], 'links.1.record': [`organisation:${partner}`] }), ['links.1.record:twice']);
  });

  test('no chain of documents leads back to its beginning', async () => {
    const [older, newer] = [accepted(await documents.draft(editor, { entry: entry({}) })), accepted(await documents.draft(editor, { entry: entry({}) }))];
    await refusedWith(() => documents.revise(editor, { id: older, entry: entry({ supersedesId: [older] }) }), 422, ['supersedesId:circular']);
    accepted(await documents.revise(editor, { id: newer, entry: entry({ supersedesId: [older] }) }));
    await refusedWith(() => documents.revise(editor, { id: older, entry: entry({ supersedesId: [newer] }) }), 422, ['supersedesId:circular']);
  });

  test('a stale version is refused; the same request twice is one change', async () => {
    const requestId = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => documents.draft(editor, { entry: entry({}), requestId })));
    assert.equal(accepted(first), accepted(second));
    accepted(await documents.revise(editor, { id: accepted(first), version: 1, entry: entry({ archiveBookNo: ['12'] }) }));
    await refusedWith(() => documents.revise(editor, { id: accepted(first), version: 1, entry: entry({}) }), 409, [':stale']);
  });

  test('what the edit form shows, posted back, changes nothing', async () => {
    const id = accepted(await documents.draft(editor, { entry: entry({ 'dated.year': ['2018'], script: ['Cyrl'], authentic: ['on'], stage: ['signed'], iatiCategory: ['A09'] }) }));
    const stood = await documentById(editor, id);
    assert.ok(stood);
    accepted(await documents.revise(editor, { id, entry: parsed(documentEntry, documentFields(stood)) }));
    assert.deepEqual({ ...await documentById(editor, id), version: 0, changedAt: null }, { ...stood, version: 0, changedAt: null });
  });

  function entry(typed: FormValues) {
    return parsed(documentEntry, {
      'title.sr-Cyrl': ['Записник са састанка'], kind: ['minutes'], language: ['sr'], visibility: ['public'], 'links.0.record': [`organisation:${partner}`],
      'absentReason.sr-Cyrl': ['Примерак није нађен'], 'absentReason.en': ['No copy was found'], ...typed,
    });
  }
});

async function putOrganisation(code: string, publication: 'published' | 'draft'): Promise<string> {
  return accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, async (pen) => {
    await pen.draft(organisation, { name: local({ sr: `Установа ${code}` }), kind: 'other', code, slug: code.toLowerCase(), publication });
  }));
}
