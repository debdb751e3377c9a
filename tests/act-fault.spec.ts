import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { stateOfFault } from '#app/act-fault.ts';
import { answers, type Told } from '#app/answer.ts';

const typed = { 'note.en': ['typed'], newPassword: ['a secret'] };
const wrapped = (cause: Error) => new Error('Failed query: insert into …\nparams: typed', { cause });
const coded = (code: string) => wrapped(Object.assign(new Error('could not extend file'), { code }));

const faults: [string, unknown, number, string][] = [
  ['a disk that is full', coded('53100'), 507, 'diskFull'],
  ['a database that is shut down', coded('57P01'), 503, 'unavailable'],
  ['no connection to be had', coded('53300'), 503, 'unavailable'],
  ['a line that is cut', coded('ECONNRESET'), 503, 'unavailable'],
  ['a constraint of the database', coded('23514'), 500, 'fault'],
  ['what is no error at all', 'thrown', 500, 'fault'],
];
for (const [what, fault, status, rule] of faults) {
  test(`${what} is answered with ${status}, and the form keeps what was typed; the log tells nothing of it`, () => {
    const said = mock.method(console, 'error', () => {});
    const told: Told = { status: null, once: false };
    const state = answers.run(told, () => stateOfFault(fault, typed));
    assert.deepEqual([state.status, told.status, state.issues, state.values?.['note.en']], [status, status, [{ field: '', rule }], ['typed']]);
    assert.doesNotMatch(JSON.stringify(state), /a secret/);
    assert.doesNotMatch(JSON.stringify(said.mock.calls.map((call) => call.arguments)), /typed|params/);
    said.mock.restore();
  });
}
