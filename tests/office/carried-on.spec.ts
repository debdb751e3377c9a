import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { broughtOver, carriedOn } from '#app/carried-on.ts';
import { isFromDouble, pagePlace } from '#components/place.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { draftsAt, unsentForms } from '#office/draft/read.ts';
import { keepDraft } from '#office/draft/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, revise } from '#office/organisation/write.ts';
import type { Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';

describe('a form sent for a double that was merged meanwhile', () => {
  useFreshDatabase();
  let editor: Staff;
  before(async () => {
    editor = { ...staff('publisher'), id: (await invited('publisher')).id };
  });
  const partner = async (name: string) => accepted(await draft(editor, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'] }) }));

  test('is kept with what was typed as an unsent text of the record that stays, once, and its form is told of it', async () => {
    const [kept, double] = [await partner(`Савез ${randomUUID()}`), await partner(`Двојник ${randomUUID()}`)];
    const place = `/workspace/partners/${double}/edit#organisation`;
    const typed = { id: [double], version: ['1'], request: [randomUUID()], opened: ['{}'], 'name.sr-Cyrl': ['Двојник'], 'note.sr-Cyrl': ['Откуцано пре спајања.'] };
    await keepDraft(editor.id, place, typed);
    const earlier = { ...typed, request: [randomUUID()], 'note.sr-Cyrl': ['Откуцано пре'] };
    await keepDraft(editor.id, place, earlier);
    const sent = { ...typed, resumed: earlier.request };
    assert.equal(await carriedOn(editor, place, sent), null, 'nobody has merged it yet');
    accepted(await merge(editor, 'organisation', { id: kept, entry: parsed(mergeEntry, { doubleId: [double], reason: ['исто'] }), demands: async () => [] }));
    const refused = await revise(editor, { id: double, version: 1, today: '2026-11-23', entry: parsed(organisationEntry, { 'name.sr-Cyrl': ['Двојник'], kind: ['ngo'] }) });
    assert.equal(!refused.done && refused.status, 404);

    const path = await carriedOn(editor, place, sent);
    assert.equal(path, `/workspace/partners/${kept}/edit?merged=on`);
    const address = `/sr-Cyrl${path}`;
    assert.deepEqual([pagePlace(address), isFromDouble(address)], [`/workspace/partners/${kept}/edit`, true]);
    const [held, ...more] = await draftsAt(editor, pagePlace(address));
    assert.deepEqual([held?.place, held?.typed['note.sr-Cyrl'], held?.typed.id, held?.typed.version, more.length], [`/workspace/partners/${kept}/edit#organisation`, ['Откуцано пре спајања.'], [kept], ['0'], 0]);
    assert.deepEqual((await unsentForms(editor)).map((one) => one.place), [held?.place], 'nothing of it is left with the record that is gone, nor of the text with which it was gone on');
  });

  test('takes nothing from what is kept of the other’s form already, and from no form that is not kept', async () => {
    const [kept, double] = [await partner(`Друштво ${randomUUID()}`), await partner(`Исто ${randomUUID()}`)];
    accepted(await merge(editor, 'organisation', { id: kept, entry: parsed(mergeEntry, { doubleId: [double], reason: ['исто'] }), demands: async () => [] }));
    const at = (id: string) => `/workspace/partners/${id}/edit#organisation`;
    await keepDraft(editor.id, at(kept), { request: [randomUUID()], 'note.sr-Cyrl': ['Моје раније.'] });
    assert.notEqual(await carriedOn(editor, at(double), { request: [randomUUID()], 'note.sr-Cyrl': ['Послато.'] }), null);
    assert.deepEqual((await draftsAt(editor, `/workspace/partners/${kept}/edit`)).map(({ typed }) => typed['note.sr-Cyrl']?.[0]).toSorted(), ['Моје раније.', 'Послато.']);
    for (const place of [undefined, '', '/workspace/partners/new#organisation', `/workspace/people/${double}/edit#person`, at(randomUUID())]) assert.equal(await carriedOn(editor, place, { request: [randomUUID()] }), null, place);
  });

  test('what was typed and not sent is brought over when its record is looked for, each text by itself, the newest named; another’s stays his', async () => {
    const [kept, double] = [await partner(`Удружење ${randomUUID()}`), await partner(`Опет ${randomUUID()}`)];
    const another: Staff = { ...staff('publisher'), id: (await invited('publisher')).id };
    const typed = (note: string) => ({ id: [double], version: ['1'], request: [randomUUID()], 'note.sr-Cyrl': [note] });
    await keepDraft(editor.id, `/workspace/partners/${double}/edit#organisation`, typed('Старије.'));
    await keepDraft(editor.id, `/workspace/partners/${double}/edit#organisation`, typed('Из другог прозора.'));
    await keepDraft(editor.id, `/workspace/partners/${double}/withdraw#withdrawal`, typed('Новије.'));
    await keepDraft(another.id, `/workspace/partners/${double}/edit#organisation`, typed('Туђе.'));
    assert.equal(await broughtOver(editor, 'partners', double), null, 'nobody has merged it yet');
    accepted(await merge(editor, 'organisation', { id: kept, entry: parsed(mergeEntry, { doubleId: [double], reason: ['исто'] }), demands: async () => [] }));
    assert.equal(await broughtOver(editor, 'partners', double), `/workspace/partners/${kept}/withdraw?merged=on`);
    assert.equal(await broughtOver(editor, 'partners', double), null, 'once');
    const notes = async (viewer: Staff, id: string, page = 'edit') => (await draftsAt(viewer, `/workspace/partners/${id}/${page}`)).map((one) => one.typed['note.sr-Cyrl']?.[0]).toSorted();
    assert.deepEqual([await notes(editor, kept), await notes(editor, kept, 'withdraw'), await notes(editor, double)], [['Из другог прозора.', 'Старије.'], ['Новије.'], []]);
    assert.deepEqual([await notes(another, double), await notes(another, kept)], [['Туђе.'], []]);
  });
});
