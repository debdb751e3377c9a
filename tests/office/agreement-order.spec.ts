import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Act, ActKind, Terms } from '#office/agreement/agreement.ts';
import { mayFollow } from '#office/agreement/moves.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, facts, situation } from './agreement-facts.ts';

const today = '2026-11-21';
const stateOf = (acts: readonly Act[], terms: Partial<Terms> = {}) => standingOn(facts({ acts, terms }), today).state;

describe('an act whose date is not exact', () => {
  test('stays where it stands well, and what begins something is moved behind nothing', () => {
    const entered = anAct('entry_into_force', '2004-05-01');
    const tacit = { validFrom: parseFuzzyDate('2004-05-01'), termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 } as const;
    assert.equal(stateOf([entered, anAct('notice_withdrawn', '2015-09-10'), anAct('notice', '2015')], tacit), 'in_force');
    assert.equal(stateOf([entered, anAct('resumption', '2015-09-10'), anAct('suspension', '2015')]), 'in_force');
    assert.equal(stateOf([anAct('council_decision', '2025-11-02'), anAct('consent_given', '2026-06-01'), anAct('drafting_started', '2026')], { procedure: 'foreign_city' }), 'consent_given');
    const twice = [entered, anAct('suspension', '2014-03-01'), anAct('suspension', '2015-09-10')];
    assert.equal(stateOf([...twice, anAct('resumption', '2015')]), 'suspended', 'it ended the pause before');
    assert.equal(stateOf([...twice, anAct('resumption', '2014-06-01'), anAct('resumption', '2015')]), 'in_force');
  });

  test('keeps its standing where all were laid as they came in, under the first day that each date allows, and that was a way which the law knows', () => {
    fc.assert(fc.property(laidWay(), ({ way, laid, terms }) => {
      const undated = way.map((act) => ({ ...act, on: null }));
      assert.equal(stateOf(laid, terms), stateOf(undated, terms), way.map(({ id }) => id).join(', '));
    }), { numRuns: 3_000 });
  });
});

/** Each under another first day, so that these alone put them in order however they were laid. */
const dates = ['2022', '2022-02-01', '2022-05', '2022-08-01', '2023', '2023-03', '2023-05-10', '2023-08-01', '2024', '2024-03-01', '2024-05', '2024-08-01', '2025', '2025-08-01'];

const preparing: readonly ActKind[] = ['drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_refused', 'consent_given'];
const living: readonly ActKind[] = ['suspension', 'resumption', 'notice', 'notice_withdrawn', 'amendment'];

/** A way of acts, each of which may follow the ones before it, and the same acts as they came in. */
function laidWay() {
  const steps = fc.tuple(fc.boolean(), fc.subarray(dates, { minLength: 3, maxLength: 10 }), fc.array(fc.nat(), { minLength: 10, maxLength: 10 }));
  return steps.chain(([isLiving, on, turns]) => {
    const terms = { procedure: 'foreign_city' } as const;
    const way: Act[] = isLiving ? [anAct('entry_into_force', '2020-01-01')] : [];
    for (const [place, day] of on.entries()) {
      const open = (isLiving ? living : preparing).filter((kind) => mayFollow(kind, situation({ acts: way.map((act) => ({ ...act, on: null })), terms }), today).every(({ rule }) => rule !== 'actNotPossible'));
      const kind = open[(turns[place] ?? 0) % open.length];
      if (kind) way.push(anAct(kind, day));
    }
    return fc.shuffledSubarray(way, { minLength: way.length, maxLength: way.length }).map((laid) => ({ way, laid, terms }));
  });
}
