import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { draw } from './drawing.ts';

const { MergeShown } = await import('#components/proposal/merge-shown.tsx');

test('each text of a merge says whose it is, for whoever sees or hears no columns', () => {
  const html = draw(createElement(MergeShown, {
    kept: { title: 'Нови Сад', code: 'NI-ORG-015', href: '/a' }, double: { title: 'Град Нови Сад', code: 'NI-ORG-046', href: '/b' }, taken: ['place'], reason: 'исто лице',
    choices: [{ field: 'name', label: 'Назив', kept: 'Нови Сад', double: 'Град Нови Сад' }, { field: 'place', label: 'Седиште', kept: undefined, double: 'Нови Сад' }],
    moves: { own: 0, naming: [] },
  }));
  const rows = [...html.matchAll(/<div class="diff-row">(.*?)<\/div><\/div>/gs)].map(([, row = '']) => row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim());
  assert.deepEqual(rows, ['Назив NI-ORG-015 Нови Сад (остаје) NI-ORG-046 Град Нови Сад', 'Седиште NI-ORG-015 ништа NI-ORG-046 Нови Сад (остаје)']);
});
