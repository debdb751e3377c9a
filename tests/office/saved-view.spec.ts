import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reader } from '#db/client.ts';
import { savedView } from '#db/schema/desk.ts';
import type { Role } from '#db/schema/person.ts';
import { newViewEntry } from '#office/saved-view/entry.ts';
import { mayShare, viewsOf } from '#office/saved-view/read.ts';
import { longestName, mostViews } from '#office/saved-view/saved-view.ts';
import { dropView, keepView, renameView } from '#office/saved-view/write.ts';
import { visitor, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, faults, ledger, refusedWith, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';

const person = async (role: Role): Promise<Staff> => ({ ...staff(role), id: (await invited(role)).id });
const view = (name: string, more: { isShared?: boolean; query?: string } = {}) => ({ register: 'agreements', name, query: 'type=annex', isShared: false, ...more });
const count = () => reader().$count(savedView);

describe('views of a table', () => {
  useFreshDatabase();

  test('a view of one’s own is nobody else’s; a shared one is everybody’s; neither is a change of the ledger', async () => {
    const [one, other] = [await person('editor'), await person('contributor')];
    const before = await ledger();
    accepted(await keepView(one, 'agreement', view('Моји анекси')));
    accepted(await keepView(one, 'agreement', view('Сви анекси', { isShared: true })));
    assert.deepEqual((await viewsOf(one, 'agreements')).map(({ name, isOwn }) => [name, isOwn]), [['Моји анекси', true], ['Сви анекси', true]]);
    assert.deepEqual((await viewsOf(other, 'agreements')).map(({ name, isOwn, isShared }) => [name, isOwn, isShared]), [['Сви анекси', false, true]]);
    assert.deepEqual(await viewsOf(one, 'partners'), []);
    assert.deepEqual(await ledger(), before);
  });

  test('a name that stands before the reader already is refused at its field, in whichever script; another person may use it', async () => {
    const [one, other] = [await person('editor'), await person('editor')];
    accepted(await keepView(one, 'agreement', view('Шума')));
    const stands = await count();
    await refusedWith(() => keepView(one, 'agreement', view('Šuma ')), 422, ['name:nameTaken']);
    accepted(await keepView(other, 'agreement', view('Шума')));
    const renamed = accepted(await keepView(one, 'agreement', view('Друга')));
    await refusedWith(() => renameView(one, 'agreement', renamed, { register: 'agreements', name: 'шума', isShared: false }), 422, ['name:nameTaken']);
    accepted(await renameView(one, 'agreement', renamed, { register: 'agreements', name: 'Друга', isShared: true }));
    assert.equal(await count(), stands + 2);
  });

  test('who edits nothing shares nothing; nobody renames or takes what is not his; a publisher takes a shared one', async () => {
    const [one, other, publisher] = [await person('editor'), await person('contributor'), await person('publisher')];
    assert.deepEqual([mayShare(one, 'agreement'), mayShare(other, 'agreement')], [true, false]);
    const stands = await count();
    await refusedWith(() => keepView(other, 'agreement', view('За све', { isShared: true })), 403, [':notAllowed']);
    await refusedWith(() => keepView(visitor, 'agreement', view('За себе')), 403, [':notAllowed']);
    assert.equal(await count(), stands);
    const shared = accepted(await keepView(one, 'agreement', view('Дељени', { isShared: true })));
    const own = accepted(await keepView(one, 'agreement', view('Недељени')));
    await refusedWith(() => renameView(publisher, 'agreement', shared, { register: 'agreements', name: 'Отети', isShared: true }), 404, [':notFound']);
    await refusedWith(() => dropView(other, 'agreement', shared, 'agreements'), 403, [':notAllowed']);
    await refusedWith(() => dropView(publisher, 'agreement', own, 'agreements'), 404, [':notFound']);
    assert.equal(await count(), stands + 2);
    accepted(await dropView(publisher, 'agreement', shared, 'agreements'));
    accepted(await dropView(one, 'agreement', own, 'agreements'));
    assert.equal(await count(), stands);
  });

  test('names have an end, and so has their number', async () => {
    assert.deepEqual(faults(newViewEntry, { name: [''], register: ['agreements'], query: [''] }), ['name:required']);
    assert.deepEqual(faults(newViewEntry, { name: ['а'.repeat(longestName + 1)], register: ['agreements'], query: [''] }), ['name:tooLong']);
    const one = await person('contributor');
    for (let n = 0; n < mostViews; n += 1) accepted(await keepView(one, 'agreement', view(`Преглед ${n}`)));
    await refusedWith(() => keepView(one, 'agreement', view('Још један')), 422, ['name:tooManyViews']);
  });

  test('two who keep one name at once: one of them is told', async () => {
    const one = await person('contributor');
    const outcomes = await Promise.all([1, 2, 3].map(() => keepView(one, 'agreement', view('Истовремено'))));
    assert.deepEqual(outcomes.map((outcome) => outcome.done).toSorted(), [false, false, true]);
  });
});
