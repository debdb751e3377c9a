import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainly } from '#server/plain-log.ts';

test('of a failed query the log gets the error behind it, in one line, and never its values', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const failed = Object.assign(new Error('Failed query: select 1\nparams: ana@example.org', { cause }), { params: ['ana@example.org'] });
  const line = plainly(' \u001b[31m\u001b[1m⨯\u001b[22m\u001b[39m', failed);
  assert.match(line, /^⨯ ECONNREFUSED connect ECONNREFUSED 127\.0\.0\.1:5432 at /);
  assert.doesNotMatch(line, /ana|params|\n/);
});

test('an error of many addresses, an error without a cause, words with line ends and escapes', () => {
  assert.match(plainly(new AggregateError([new Error('first\nsecond')])), /^first second at /);
  assert.match(plainly('⨯', new TypeError('x is not a function')), /^⨯ x is not a function at /);
  assert.equal(plainly('one\ntwo\u001b[2Jthree\u0007', { secret: 'kept' }, 7), 'one two[2Jthree');
  assert.equal(plainly('a'.repeat(1_000)).length, 400);
});
