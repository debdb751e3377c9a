import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '#messages/local-text.ts';
import { translated } from '#messages/translation.ts';

test('texts without English and with an outdated one are counted, those of other records are not', () => {
  const stale = { ...local({ sr: 'Сажетак', en: 'Summary' }), en: { text: 'Summary', state: 'outdated' as const } };
  assert.deepEqual(translated({
    id: 'x', title: local({ sr: 'Назив', en: 'Title' }), summary: stale, note: local({ sr: 'Белешка' }), acronym: local({ sr: 'GTZ', origin: 'sr-Latn' }), place: null,
    themes: [local({ sr: 'Ваздух' }), local({ sr: 'Вода', en: 'Water' })], parties: [{ note: local({ sr: 'Страна' }) }], programme: { name: local({ sr: 'Програм' }) }, only: local({ en: 'Only' }),
  }), { missing: 2, outdated: 1 });
});
