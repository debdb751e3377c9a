import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, disconnect, reader } from '#db/client.ts';
import { placedFault, plainFault } from '#db/plain-fault.ts';
import { sql } from 'drizzle-orm';
import { useEmptyDatabase } from '../fixtures.ts';

const database = useEmptyDatabase();
const typed = 'ana@povelja.example';
const failed = (cause?: Error) => Object.assign(new Error(`Failed query: insert into personal\nparams: ${typed}`, { cause }), { params: [typed] });

test('of a failed query the error behind it speaks, with its code, in one line; where there is none nothing of the query is told', () => {
  const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
  assert.equal(plainFault(failed(full)), '53100 could not extend file: No space left on device');
  assert.equal(plainFault(failed(failed(full))), '53100 could not extend file: No space left on device');
  assert.equal(plainFault(failed()), 'Failed query');
  assert.match(placedFault(failed(full)), /^53100 could not extend file: No space left on device at /);
});

test('a sentence of ours stays as it is, whatever its cause, in one line; what is no error is unknown', () => {
  assert.equal(plainFault(new Error('There is no room.\n  Make some.', { cause: new Error('ENOSPC') })), 'There is no room. Make some.');
  assert.match(placedFault(new Error('There is no room.', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) })), /^ENOSPC write at /);
  assert.equal(plainFault(new AggregateError([new Error('first'), new Error('second')])), 'first');
  assert.deepEqual([plainFault(typed), placedFault(typed)], ['unknown', 'unknown']);
});

test('a value that Postgres could not take, and text that is no JSON, are not quoted', async () => {
  connect({ url: database.url() });
  try {
    const told = await reader().execute(sql`select ${typed}::uuid`).then(() => '', plainFault);
    assert.match(told, /^22P02 invalid input syntax for type uuid …$/);
  } finally {
    await disconnect();
  }
  for (const text of [typed, `"${typed}`, `{"email": ${typed}}`]) {
    const told = plainFault(faultOf(() => JSON.parse(text)));
    assert.doesNotMatch(told, /ana|povelja/);
    assert.ok(told.length > 5);
  }
});

function faultOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
