import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { DeskContext } from '#components/unsent.ts';
import { FaceContext } from '#components/form-face.ts';
import { noRecordsVersion } from '#components/place.ts';
import type { Unsent } from '#components/use-unsent.ts';
import { draw } from './drawing.ts';

const { UnsentNotice } = await import('#components/unsent-notice.tsx');

const page = '/workspace/partners/0/edit';

function notice(asked: string, version: string): string {
  const typed = { 'name.sr-Cyrl': ['Савез'], version: [version], request: ['r'] };
  const offer = { place: `${page}#organisation`, typed, savedAt: '2026-11-20T09:00:00Z' };
  const unsent = { offer, others: [], going: false, resumed: null, formId: 'f', href: '?unsent=1' } as unknown as Unsent;
  const desk = { page, drafts: [offer], resumed: false, asked, who: 'w', holder: 'h' } as never;
  const face = { noun: 'organisation', issues: [], theirs: null, values: {}, cameBack: false, take() {} } as never;
  const drawn = createElement(UnsentNotice, { unsent, now: { values: { 'name.sr-Cyrl': ['Друштво'] }, version: 3 }, carried: ['version', 'request'], goOn() {}, thrownAway() {} });
  return draw(createElement(DeskContext, { value: desk }, createElement(FaceContext, { value: face }, drawn)));
}

test('of a double is told where its own text is offered, and not of another that was typed since at the same address', () => {
  const told = /био је двојник/;
  assert.match(notice(`/sr-Cyrl${page}?merged=on`, noRecordsVersion), told);
  assert.doesNotMatch(notice(`/sr-Cyrl${page}?merged=on`, '3'), told);
  assert.doesNotMatch(notice(`/sr-Cyrl${page}`, '3'), told);
});
