import assert from 'node:assert/strict';
import { test } from 'node:test';
import './drawing.ts';

const { shownPages } = await import('#components/pager.tsx');

test('first, last and neighbours are shown; a gap never hides a single page', () => {
  assert.deepEqual(shownPages(1, 3), [1, 2, 3]);
  assert.deepEqual(shownPages(5, 9), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(shownPages(10, 20), [1, 2, null, 9, 10, 11, null, 19, 20]);
  assert.deepEqual(shownPages(1, 20), [1, 2, null, 19, 20]);
});
