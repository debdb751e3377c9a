import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '#messages/local-text.ts';
import { shortened, shortText } from '#messages/short-text.ts';

test('a text is cut between words, and says that it was', () => {
  assert.equal(shortened('Сарадња у култури, раду са младима и туризму.', 200), 'Сарадња у култури, раду са младима и туризму.');
  assert.equal(shortened('Сарадња у култури, раду са младима и туризму.', 19), 'Сарадња у култури…');
  assert.equal(shortened('  Два\n\nреда  ', 20), 'Два реда');
  assert.equal(shortened('а'.repeat(50), 10), `${'а'.repeat(10)}…`);
  assert.equal(shortened('😀'.repeat(9), 5), '😀😀…');
});

test('every form is cut by itself, and what is not there stays away', () => {
  const cut = shortText(local({ sr: 'Сарадња у култури и туризму', en: 'Cooperation in culture and tourism' }), 20);
  assert.deepEqual([cut?.['sr-Cyrl']?.text, cut?.['sr-Latn'], cut?.en?.text], ['Сарадња у култури и…', undefined, 'Cooperation in…']);
  assert.equal(shortText(null), null);
});
