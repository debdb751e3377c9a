import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local, readText, textIn, writtenForms, type LocalText } from '#messages/local-text.ts';

test('Serbian Latin is computed and says that it is', () => {
  const text = local({ sr: 'Љубав', en: 'Love', state: 'checked' });
  assert.deepEqual(readText(text, 'sr-Cyrl'),
    { text: 'Љубав', lang: 'sr-Cyrl-RS', form: 'sr-Cyrl', fellBack: false, state: 'checked' });
  assert.deepEqual(readText(text, 'sr-Latn'),
    { text: 'Ljubav', lang: 'sr-Latn-RS', form: 'sr-Latn', fellBack: false, state: 'derived' });
  assert.deepEqual(readText(text, 'en'), { text: 'Love', lang: 'en', form: 'en', fellBack: false, state: 'checked' });
});

test('an override stands before the computed Latin', () => {
  const text = local({ sr: 'УСАИД', latn: 'USAID (SAD)' });
  assert.deepEqual(readText(text, 'sr-Latn'),
    { text: 'USAID (SAD)', lang: 'sr-Latn-RS', form: 'sr-Latn', fellBack: false, state: 'draft' });
});

test('a name that exists in Latin only is shown as it is in both Serbian forms', () => {
  const name = local({ sr: 'WYG International', origin: 'sr-Latn' });
  for (const form of ['sr-Cyrl', 'sr-Latn'] as const) {
    const read = readText(name, form);
    assert.deepEqual([read?.text, read?.lang, read?.fellBack], ['WYG International', 'sr-Latn', false]);
  }
  assert.deepEqual([readText(name, 'en')?.text, readText(name, 'en')?.fellBack], ['WYG International', true]);
});

test('a Cyrillic spelling of such a name is shown once somebody has checked it', () => {
  const suggested: LocalText = { ...local({ sr: 'ORA Jug', origin: 'sr-Latn' }), 'sr-Cyrl': { text: 'ОРА Југ', state: 'draft' } };
  assert.equal(textIn(suggested, 'sr-Cyrl'), 'ORA Jug');
  assert.equal(textIn({ ...suggested, 'sr-Cyrl': { text: 'ОРА Југ', state: 'checked' } }, 'sr-Cyrl'), 'ОРА Југ');
});

test('missing English falls back to the canonical Serbian and says so', () => {
  assert.deepEqual(readText(local({ sr: 'Повеља' }), 'en'),
    { text: 'Повеља', lang: 'sr-Cyrl-RS', form: 'sr-Cyrl', fellBack: true, state: 'draft' });
});

test('an English-only text is shown in Serbian as what it is', () => {
  assert.deepEqual(readText(local({ en: 'Tribal HELM' }), 'sr-Latn'),
    { text: 'Tribal HELM', lang: 'en', form: 'en', fellBack: true, state: 'draft' });
});

test('blank and missing wordings count as none', () => {
  const blank: LocalText = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: '  ', state: 'draft' }, en: { text: 'x', state: 'missing' } };
  for (const form of writtenForms) {
    assert.equal(readText(blank, form), null);
    assert.equal(readText(null, form), null);
    assert.equal(textIn(undefined, form), '');
  }
});
