import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlLang, isWrittenForm, preferredForm, sameAddress } from '#messages/routing.ts';

test('the browser chooses the form, by weight', () => {
  const asked: [string | undefined, string][] = [
    [undefined, 'sr-Cyrl'], ['', 'sr-Cyrl'], ['*', 'sr-Cyrl'], ['sr', 'sr-Cyrl'], ['sr-RS,sr;q=0.9', 'sr-Cyrl'],
    ['sr-Cyrl-RS', 'sr-Cyrl'], ['sr-Latn-RS', 'sr-Latn'], ['SR-LATN', 'sr-Latn'], ['hr,en;q=0.5', 'sr-Latn'],
    ['bs', 'sr-Latn'], ['cnr-ME', 'sr-Latn'], ['sl', 'sr-Latn'], ['en-US,en;q=0.9,sr;q=0.8', 'en'],
    ['en;q=0.3, sr;q=0.7', 'sr-Cyrl'], ['de, en;q=0.1', 'en'], ['en;q=0', 'sr-Cyrl'], ['fr-FR', 'sr-Cyrl'],
    ['en;q=high, sr-Latn;q=0.2', 'sr-Latn'], [';;,,=', 'sr-Cyrl'],
  ];
  for (const [header, form] of asked) assert.equal(preferredForm(header), form, String(header));
});

test('a huge header costs no more than a long one', () => {
  assert.equal(preferredForm(`${'x,'.repeat(1_000_000)}en`), 'sr-Cyrl');
});

test('the language switch keeps the reader on the same page', () => {
  assert.equal(sameAddress('/sr-Cyrl/networks/ecad?sort=name#acts', 'en'), '/en/networks/ecad?sort=name#acts');
  assert.equal(sameAddress('/en', 'sr-Latn'), '/sr-Latn');
  assert.equal(sameAddress('/en/', 'sr-Latn'), '/sr-Latn');
  assert.equal(sameAddress('/en?page=2', 'sr-Latn'), '/sr-Latn?page=2');
  assert.equal(sameAddress('/', 'en'), '/en');
  assert.equal(sameAddress('/english/x', 'en'), '/en/english/x');
  assert.equal(sameAddress('//example.org/en', 'en'), '/en//example.org/en');
});

test('each form has its own tag, with the region in Serbian', () => {
  assert.deepEqual((['sr-Cyrl', 'sr-Latn', 'en'] as const).map(htmlLang), ['sr-Cyrl-RS', 'sr-Latn-RS', 'en']);
  assert.ok(isWrittenForm('sr-Latn'));
  for (const other of ['sr', 'sr-latn', 'toString', null, 1, ['en']]) assert.equal(isWrittenForm(other), false);
});
