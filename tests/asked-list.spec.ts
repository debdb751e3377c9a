import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listQuery } from '#app/asked-list.ts';

test('a day that does not exist is told as not understood, and never asked of the database', () => {
  const asked = listQuery();
  for (const day of ['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31']) assert.equal(asked.day('on', day), day);
  assert.deepEqual(asked.strange, []);
  for (const none of [undefined, '', []]) assert.equal(asked.day('on', none), undefined);
  const odd = ['2026-02-31', '2025-02-29', '2026-04-31', '0000-01-01', '2026-13-01', '2026-1-1', '12026-01-01', '2026-01-01T10', 'данас'];
  for (const day of odd) assert.equal(asked.day('on', day), undefined, day);
  assert.deepEqual(asked.strange.map(({ value }) => value), odd);
});

test('a number is one that the database can hold', () => {
  const asked = listQuery();
  const before = (text: string) => asked.number('before', text, 1, Number.MAX_SAFE_INTEGER);
  assert.deepEqual(['7', '1234567', '999999999999999'].map(before), [7, 1_234_567, 999_999_999_999_999]);
  assert.deepEqual(['0', '-1', '1.5', '1e30', '9999999999999999', 'Infinity'].map(before), Array(6).fill(undefined));
});
