import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import type { SaidLine } from '#office/proposal/said.ts';
import { draw } from './drawing.ts';

const { Differences } = await import('#components/proposal/differences.tsx');

test('the words for a text that is not there are the page’s own, and not read out in the language of the text', () => {
  const line = { field: 'description', group: null, row: null, face: 'en', how: 'written', before: null, after: 'A city.' } as unknown as SaidLine;
  const html = draw(createElement(Differences, { noun: 'organisation', form: 'sr-Cyrl', changed: [line], unchanged: [], adds: 'nothing', against: 'now', said: () => null }));
  assert.match(html, /<span lang="en"><ins>A city\.<\/ins><\/span>/);
  assert.match(html, /<span><span class="unknown">/);
});
