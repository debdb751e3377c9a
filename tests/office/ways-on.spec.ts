import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mayFollow, nextActs } from '#office/agreement/moves.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { alarmsOf } from '#office/agreement/watched.ts';
import { goesOn, mayRenew, waysOn } from '#office/agreement/ways-on.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, anyFacts, days, situation } from './agreement-facts.ts';

const acts = [anAct('signature', '2025-12-01'), anAct('entry_into_force', '2026-01-01')];
const year = { termMonths: 12, validFrom: parseFuzzyDate('2026-01-01'), noticeMonths: 3 } as const;
const [express, tacit, none] = [{ ...year, renewal: 'express', renewalMonths: 12 }, { ...year, renewal: 'tacit', renewalMonths: 12 }, { ...year, renewal: 'none' }] as const;

/** The ways of an agreement of these terms after these acts, on a day. */
function ways(terms: Parameters<typeof situation>[0]['terms'], more: ReturnType<typeof anAct>[] = [], on = '2026-11-20') {
  const held = situation({ acts: [...acts, ...more], terms });
  return waysOn(standingOn(held, on), nextActs(held, on)).map(({ way, acts: kinds }) => [way, ...kinds].join(' '));
}

describe('what can be done about whether an agreement goes on', () => {
  test('is what may follow now, and nothing else', () => {
    assert.deepEqual(ways(tacit), ['end notice', 'let']);
    assert.deepEqual(ways(express), ['end notice', 'renew renewal', 'let']);
    assert.deepEqual(ways({ ...express, renewalMonths: null }), ['end notice', 'let'], 'nobody knows by how much');
    assert.deepEqual(ways(none), ['end notice', 'let']);
    assert.deepEqual(ways(tacit, [anAct('notice', '2026-08-01')]), ['noticed notice_withdrawn termination', 'let']);
    assert.deepEqual(ways(none, [anAct('notice', '2026-08-01')]), ['noticed notice_withdrawn termination', 'let']);
    assert.deepEqual(ways(tacit, [anAct('suspension', '2026-08-01')]), ['paused resumption termination', 'let']);
    assert.deepEqual(ways(none, [], '2027-02-01'), ['over archiving']);
    assert.deepEqual(ways(express, [], '2027-02-01'), ['over renewal archiving'], 'that was agreed in time and is entered late');
    assert.deepEqual(ways(tacit, [], '2025-12-15'), ['over']);
  });

  test('every deadline leads to an act that can be done', () => {
    fc.assert(fc.property(anyFacts(), days(), (facts, on) => {
      const held = situation(facts);
      const standing = standingOn(held, on);
      const due = alarmsOf(standing);
      const offered = waysOn(standing, nextActs(held, on));
      for (const { acts: kinds } of offered) for (const kind of kinds) assert.ok(mayFollow(kind, held, on).every(({ rule }) => rule === 'retentionMissing' || rule === 'successorMissing'), kind);
      const renews = mayRenew({ state: standing.state, ...held.terms });
      assert.equal(renews, standing.state === 'in_force' && mayFollow('renewal', held, on).length === 0);
      if (due.decideBy || due.endsBy) assert.ok(offered.some(({ way }) => way === 'let'), standing.state);
    }), { numRuns: 1_000 });
  });

  test('it goes on by itself where it renews itself and no notice was given, and ends by itself elsewhere', () => {
    assert.deepEqual([goesOn('tacit', { endsBy: null }), goesOn('tacit', { endsBy: '2026-12-31' }), goesOn('none', { endsBy: '2026-12-31' }), goesOn('express', { endsBy: null }), goesOn(null, { endsBy: null })], [true, false, false, false, true]);
  });
});
