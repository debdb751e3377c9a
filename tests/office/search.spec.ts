import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Client } from 'pg';
import { migrate } from '#db/migrate.ts';
import { search } from '#office/search/read.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
import { ids, nothing, put, set, text, today } from './search-ground.ts';

const editor = staff('editor');
const states = ['draft', 'in_review', 'returned', 'approved', 'scheduled', 'withdrawn'];

describe('who finds what', () => {
  const database = useEmptyDatabase();
  const nouns = { organisation: 'name', agreement: 'title', project: 'title', programme: 'name' } as const;

  for (const [noun, title] of Object.entries(nouns) as [keyof typeof nouns, string][]) {
    test(`${noun}: the public what is published, a contributor of something else no more, an editor all of it`, async () => {
      const word = `жирафолог${noun === 'organisation' ? 'а' : noun === 'agreement' ? 'б' : noun === 'project' ? 'в' : 'г'}`;
      const stranger = staff('contributor', 'document');
      for (const publication of states) {
        const id = await put(noun, { [title]: text(`${word} ${publication}`), kind: 'other', publication });
        for (const viewer of [visitor, stranger]) assert.deepEqual(await ids(viewer, word), [], publication);
        assert.deepEqual(await ids(editor, `${word} ${publication.replace('_', ' ')}`), [id]);
      }
      const id = await put(noun, { [title]: text(word), kind: 'other', publication: 'published' });
      assert.deepEqual(await ids(visitor, word), [id]);
      assert.equal((await ids(editor, word)).length, states.length + 1);
    });
  }

  test('a word that stands only in what the viewer may not see is never offered', async () => {
    await put('organisation', { name: text('Звездочатство'), kind: 'other', publication: 'draft' });
    const offered = async (viewer: typeof visitor | typeof editor) => (await search(viewer, { q: 'звездочаство', chosen: nothing, form: 'sr-Cyrl' }, today))?.offers;
    assert.deepEqual(await offered(visitor), { meant: null, fewer: [] });
    assert.equal((await offered(editor))?.meant, 'Звездочатство');
  });

  test('whoever drafted it finds it', async () => {
    const own = staff('contributor', 'project');
    const id = await put('project', { title: text('Кљунорог'), publication: 'draft', createdBy: own.id });
    await asOwner(database.url(), async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query('update project set created_by = $1 where id = $2', [own.id, id]);
    });
    assert.deepEqual(await ids(own, 'кљунорог'), [id]);
  });

  test('a milestone only where it is public and its record is', async () => {
    const [open, closed] = [await put('project', { title: text('Јавни'), publication: 'published' }), await put('project', { title: text('Тајни'), publication: 'draft' })];
    const of = (values: object) => put('milestone', { title: text('Прелетача'), publication: 'published', ...values });
    const shown = await of({ projectId: open });
    for (const values of [{ projectId: open, isPublic: false }, { projectId: closed }, { projectId: open, publication: 'draft' }, {}]) await of(values);
    assert.deepEqual(await ids(visitor, 'прелетача'), [shown]);
    assert.equal((await ids(editor, 'прелетача')).length, 5);
    const found = await search(visitor, { q: 'прелетача', chosen: nothing, form: 'en' }, today);
    assert.match(found?.groups[0]?.hits[0]?.path ?? '', /^\/projects\//);
  });

  test('a paper that is not public is found by its number, and only by whoever may see it; nothing else of it is kept', async () => {
    const code = 'NI-DOK-9';
    const of = (visibility: string, at: number) => put('document', { title: text('Папирусник'), absentReason: text('Прамичак'), publication: 'published', visibility, code: `${code}${at}` }, (id) => [['document_link', { documentId: id, noun: 'agreement', recordId: id }]]);
    const [open, internal, confidential] = [await of('public', 1), await of('internal', 2), await of('confidential', 3)];
    assert.deepEqual(await ids(visitor, 'папирусник'), [open]);
    assert.deepEqual(await ids(editor, 'папирусник прамичак'), [open]);
    assert.deepEqual([await ids(visitor, `${code}2`), await ids(editor, `${code}2`), await ids(editor, `${code}3`)], [[], [internal], [confidential]]);
    await set('document', open, { visibility: 'internal' });
    assert.deepEqual(await ids(systemViewer, 'папирусник'), []);
  });

  test('the City itself is no result', async () => {
    await put('organisation', { name: text('Саморог'), kind: 'local_government', isSelf: true, publication: 'published' });
    assert.deepEqual(await ids(editor, 'саморог'), []);
  });
});

