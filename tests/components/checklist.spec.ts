import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import type { Noun } from '#office/permission.ts';
import { draw } from './drawing.ts';

const { Checklist } = await import('#components/record/checklist.tsx');
const lines = (noun: Noun, ...demands: Parameters<typeof Checklist>[0]['demands']) => {
  const html = draw(createElement(Checklist, { demands, noun, form: 'sr-Cyrl', fieldsAt: '/r/edit', embargoAt: '/r/publish?step=embargo' }));
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => `${/href="([^"]*)"/.exec(line)?.[1]} ${line.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim()}`);
};

test('a document that has its file is not said to have the reason why there is none', () => {
  assert.deepEqual(lines('document', { field: 'kind', issue: null }, { field: 'absentReason', issue: null }), ['/r/edit#kind Врста има', '/r/edit#absentReason Датотека, или зашто је нема има']);
});

test('an embargo is named in words and leads to where it is lifted, which not every form is', () => {
  const issue = { field: 'embargoUntil', rule: 'embargo', values: { day: '2031-01-01' } };
  assert.deepEqual(lines('organisation', { field: 'embargoUntil', issue }), ['/r/publish?step=embargo Не објављивати пре Објављивање је задржано до 1. јануара 2031. Сачекајте тај дан или испразните поље „Не објављивати пре“. недостаје']);
});
