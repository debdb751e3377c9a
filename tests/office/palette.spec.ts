import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { paletteFor, type Visited } from '#app/palette/answer.ts';
import { visitedIn } from '#app/palette/asked.ts';
import { deedsOn } from '#app/palette/deeds.ts';
import { placesFor } from '#app/palette/places.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { subjectOf } from '#office/subject.ts';
import type { Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';
import { propose } from './walk-proposals.ts';
import { put, text } from './search-ground.ts';

useEmptyDatabase();

const today = '2026-11-22';
const [contributor, editor, publisher, admin] = [staff('contributor'), staff('editor'), staff('publisher'), staff('admin')];
const everybody = [contributor, editor, publisher, admin, staff('publisher', 'project'), { ...editor, grants: [] }];
const ids = new Map<string, string>();

async function offered(viewer: Staff, q: string, visited: readonly Visited[] = [], form: 'sr-Cyrl' | 'en' = 'sr-Cyrl') {
  const groups = await paletteFor(viewer, { q, visited, form, today });
  const of = (key: string) => groups.find((group) => group.key === key)?.offers ?? [];
  return { records: of('records').map(({ code }) => code), deeds: of('deeds').map(({ label, code }) => `${label} ${code}`), places: of('places').map(({ label }) => label), people: idsOf(of('people')), proposals: idsOf(of('proposals')), visited: of('visited').map(({ code }) => code), all: JSON.stringify(groups) };
}

const idsOf = (offers: readonly { readonly href: string }[]) => offers.map(({ href }) => href.split('/').at(-1));
const keysOn = async (viewer: Staff, noun: Noun, code: string) => {
  const id = ids.get(code)!;
  return (await deedsOn(viewer, { noun, id, subject: (await subjectOf(noun, id))! }, today, { four_eyes: false })).map(({ word: [, key] }) => key);
};

const lay = async (noun: Noun, code: string, values: object) => ids.set(code, await put(noun, { code, ...values }));

describe('the palette', () => {
  before(async () => {
    await lay('organisation', 'ORG-A', { name: text('Град Лесковац'), kind: 'local_government', publication: 'published' });
    await lay('agreement', 'AGR-A', { title: text('Споразум са Лесковцем'), type: 'cooperation_agreement' });
    await lay('project', 'PRO-A', { title: text('Обала Нишаве'), publication: 'published' });
    await lay('project', 'PRO-B', { title: text('Тајна обала') });
    await lay('milestone', 'PRK-A', { title: text('Извештај о обали') });
    await lay('document', 'DOC-A', { title: text('Поверљива обала'), visibility: 'confidential', kind: 'report' });
    const network = await put('organisation', { code: 'ORG-N', name: text('Мрежа обала'), kind: 'network', publication: 'published' });
    await lay('membership', 'MEM-A', { networkId: network });
  });

  test('finds records in either script, drafts among them, and names the acts on the best one', async () => {
    const { records, deeds } = await offered(editor, 'leskov');
    assert.deepEqual(records.toSorted(), ['AGR-A', 'ORG-A']);
    assert.ok(deeds.some((one) => one.startsWith('Измени запис') || one.startsWith('Предложи измену')));
    assert.deepEqual((await offered(editor, 'mem-a')).records, ['MEM-A']);
  });

  test('takes words of an act and of a record together, for whoever may do it', async () => {
    assert.deepEqual((await offered(publisher, 'objavi tajna')).deeds, ['Објави PRO-B']);
    const firstOf = async (q: string) => (await paletteFor(publisher, { q, visited: [], form: 'sr-Cyrl', today }))[0]?.key;
    assert.deepEqual([await firstOf('objavi tajna'), await firstOf('тајна'), await firstOf('објави нишаве')], ['deeds', 'records', 'records'], 'Enter does the act that was named');
    assert.deepEqual((await offered(publisher, 'publish tajna', [], 'en')).deeds, ['Publish PRO-B']);
    assert.deepEqual((await offered(editor, 'објави тајна')).deeds, []);
    assert.deepEqual((await offered(publisher, 'објави нишаве')).deeds, [], 'what is published is not published again');
    assert.deepEqual((await offered(publisher, 'објави нишаве')).records, ['PRO-A']);
    assert.deepEqual((await offered(publisher, 'повуци нишав')).deeds, ['Повуци са објаве PRO-A']);
  });

  test('hears a word that names an act as part of a name too, and an act in whichever case its word stands', async () => {
    await lay('agreement', 'AGR-X', { title: text('Анекс о паркинзима'), type: 'annex' });
    assert.deepEqual((await offered(publisher, 'објави анекс')).deeds, ['Објави AGR-X']);
    assert.deepEqual((await offered(publisher, 'измени анекс')).deeds, ['Измени запис AGR-X']);
    assert.ok((await offered(editor, 'провера паркинзима')).deeds.includes('Забележи проверу AGR-X'));
    assert.deepEqual((await offered(publisher, 'промена адресе паркинзима')).deeds, ['Промени адресу AGR-X']);
  });

  test('puts a page whose name is being spelt before records that hold the same letters', async () => {
    await lay('agreement', 'AGR-N', { title: text('Споразум Новаковић о пробном имену'), type: 'cooperation_agreement' });
    const groups = await paletteFor(editor, { q: 'nov sporaz', visited: [], form: 'sr-Cyrl', today });
    assert.deepEqual([groups[0]?.key, groups[0]?.offers[0]?.label], ['places', 'Нов споразум']);
    assert.ok(groups.some(({ key }) => key === 'records'), 'and the record is offered still');
    assert.equal((await paletteFor(editor, { q: 'nov', visited: [], form: 'sr-Cyrl', today }))[0]?.key, 'records');
  });

  test('reaches every page that the viewer may open, and no other', async () => {
    assert.ok((await offered(publisher, '')).places.includes('Нов споразум'));
    assert.deepEqual((await offered(publisher, 'nov sporaz')).places, ['Нов споразум']);
    assert.ok(!(await offered(publisher, '')).places.includes('Људи и улоге'));
    assert.ok((await offered(admin, 'људи')).places.includes('Људи и улоге'));
    assert.deepEqual((await offered(admin, 'нов споразум')).places, []);
    for (const viewer of everybody) for (const { place } of placesFor(viewer)) assert.ok(hasPage(place), place);
  });

  test('offers no act that has no page, and each only where the table of permissions allows it', async () => {
    for (const viewer of everybody) {
      for (const [code, id] of ids) {
        const noun = nouns.find((one) => code.startsWith({ organisation: 'ORG', membership: 'MEM', programme: 'PRG', project: 'PRO', agreement: 'AGR', milestone: 'PRK', document: 'DOC' }[one]))!;
        for (const { place } of await deedsOn(viewer, { noun, id, subject: (await subjectOf(noun, id))! }, today, { four_eyes: false })) assert.ok(hasPage(place), place);
      }
    }
    // What he may not do at once he proposes, from the same pages; publishing and what goes with it is not his at all.
    const keys = await keysOn(contributor, 'project', 'PRO-A');
    assert.ok(['propose', 'plan', 'oldAct', 'merge', 'history'].every((key) => keys.includes(key)), JSON.stringify(keys));
    const publishing = ['revise', 'publish', 'withdraw', 'verify', 'readdress', 'submit', 'approve', 'schedule', 'return', 'embargo'];
    for (const some of [keys, await keysOn(contributor, 'project', 'PRO-B')]) assert.ok(!some.some((key) => publishing.includes(key)), JSON.stringify(some));
  });

  test('offers a step to the public where the record stands before it, and leads to the form that stands open', async () => {
    await lay('project', 'PRO-R', { title: text('Прегледана река'), publication: 'in_review' });
    assert.deepEqual((await offered(publisher, 'odobri pregledana')).deeds, ['Одобри PRO-R']);
    assert.deepEqual((await offered(publisher, 'schedule pregledana', [], 'en')).deeds, ['Schedule the publication PRO-R']);
    assert.deepEqual((await offered(publisher, 'vrati na doradu pregledana')).deeds, ['Врати на дораду PRO-R']);
    assert.deepEqual([(await offered(editor, 'одобри прегледана')).deeds, (await offered(publisher, 'одобри тајна')).deeds, (await offered(publisher, 'закажи нишаве')).deeds], [[], [], []]);
    assert.match((await offered(publisher, 'odobri pregledana')).all, /publish\?step=approve"/);
  });

  test('offers an act of the past as long as nobody has checked the record', async () => {
    await lay('project', 'PRO-V', { title: text('Проверено корито'), verification: 'checked', verifiedOn: today });
    assert.deepEqual([(await keysOn(editor, 'project', 'PRO-V')).includes('oldAct'), (await keysOn(editor, 'project', 'PRO-B')).includes('oldAct')], [false, true]);
  });

  test('finds people by name for whoever keeps their rights, and proposals by their record for whoever sees them', async () => {
    const { id } = await invited('contributor', { name: ['Жељка Ђурић'], email: ['zeljka.djuric@example.org'] });
    for (const q of ['zeljka', 'ђурић жељ', 'zeljka.dj']) assert.deepEqual((await offered(admin, q)).people, [id], q);
    for (const viewer of [contributor, editor, publisher]) assert.ok(!(await offered(viewer, 'жељка')).all.includes(id));
    const author = { ...contributor, id };
    const about = accepted(await propose(author, ids.get('ORG-A')!));
    for (const q of ['лесковац', 'predlog leskovac', 'ORG-A']) assert.deepEqual((await offered(publisher, q)).proposals, [about], q);
    assert.deepEqual((await offered(author, 'лесковац')).proposals, [about], 'his own');
    assert.deepEqual([(await offered(staff('contributor'), 'лесковац')).proposals, (await offered(admin, 'лесковац')).proposals], [[], []]);
  });

  test('begins with what was visited last, as far as it may still be seen', async () => {
    const visited = visitedIn(`projects.${ids.get('PRO-B')} partners.${ids.get('ORG-A')} people.${ids.get('ORG-A')} nonsense documents.${ids.get('DOC-A')}`);
    assert.equal(visited.length, 3);
    assert.deepEqual((await offered(editor, '', visited)).visited, ['PRO-B', 'ORG-A', 'DOC-A']);
    assert.deepEqual((await offered({ ...contributor, grants: [] }, '', visited)).visited, ['ORG-A']);
  });

  test('tells nobody of what he may not see, whatever he types', async () => {
    const hidden = ['PRO-B', 'DOC-A', 'PRK-A', 'AGR-A', 'Тајна', 'Поверљив', ...['PRO-B', 'DOC-A', 'PRK-A', 'AGR-A'].map((code) => ids.get(code)!)];
    const visited = visitedIn([...ids].map(([code, id]) => `${code.startsWith('DOC') ? 'documents' : 'projects'}.${id}`).join(' '));
    for (const viewer of [contributor, admin, { ...editor, grants: [] }]) {
      for (const q of ['', 'обала', 'тајна', 'pro-b', 'doc-a', 'објави тајна', 'извештај', 'историја обала', 'лесков', '%', "'", '\\']) {
        const { all } = await offered(viewer, q, visited);
        for (const word of hidden) assert.ok(!all.includes(word), `${q}: ${word}`);
      }
    }
    assert.ok((await offered(editor, 'тајна')).all.includes('PRO-B'));
  });
});

/** Whether the workspace has a page at this address: a folder of that name, or one that takes any. */
function hasPage(place: string): boolean {
  let folders = [path.resolve('app/[locale]/workspace')];
  for (const part of (place.split('?')[0] ?? '').split('/').filter(Boolean)) {
    folders = folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory() && (one.name === part || /^\[\w+\]$/.test(one.name))).map((one) => path.join(folder, one.name)));
  }
  return folders.some((folder) => existsSync(path.join(folder, 'page.tsx')));
}
