import assert from 'node:assert/strict';
import { test } from 'node:test';
import { genderOf } from '#messages/gender.ts';
import { issueWords } from '#messages/issue.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';

test('a standing agrees in gender with its noun', () => {
  const signed = (type: string) => words('sr-Cyrl', 'states.standing')('signed', { gender: genderOf(type) });
  assert.deepEqual(
    ['memorandum_of_understanding', 'twinning_charter', 'letter_of_intent', 'amendment', 'annex', 'declaration'].map(signed),
    ['Потписан', 'Потписана', 'Потписано', 'Потписане', 'Потписан', 'Потписана'],
  );
});

test('Serbian counts days in three ways', () => {
  const late = (days: number) => words('sr-Latn', 'states.time')('overdue', { days });
  assert.deepEqual([1, 2, 5, 11, 12, 21, 22, 1000].map(late), [
    'kasni 1 dan', 'kasni 2 dana', 'kasni 5 dana', 'kasni 11 dana', 'kasni 12 dana', 'kasni 21 dan', 'kasni 22 dana', 'kasni 1.000 dana',
  ]);
});

test('a missing message throws where it would otherwise go unseen', () => {
  assert.throws(() => words('en', 'states')('no-such-key'), /MISSING_MESSAGE/);
});

test('in production it is logged and its key shown', (t) => {
  const logged = t.mock.method(console, 'error', () => {});
  const before = process.env.NODE_ENV;
  Object.assign(process.env, { NODE_ENV: 'production' });
  t.after(() => Object.assign(process.env, { NODE_ENV: before ?? 'test' }));
  assert.equal(words('en', 'states')('no-such-key'), '[states.no-such-key]');
  assert.equal(logged.mock.callCount(), 1);
});

test('a fault is told in the reader’s words, its days written out', () => {
  const issue = { rule: 'inFuture', values: { today: '2026-11-21' } };
  assert.deepEqual(writtenForms.map((form) => issueWords(issue, form)), [
    'Датум је после данашњег дана, 21. новембра 2026. Унесите данашњи или ранији.',
    'Datum je posle današnjeg dana, 21. novembra 2026. Unesite današnji ili raniji.',
    'The date is after today, 21 November 2026. Enter today or an earlier date.',
  ]);
  assert.equal(issueWords({ rule: 'tooLong', values: { max: 21 } }, 'sr-Cyrl'), 'Скратите на највише 21 знак.');
});
