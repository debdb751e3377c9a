import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { organisationName } from '#db/schema/organisation.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { organisation } from '#db/schema/organisation.ts';
import { findRecords, type Wanted } from '#office/find/read.ts';
import { nouns } from '#office/permission.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { put, text } from './search-ground.ts';

useEmptyDatabase();
const editor = staff('editor');
const codes = async (viewer: Viewer, q: string, more: Partial<Wanted> = {}) =>
  (await findRecords(viewer, { q, nouns: ['organisation'], limit: 8, ...more })).map(({ code }) => code);
const published = { publication: 'published' };

describe('what staff may mean by what they type', () => {
  before(async () => {
    const lille = await put('organisation', { code: 'ORG-1', name: local({ sr: 'Град Лил', en: 'City of Lille' }), kind: 'local_government', ...published });
    accepted(await change(systemViewer, { action: 'organisation.revise', table: organisation, id: lille }, async (pen) => {
      await pen.revise(organisation, { note: text('–') });
      await pen.replaceParts(organisationName, organisationName.organisationId, [{ name: text('Општина Флерс'), acronym: text('ОФЛ') }]);
    }));
    const ecad = await put('organisation', { code: 'ORG-2', name: text('Европски градови против дроге'), acronym: local({ sr: 'ECAD', origin: 'sr-Latn' }), kind: 'network', ...published });
    await put('organisation', { code: 'ORG-3', name: text('Тајни партнер Ђорђе'), kind: 'ngo' });
    await put('organisation', { code: 'ORG-4', name: text('ЕУ'), kind: 'other', ...published });
    await put('membership', { code: 'MEM-1', networkId: ecad });
    await put('agreement', { code: 'AGR-1', title: text('Споразум са градом Лилом'), registryNo: '06-71/2019', type: 'cooperation_agreement' });
    await put('document', { code: 'DOC-1', title: text('Поверљив извештај о Лилу'), visibility: 'confidential', kind: 'report' });
  });

  test('is found in either script, without diacritics, by its beginning or its middle', async () => {
    for (const q of ['лил', 'Lil', 'lille', 'ГРАД ЛИ', 'ity of lil']) assert.deepEqual(await codes(editor, q), ['ORG-1'], q);
    for (const q of ['djordje', 'Đorđe', 'ђорђе']) assert.deepEqual(await codes(editor, q), ['ORG-3'], q);
  });

  test('is found by acronym, former name, code and number', async () => {
    assert.deepEqual(await codes(editor, 'ecad'), ['ORG-2']);
    assert.deepEqual(await codes(editor, 'флерс'), ['ORG-1']);
    assert.deepEqual(await codes(editor, 'ofl'), ['ORG-1']);
    assert.deepEqual(await codes(editor, 'org-2'), ['ORG-2']);
    assert.deepEqual(await codes(editor, '06-71/2019', { nouns: ['agreement'] }), ['AGR-1']);
    assert.deepEqual(await codes(editor, 'еу'), ['ORG-4']);
    assert.deepEqual((await codes(editor, 'град'))[0], 'ORG-1', 'a name that begins so comes before one that holds it');
  });

  test('is asked of the wanted nouns and kind; a membership goes by its network', async () => {
    for (const q of ['ecad', 'ецад', 'против дроге']) assert.deepEqual(await codes(editor, q, { nouns: ['membership'] }), ['MEM-1']);
    assert.deepEqual(await codes(editor, 'mem-1', { nouns: ['membership'] }), ['MEM-1']);
    assert.deepEqual(await codes(editor, 'град', { kind: 'network' }), ['ORG-2']);
    assert.deepEqual((await codes(editor, 'лил', { nouns })).toSorted(), ['AGR-1', 'DOC-1', 'ORG-1']);
  });

  test('is what he worked on last where nothing is typed', async () => {
    assert.deepEqual(await codes(editor, ' ', { limit: 2 }), ['ORG-4', 'ORG-3']);
  });

  test('is never what he may not see: drafts of others, confidential papers; and nothing for a visitor', async () => {
    const contributor = staff('contributor');
    assert.deepEqual(await codes(contributor, 'ђорђе'), []);
    assert.ok(!(await codes(contributor, '')).includes('ORG-3'));
    assert.deepEqual(await codes(contributor, 'лил', { nouns }), ['ORG-1']);
    assert.deepEqual(await codes(visitor, 'лил', { nouns }), []);
  });

  test('is nothing where no word is typed, however odd the signs', async () => {
    for (const q of ['%', '_', '–„“', '\0', '\\']) assert.deepEqual(await codes(editor, q), [], JSON.stringify(q));
    assert.deepEqual(await codes(editor, `лил${' ђ'.repeat(500)}`), []);
  });
});
