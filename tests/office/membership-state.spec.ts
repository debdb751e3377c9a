import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { accessionOf, arrange, faultsOf, membershipActKinds, possibleActs, stateOn, type DatedAct } from '#office/membership/membership.ts';

const today = '2026-03-01';

function on(edtf: string) {
  const date = parseFuzzyDate(edtf);
  assert.ok(date, edtf);
  return date;
}

describe('the state of a membership', () => {
  test('follows from the furthest act, in whatever order the acts were found', () => {
    assert.equal(stateOn([], today), 'unknown');
    assert.equal(stateOn([{ kind: 'joined', on: on('2007-05') }, { kind: 'decided', on: null }], today), 'active');
    assert.equal(stateOn([{ kind: 'joined', on: null }, { kind: 'suspended', on: null }, { kind: 'resumed', on: null }], today), 'active');
    assert.equal(stateOn([{ kind: 'resumed', on: on('2011') }, { kind: 'joined', on: null }, { kind: 'suspended', on: on('2010') }], today), 'active');
    assert.equal(stateOn([{ kind: 'joined', on: null }, { kind: 'withdrawal_decided', on: null }], today), 'withdrawal_decided');
  });

  test('an act of a later day has not happened; an end takes effect on its latest day', () => {
    const acts: DatedAct[] = [{ kind: 'joined', on: null }, { kind: 'withdrawal_decided', on: on('2026-01-10') }, { kind: 'ended', on: on('2026-06') }];
    assert.equal(stateOn(acts, '2026-01-09'), 'active');
    assert.equal(stateOn(acts, '2026-01-10'), 'withdrawal_decided');
    assert.equal(stateOn(acts, '2026-06-29'), 'withdrawal_decided');
    assert.equal(stateOn(acts, '2026-06-30'), 'ended');
  });

  test('any life lived by possible acts has no fault, never leaves its end, and is the same however it is shuffled', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 14 }), fc.infiniteStream(fc.nat()), (choices, shuffle) => {
      const acts: DatedAct[] = [];
      for (const [place, choice] of choices.entries()) {
        const possible = possibleActs(acts, today);
        const kind = possible[choice % Math.max(1, possible.length)];
        if (!kind) {
          assert.equal(stateOn(acts, today), 'ended');
          assert.ok(acts.length >= membershipActKinds.length - 2, 'every act that comes once was found before nothing is left');
          break;
        }
        acts.push({ kind, on: isAhead(acts, kind) ? on(`${1990 + place}`) : null });
        assert.deepEqual(faultsOf(acts), []);
      }
      const shuffled = acts.map((act) => ({ act, key: shuffle.next().value })).toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ act }) => act);
      assert.equal(stateOn(shuffled, today), stateOn(acts, today));
      assert.deepEqual(arrange(shuffled), arrange(acts));
    }));
  });

  test('an earlier act that was found since may be recorded, its second may not', () => {
    const acts: DatedAct[] = [{ kind: 'joined', on: on('2007-05') }];
    assert.deepEqual(possibleActs(acts, today), ['considered', 'decided', 'applied', 'suspended', 'withdrawal_decided']);
    assert.deepEqual(possibleActs([{ kind: 'considered', on: null }], today), ['decided']);
    assert.deepEqual(faultsOf([...acts, { kind: 'decided', on: on('2009') }]), [{ at: 0, rule: 'actOutOfOrder' }]);
    assert.deepEqual(faultsOf([...acts, { kind: 'decided', on: on('2007') }]), []);
    assert.deepEqual(faultsOf([...acts, { kind: 'joined', on: null }]), [{ at: 1, rule: 'actTwice' }]);
    assert.deepEqual(faultsOf([...acts, { kind: 'resumed', on: null }]), [{ at: 1, rule: 'actOutOfTurn' }]);
    assert.deepEqual(accessionOf(acts).map(({ state }) => state), ['gap', 'gap', 'gap', 'done']);
  });
});

/** Whether the act goes on from the furthest one; an earlier one that was found since has no date here. */
function isAhead(acts: readonly DatedAct[], kind: DatedAct['kind']): boolean {
  const stage = (one: DatedAct['kind']) => membershipActKinds.indexOf(one === 'resumed' ? 'suspended' : one);
  return acts.every((act) => stage(act.kind) <= stage(kind));
}
