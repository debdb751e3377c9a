import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { words } from '#messages/words.ts';
import type { Previewed } from '#office/import/preview.ts';
import { draw } from './drawing.ts';

const { ImportRows } = await import('#components/import/rows.tsx');

test('a row whose change can be proposed leads to the form of its record, another wrong one does not', () => {
  for (const rule of ['importPropose', 'fourEyesPropose']) assert.match(drawn(rule, 'r1'), /href="\/partners\/r1\/edit"/);
  assert.doesNotMatch(drawn('notAllowed', 'r1'), /\/edit"/);
  assert.doesNotMatch(drawn('importPropose', null), /\/edit"/);
});

test('that all of it stands in the register already is said where no row is wrong alone', () => {
  const good = words('en', 'import.result');
  assert.match(good('good', { count: 0, but: 'same' }), /in the register already/);
  assert.match(good('good', { count: 0, but: 'wrong' }), /no row without errors/);
});

function drawn(rule: string, recordId: string | null): string {
  const issues = [{ field: '', heading: null, rule }];
  const row: Previewed['row'] = { id: 'x', rowNumber: 2, cells: ['Нови Сад'], verdict: 'wrong', recordId, identity: null, issues, enteredAt: null, importId: 'i' };
  return draw(createElement(ImportRows, { rows: [{ row, title: 'Нови Сад', wrong: [{ heading: null, field: '', cell: '', says: 'Речи' }], changed: [] }], hrefOf: (_, id) => `/partners/${id}`, state: 'before' }));
}
