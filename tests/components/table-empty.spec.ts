import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import type { Kept } from '#components/kept.tsx';
import { draw } from './drawing.ts';

test('the table of an empty register says so and leads to its first record; one that was narrowed leads to all', async () => {
  const { RegisterTable } = await import('#components/table/register-table.tsx');
  const drawn = (kept: Kept, draft: 'may draft' | 'may not') => draw(createElement(RegisterTable, {
    words: { heading: 'Споразуми', fresh: 'Нов споразум' }, register: 'agreements', path: '/p', besides: '/b', mayDraft: draft === 'may draft', views: [], filters: [], open: 0, kept, strange: [],
    columns: [], shown: [], list: { lines: [], total: 0, page: 1, pages: 1 }, sort: 'code', perPage: 25, perPageChoices: [25], bulk: { verbs: [], query: '', action: async () => ({}) as never },
  })).replace(/[^]*class="empty"/, '');
  assert.match(drawn({}, 'may draft'), /Овде још нема записа\.<\/b> <a href="\/p\/new">Нов споразум</);
  assert.match(drawn({ sort: ['-code'], columns: ['code'], 'per-page': ['50'] }, 'may not'), /Овде још нема записа\.<\/b> <\/p>/);
  for (const kept of [{ q: ['ниш'] }, { owner: ['me'] }] as Kept[]) assert.match(drawn(kept, 'may draft'), /Ниједан запис не одговара избору\.<\/b> <a href="\/p">Прикажи све</);
});
