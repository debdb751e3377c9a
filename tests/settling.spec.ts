import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settlingActs } from '#app/settling.ts';
import type { Waiting, WaitingKind } from '#office/desk/desk.ts';

const hrefs = (kind: WaitingKind, more: Partial<Waiting> = {}) => settlingActs('/en/workspace', { kind, id: 'a1', noun: 'agreement', code: '', title: null, day: null, days: null, place: null, who: null, ...more }).map(({ verb, href }) => `${verb} ${href}`);

test('an end leads to the renewal where one may be entered, and else to all that can be done about it', () => {
  assert.deepEqual(hrefs('ends', { mayRenew: true }), ['renew /en/workspace/agreements/a1/acts/new/renewal']);
  assert.deepEqual(hrefs('ends', { mayRenew: false }), ['decide /en/workspace/agreements/a1/decide']);
  assert.deepEqual(hrefs('decide', { mayRenew: true }), ['decide /en/workspace/agreements/a1/decide']);
});