describe('the entries follow the records', () => {
  const database = useEmptyDatabase();
  const withParty = (organisationId: string, title = 'Заједнички напор') => put('agreement', { title: text(title), publication: 'published', type: 'annex' }, (agreementId) => [['agreement_party', { agreementId, organisationId, role: 'signatory', side: 'them' }]]);

  test('a new name takes the place of the old one, on the record and on what it is a party of', async () => {
    const partner = await put('organisation', { name: text('Ракетоград'), kind: 'local_government', country: 'DE', publication: 'published' });
    const agreed = await withParty(partner);
    assert.deepEqual((await ids(visitor, 'ракетограду')).toSorted(), [partner, agreed].toSorted());
    assert.deepEqual((await ids(visitor, 'Немачка')).toSorted(), [partner, agreed].toSorted());
    await set('organisation', partner, { name: text('Балонград'), country: 'FR' });
    assert.deepEqual(await ids(visitor, 'ракетоград'), []);
    assert.deepEqual((await ids(visitor, 'балонград француска')).toSorted(), [partner, agreed].toSorted());
  });

  test('a party that is not published lends no name; published, withdrawn, it comes and goes', async () => {
    const partner = await put('organisation', { name: text('Тишинград'), kind: 'other', publication: 'draft' });
    const agreed = await withParty(partner);
    assert.deepEqual(await ids(systemViewer, 'тишинград'), [partner]);
    await set('organisation', partner, { publication: 'published' });
    assert.deepEqual((await ids(visitor, 'тишинград')).toSorted(), [partner, agreed].toSorted());
    await set('organisation', partner, { publication: 'withdrawn' });
    assert.deepEqual(await ids(visitor, 'тишинград'), []);
    assert.deepEqual(await ids(visitor, 'заједнички напор').then((found) => found.includes(agreed)), true);
  });

  test('published, the record is found; withdrawn, no more', async () => {
    const id = await put('programme', { name: text('Кометоловац'), publication: 'draft' });
    assert.deepEqual(await ids(visitor, 'кометоловца'), []);
    await set('programme', id, { publication: 'published' });
    assert.deepEqual(await ids(visitor, 'кометоловац'), [id]);
    await set('programme', id, { publication: 'withdrawn' });
    assert.deepEqual(await ids(visitor, 'кометоловац'), []);
  });

  test('a membership stands in the entry of its network while it is published', async () => {
    const city = await put('organisation', { name: text('Град'), kind: 'local_government', isSelf: true, publication: 'published' });
    const network = await put('organisation', { name: text('Мрежа снова'), kind: 'network', publication: 'published' });
    const id = await put('membership', { networkId: network, memberId: city, joinedEvent: text('Сновиђењски скуп'), publication: 'draft' });
    assert.deepEqual(await ids(visitor, 'сновиђењски'), []);
    await set('membership', id, { publication: 'published' });
    assert.deepEqual(await ids(visitor, 'snovidjenjski'), [network]);
    await set('membership', id, { publication: 'withdrawn' });
    assert.deepEqual(await ids(visitor, 'сновиђењски'), []);
  });

  test('a merged record leads on under the other one, by all its names', async () => {
    const [old, now] = [await put('organisation', { name: text('Прастари завод'), kind: 'other', publication: 'published' }), await put('organisation', { name: text('Садашњи завод'), kind: 'other', publication: 'published' })];
    await set('organisation', old, { mergedIntoId: now });
    assert.deepEqual(await ids(visitor, 'прастари'), [now]);
  });

  test('a programme lends its name to its projects', async () => {
    const funded = await put('programme', { name: text('Зеленкаст програм'), publication: 'published' });
    const id = await put('project', { title: text('Пројекат'), programmeId: funded, publication: 'published' });
    assert.ok((await ids(visitor, 'зеленкаст')).includes(id));
    await set('programme', funded, { name: text('Плавкаст програм') });
    assert.deepEqual(await ids(visitor, 'зеленкаст'), []);
    assert.ok((await ids(visitor, 'плавкаст')).includes(id));
  });

  test('two changes at once, of an agreement and of the name of its party, both stand in the entry', async () => {
    const partner = await put('organisation', { name: text('Ветроград'), kind: 'other', publication: 'published' });
    const agreed = await withParty(partner, 'Стари напор');
    const change = async (client: Client, statement: string, values: unknown[]) => {
      await client.query('begin');
      const { rows: [entered] } = await client.query<{ seq: string }>(`insert into change (actor_kind, action, noun, record_id) values ('system', 'test.race', 'agreement', $1) returning seq`, [agreed]);
      await client.query(`select set_config('povelja.change', $1, true)`, [entered?.seq]);
      return client.query(statement, values);
    };
    await asOwner(database.url(), (first) => asOwner(database.url(), async (second) => {
      await change(first, 'update organisation set name = $2 where id = $1', [partner, text('Снеговград')]);
      const waiting = change(second, 'update agreement set title = $2 where id = $1', [agreed, text('Нови подухват')]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await first.query('commit');
      await waiting;
      await second.query('commit');
    }));
    assert.deepEqual(await ids(visitor, 'подухват снеговграду'), [agreed]);
    assert.deepEqual(await ids(visitor, 'ветроград'), []);
  });

  test('only the triggers write them', async () => {
    await asOwner(database.url(), async (client) => {
      for (const role of ['povelja_app', 'povelja_reader']) {
        await client.query(`set role ${role}`);
        for (const write of ['delete from search_entry', `update search_entry set names = ''`, `insert into search_word values ('a', 'a')`, 'truncate search_word', `select povelja_index('agreement', '{}')`]) {
          await assert.rejects(client.query(write), /permission denied/, `${role}: ${write}`);
        }
        await client.query('reset role');
      }
    });
  });

  test('an upgrade lays down what is missing, and all anew where it is derived otherwise', async () => {
    const id = await put('project', { title: text('Недостајко'), publication: 'published' });
    await asOwner(database.url(), (client) => client.query('delete from search_entry where id = $1', [id]));
    assert.deepEqual(await ids(visitor, 'недостајко'), []);
    await migrate(database.url());
    assert.deepEqual(await ids(visitor, 'недостајко'), [id]);
    await asOwner(database.url(), async (client) => {
      await client.query(`update search_entry set words = '' where id = $1`, [id]);
      await migrate(database.url());
      assert.deepEqual(await ids(visitor, 'недостајко'), [], 'the same rule derives nothing anew');
      await client.query(`comment on table search_entry is 'an older rule'`);
    });
    await migrate(database.url());
    assert.deepEqual(await ids(visitor, 'недостајко'), [id]);
  });
});

describe('what narrows a search', () => {
  const database = useEmptyDatabase();

  test('each facet is counted with the others as chosen, its own left out', async () => {
    const make = (country: string, kind: string, verification: string) => put('organisation', { name: text(`Кула ${country} ${kind}`), country, kind, verification, publication: 'published' });
    await Promise.all([make('DE', 'network', 'checked'), make('DE', 'ngo', 'unverified'), make('FR', 'ngo', 'unverified'), make('FR', 'ngo', 'checked')]);
    const found = await search(visitor, { q: 'кула', chosen: { ...nothing, type: ['partner'], country: ['FR'] }, form: 'en' }, today);
    const counts = (name: 'type' | 'country' | 'verification') => Object.fromEntries(found?.counts[name].map(({ value, count }) => [value, count]) ?? []);
    assert.equal(found?.total, 2);
    assert.deepEqual([counts('type'), counts('country'), counts('verification')], [{ partner: 2 }, { FR: 2, DE: 1 }, { unverified: 1, checked: 1 }]);
    const none = await search(visitor, { q: 'кула', chosen: { ...nothing, country: ['ES'] }, form: 'en' }, today);
    assert.deepEqual([none?.total, none?.counts.country.find(({ value }) => value === 'ES')], [0, { value: 'ES', count: 0 }]);
  });

  test('a page past the end is the last one; all pages together hold every hit once', async () => {
    for (let at = 0; at < 7; at += 1) await put('organisation', { name: text(`Листић ${at}`), kind: 'other', publication: 'published' });
    const page = (number: number) => search(visitor, { q: 'листић', chosen: nothing, page: number, perPage: 3, form: 'en' }, today);
    const pages = await Promise.all([1, 2, 3].map(page));
    assert.equal(new Set(pages.flatMap((one) => one?.groups.flatMap(({ hits }) => hits.map(({ id }) => id)))).size, 7);
    assert.deepEqual([(await page(99))?.page, (await page(99))?.from, (await page(99))?.to], [3, 7, 7]);
  });

  test('of too many it looks at a thousand and says so; names come first, and narrowing still reaches the others', async () => {
    await asOwner(database.url(), async (client) => {
      await client.query('set session_replication_role = replica');
      const insert = (name: string, description: string, country: string, count: number) => client.query(`
        insert into organisation (code, slug, kind, country, publication, name, description) select $1 || n, lower($1) || n, 'other', $2, 'published',
          jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', jsonb_build_object('text', $3 || n, 'state', 'checked')),
          jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', jsonb_build_object('text', $4::text, 'state', 'checked')) from generate_series(1, $5::int) n`, [`M${country}`, country, name, description, count]);
      await insert('Ствар ', 'Преобиље речи', 'DE', 1_100);
      await insert('Преобиље ', 'Ништа', 'IT', 1);
      await insert('Предмет ', 'Преобиље', 'FR', 3);
      await client.query('set session_replication_role = origin');
      await client.query('select povelja_index_all()');
    });
    const found = await search(visitor, { q: 'преобиље', chosen: nothing, form: 'en' }, today);
    assert.deepEqual([found?.total, found?.more, found?.groups[0]?.hits[0]?.title?.segments[0]], [1_000, true, { text: 'Преобиље', marked: true }]);
    const french = await search(visitor, { q: 'преобиље', chosen: { ...nothing, country: ['FR'] }, form: 'en' }, today);
    assert.deepEqual([french?.total, french?.more], [3, false]);
  });
});
