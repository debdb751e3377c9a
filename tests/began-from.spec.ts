import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { beganFrom, beganFromAny, placeBefore } from '#app/began-from.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('a form that was begun from a record', () => {
  test('leads back to it, and without one to the register', () => {
    assert.equal(placeBefore('sr-Cyrl', 'documents', beganFromAny(`agreement:${id}`)), `/sr-Cyrl/workspace/agreements/${id}`);
    assert.equal(placeBefore('en', 'networks', beganFrom({ organisation: id }, ['organisation'])), `/en/workspace/partners/${id}`);
    assert.equal(placeBefore('sr-Latn', 'milestones', beganFrom({ project: id, membership: id }, ['agreement', 'membership', 'project'])), `/sr-Latn/workspace/networks/${id}`);
    assert.equal(placeBefore('sr-Cyrl', 'documents', beganFromAny(undefined)), '/sr-Cyrl/workspace/documents');
  });

  test('is begun from no record by an address that names none', () => {
    for (const named of ['agreement', `agreement:${id}x`, `person:${id}`, `:${id}`, '//evil.example', `constructor:${id}`]) assert.equal(beganFromAny(named), null, named);
    assert.equal(beganFrom({ agreement: '../../x', person: id }, ['agreement']), null);
  });
});
