import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { actsBy, inTurn } from '#office/agreement/acts.ts';
import type { Act } from '#office/agreement/agreement.ts';
import { anAct, anyFacts } from './agreement-facts.ts';

const told = (...acts: Act[]) => inTurn(acts).map(({ id }) => id);

describe('the acts of an agreement are told', () => {
  test('by their own days, whatever the order in which they were entered', () => {
    assert.deepEqual(told(anAct('entry_into_force', '2019-05-01'), anAct('publication_in_gazette', '2019-04-12'), anAct('signature', '2019-03-01')), ['signature 2019-03-01', 'publication_in_gazette 2019-04-12', 'entry_into_force 2019-05-01']);
    assert.deepEqual(told(anAct('renewal', '2024-01-01'), anAct('amendment', '2020-06')), ['amendment 2020-06', 'renewal 2024-01-01']);
  });

  test('in the order of the procedure where they are of one day, or of a vague one that allows it', () => {
    assert.deepEqual(told(anAct('entry_into_force', '2019-03-01'), anAct('signature', '2019-03-01'), anAct('council_decision', '2019-03-01')), ['council_decision 2019-03-01', 'signature 2019-03-01', 'entry_into_force 2019-03-01']);
    assert.deepEqual(told(anAct('signature', '2018'), anAct('council_decision', '2018-06-12')), ['council_decision 2018-06-12', 'signature 2018']);
    assert.deepEqual(told(anAct('signature', '2017'), anAct('council_decision', '2018-06-12')), ['signature 2017', 'council_decision 2018-06-12'], 'it certainly was before');
    assert.deepEqual(told(anAct('resumption', '2020-01-01'), anAct('suspension', '2020-01-01')), ['resumption 2020-01-01', 'suspension 2020-01-01'], 'what comes again keeps its order');
  });

  test('of one round after the other, where two were gone through in the days that a vague date allows', () => {
    const twice = ['drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_refused', 'drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_given', 'signature'] as const;
    for (const on of ['2020', '2020-05', '2020-05-04']) assert.deepEqual(told(...twice.map((kind) => anAct(kind, on))), twice.map((kind) => `${kind} ${on}`));
  });

  test('with those of no date behind the ones that they stand behind', () => {
    assert.deepEqual(told(anAct('council_decision', null), anAct('entry_into_force', '2019-05-01'), anAct('signature', '2019-03-01'), anAct('publication_in_gazette', null)), ['council_decision null', 'signature 2019-03-01', 'publication_in_gazette null', 'entry_into_force 2019-05-01']);
  });

  test('each of them once, none before one that certainly came earlier, and alike however exact days were entered', () => {
    fc.assert(fc.property(anyFacts(), ({ acts }) => {
      const order = inTurn(acts);
      assert.deepEqual(order.map(({ id }) => id).toSorted(), acts.map(({ id }) => id).toSorted());
      const exact = order.filter(({ on }) => on?.earliest && on.earliest === on.latest);
      assert.ok(exact.every(({ on }, at) => at === 0 || (exact[at - 1]?.on?.earliest ?? '') <= (on?.earliest ?? '')));
      // What the standing follows from is of the same days: nothing of a later day is told before it.
      const days = actsBy(acts, '9999-12-31').filter(({ on }) => on?.earliest && on.earliest === on.latest).map(({ on }) => on?.earliest);
      assert.deepEqual(exact.map(({ on }) => on?.earliest), days);
    }));
  });
});
