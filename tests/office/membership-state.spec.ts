import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { accessionOf, arrange, faultsOf, nextActs, stateOn, type DatedAct } from '#office/membership/membership.ts';

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

  test('any life lived by the acts that follow has no fault, never leaves its end, and is the same however it is shuffled', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 14 }), fc.infiniteStream(fc.nat()), (choices, shuffle) => {
      const acts: DatedAct[] = [];
      for (const [place, choice] of choices.entries()) {
        const next = nextActs(acts, today);
        const kind = next[choice % Math.max(1, next.length)];
        if (!kind) {
          assert.equal(stateOn(acts, today), 'ended');
          break;
        }
        acts.push({ kind, on: on(`${1990 + place}`) });
        assert.deepEqual(faultsOf(acts), []);
      }
      const shuffled = acts.map((act) => ({ act, key: shuffle.next().value })).toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ act }) => act);
      assert.equal(stateOn(shuffled, today), stateOn(acts, today));
      assert.deepEqual(arrange(shuffled), arrange(acts));
    }));
  });

  test('what follows is the next move of its life and nothing else', () => {
    const after = (...kinds: DatedAct['kind'][]) => nextActs(kinds.map((kind, place) => ({ kind, on: on(`${2000 + place}`) })), today);
    assert.deepEqual(after(), ['considered']);
    assert.deepEqual(after('considered'), ['decided']);
    assert.deepEqual(after('decided'), ['applied']);
    assert.deepEqual(after('applied'), ['joined']);
    assert.deepEqual(after('joined'), ['suspended', 'withdrawal_decided']);
    assert.deepEqual(after('joined', 'suspended'), ['resumed', 'withdrawal_decided']);
    assert.deepEqual(after('joined', 'suspended', 'resumed'), ['suspended', 'withdrawal_decided']);
    assert.deepEqual(after('joined', 'withdrawal_decided'), ['ended']);
    assert.deepEqual(after('joined', 'withdrawal_decided', 'ended'), []);
  });

  test('an earlier act that was found since has its place, its second has none', () => {
    const acts: DatedAct[] = [{ kind: 'joined', on: on('2007-05') }];
    assert.deepEqual(faultsOf([...acts, { kind: 'decided', on: on('2009') }]), [{ at: 0, rule: 'actOutOfOrder' }]);
    assert.deepEqual(faultsOf([...acts, { kind: 'decided', on: on('2007') }]), []);
    assert.deepEqual(faultsOf([...acts, { kind: 'joined', on: null }]), [{ at: 1, rule: 'actTwice' }]);
    assert.deepEqual(faultsOf([...acts, { kind: 'resumed', on: null }]), [{ at: 1, rule: 'actOutOfTurn' }]);
    assert.deepEqual(accessionOf(acts).map(({ state }) => state), ['gap', 'gap', 'gap', 'done']);
  });
});
