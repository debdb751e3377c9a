import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Setting } from '#app/tables/filter.ts';
import type { Staff } from '#office/viewer.ts';
import './drawing.ts';

const { askedTable, askedInText } = await import('#app/tables/asked.ts');
const { tableOfView } = await import('#app/tables/keep-view.ts');
const { placeOfRun } = await import('#app/tables/place-of-run.ts');
const { keptFilters } = await import('#app/tables/filter.ts');
const { tables } = await import('#app/tables/tables.ts');

const ids = { petar: '00000000-0000-4000-8000-000000000001', ana: '00000000-0000-4000-8000-000000000002', former: '00000000-0000-4000-8000-000000000003', nobody: '00000000-0000-4000-8000-000000000004' };
const names = new Map([[ids.petar, 'Петар'], [ids.ana, 'Ана'], [ids.former, 'Бивши']]);
const setting = (id: string): Setting => ({
  form: 'sr-Cyrl', today: '2026-11-22', names, works: [{ id: ids.petar, name: 'Петар' }, { id: ids.ana, name: 'Ана' }],
  viewer: { kind: 'staff', id, name: '', writtenForm: 'sr-Cyrl', grants: [], sessionHash: null } as Staff,
});
const filters = (id: string) => Object.values(keptFilters(setting(id)));
const asked = (id: string, query: string) => askedInText(tables.projects, setting(id), query, filters(id));

describe('what a view that somebody shared asks of a table', () => {
  test('narrows it for the very person whom it names, and for everybody after that person left', async () => {
    for (const viewer of [ids.petar, ids.ana]) {
      const of = async (owner: string) => (await asked(viewer, `owner=${owner}`));
      assert.deepEqual([(await of(ids.petar)).asked.owner, (await of(ids.former)).asked.owner], [ids.petar, ids.former]);
      assert.deepEqual((await of(ids.former)).strange, []);
    }
    assert.deepEqual((await asked(ids.petar, `owner=${ids.petar}`)).kept, { owner: ['me'] });
  });

  test('says what it does not understand, and offers nobody who has left', async () => {
    const { asked: choice, strange } = await asked(ids.ana, `owner=${ids.nobody}`);
    assert.deepEqual([choice.owner, strange.length], [undefined, 1]);
    const owner = (await askedTable(tables.projects, setting(ids.ana), {}, filters(ids.ana))).filters.find(({ name }) => name === 'owner');
    assert.ok(owner?.as === 'choice');
    assert.deepEqual(owner.options.filter(({ unoffered }) => !unoffered).map(({ value }) => value), ['me', 'nobody', ids.petar]);
  });
});

test('a run remembers in its address what its table was asked, and leads back to it', () => {
  const query = 'q=%D0%9D%D0%B8%D1%88+%26+co&sort=-code&columns=code&columns=kind';
  const place = new URL(placeOfRun({ id: 'x' }, { entry: { register: 'partners', query } }), 'https://povelja.test');
  assert.equal(place.pathname, '/workspace/tables/partners/bulk/x');
  assert.equal(tableOfView('partners', place.searchParams.get('table') ?? ''), `/workspace/partners?${query}`);
  assert.equal(placeOfRun({ id: 'x' }, { entry: { register: 'partners', query: '' } }), '/workspace/tables/partners/bulk/x');
});
