import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { endOfPeriod, noticeBy, periodEndedBy, periodOf, periodOn } from '#office/agreement/term.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, days, facts } from './agreement-facts.ts';

const today = '2026-11-21';

describe('the running period', () => {
  const tacit = { validFrom: parseFuzzyDate('2024-03-01'), termMonths: 36, renewal: 'tacit', renewalMonths: 36, noticeMonths: 3 } as const;
  const held = [anAct('signature', '2023-12-14'), anAct('entry_into_force', '2024-03-01')];

  test('of the design’s agreement ends on 28 February 2027 and asks for a decision by 29 October 2026', () => {
    const standing = standingOn(facts({ acts: held, terms: tacit }), today);
    assert.deepEqual(
      [standing.state, standing.period?.endsOn?.latest, standing.noticeBy, standing.decideBy, standing.decideByPassed, standing.renewsOn],
      ['in_force', '2027-02-28', '2026-11-28', '2026-10-29', true, '2027-03-01'],
    );
  });

  test('goes over into the second, which is in force under the sign of renewal', () => {
    const standing = standingOn(facts({ acts: held, terms: tacit }), '2027-03-01');
    assert.deepEqual([standing.state, standing.sign, standing.period?.number, standing.reason.rule], ['in_force', 'renewed', 2, 'renewedTacitly']);
    assert.deepEqual(standing.period?.startsOn, { earliest: '2027-03-01', latest: '2027-03-01' });
  });

  test('ends after a notice in time; a notice a day late binds for another term', () => {
    const inTime = facts({ acts: [...held, anAct('notice', '2026-11-28')], terms: tacit });
    assert.deepEqual([standingOn(inTime, '2027-02-28').state, standingOn(inTime, '2027-02-28').endsBy], ['notice_given', '2027-02-28']);
    assert.deepEqual([standingOn(inTime, '2027-03-01').state, standingOn(inTime, '2027-03-01').reason.rule], ['expired', 'endedByNotice']);
    const late = facts({ acts: [...held, anAct('notice', '2026-11-29')], terms: tacit });
    assert.deepEqual([standingOn(late, '2027-03-01').state, standingOn(late, '2027-03-01').endsBy], ['notice_given', '2030-02-28']);
    assert.equal(standingOn(late, '2030-03-01').state, 'expired');
  });

  test('a withdrawn notice ends nothing', () => {
    const acts = [...held, anAct('notice', '2026-11-01'), anAct('notice_withdrawn', '2026-11-10')];
    assert.equal(standingOn(facts({ acts, terms: tacit }), '2027-03-01').state, 'in_force');
  });

  test('without renewal, or with an express one that did not come, it expires by the clock', () => {
    for (const renewal of ['none', 'express'] as const) {
      const terms = { ...tacit, renewal };
      assert.equal(standingOn(facts({ acts: held, terms }), '2027-02-28').state, 'in_force', renewal);
      assert.equal(standingOn(facts({ acts: held, terms }), '2027-02-28').soonIn, 0);
      assert.equal(standingOn(facts({ acts: held, terms }), '2027-03-01').state, 'expired', renewal);
    }
    const renewed = standingOn(facts({ acts: [...held, anAct('renewal', '2027-01-15')], terms: { ...tacit, renewal: 'express' } }), '2027-03-01');
    assert.deepEqual([renewed.state, renewed.period?.number, renewed.endsBy], ['in_force', 2, '2030-02-28']);
  });

  test('where nobody knows whether it was renewed, it is not called expired', () => {
    const standing = standingOn(facts({ acts: held, terms: { ...tacit, renewal: null } }), '2027-03-01');
    assert.deepEqual([standing.state, standing.reason.rule, standing.period], ['in_force', 'renewalUnknown', null]);
    assert.ok(standing.unknown.includes('renewal'));
  });

  test('of a year known to the year alone expires by its latest day and alarms by its earliest', () => {
    const terms = { ...tacit, validFrom: parseFuzzyDate('2024'), renewal: 'none' } as const;
    const acts = [anAct('entry_into_force', '2024')];
    const standing = standingOn(facts({ acts, terms }), '2027-06-01');
    assert.deepEqual([standing.state, standing.endsBy], ['in_force', '2026-12-31']);
    assert.equal(standingOn(facts({ acts, terms }), '2027-12-31').state, 'expired');
  });

  test('that began on 29 February or on the 31st never skips or shifts a month', () => {
    const start = { earliest: '2024-02-29', latest: '2024-02-29' };
    const yearly = { validTo: null, termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 1 } as const;
    assert.deepEqual([0, 1, 2, 3].map((k) => endOfPeriod(yearly, start, k)?.latest), ['2025-02-27', '2026-02-27', '2027-02-27', '2028-02-28']);
    const monthly = { ...yearly, termMonths: 1, renewalMonths: 1 };
    assert.deepEqual([0, 1, 2].map((k) => endOfPeriod(monthly, { earliest: '2023-01-31', latest: '2023-01-31' }, k)?.latest), ['2023-02-27', '2023-03-30', '2023-04-29']);
  });

  test('a life ends with its act, and the act that ended it is the reason', () => {
    for (const [kind, state] of [['termination', 'terminated'], ['completion', 'completed'], ['replacement', 'replaced']] as const) {
      const standing = standingOn(facts({ acts: [...held, anAct(kind, '2025')], terms: tacit }), today);
      assert.deepEqual([standing.state, standing.reason.act?.kind, standing.decideBy], [state, kind, null]);
      assert.equal(standingOn(facts({ acts: [...held, anAct(kind, '2025'), anAct('archiving', '2026')], terms: tacit }), today).state, 'archived');
    }
  });
});

describe('for all terms', () => {
  const day = days();
  const start = day.map((one) => ({ earliest: one, latest: one }));
  const renewing = fc.record({
    validTo: fc.constant(null), termMonths: fc.integer({ min: 1, max: 240 }), renewal: fc.constant('tacit' as const),
    renewalMonths: fc.integer({ min: 1, max: 240 }), noticeMonths: fc.integer({ min: 0, max: 60 }),
  });

  test('periods follow one another without a gap or an overlap', () => {
    fc.assert(fc.property(renewing, start, fc.integer({ min: 1, max: 40 }), (term, from, k) => {
      const [before, after] = [periodOf(term, from, k - 1), periodOf(term, from, k)];
      assert.equal(addDays(before.endsOn!.latest!, 1), after.startsOn!.latest);
      assert.ok(before.endsOn!.latest! < after.endsOn!.latest!);
    }));
  });

  test('the running period holds its day', () => {
    fc.assert(fc.property(renewing, start, day, (term, from, on) => {
      const period = periodOf(term, from, periodOn(term, from, on));
      assert.ok(period.endsOn!.latest! >= on);
      if (period.number > 1) assert.ok(period.startsOn!.latest! <= on);
    }));
  });

  test('a notice ends the first period that it is in time for, and a day later the next one', () => {
    fc.assert(fc.property(renewing, start, fc.integer({ min: 0, max: 20 }), (term, from, k) => {
      const by = noticeBy(term, periodOf(term, from, k))!;
      const [inTime, late] = [periodEndedBy(term, from, by)!, periodEndedBy(term, from, addDays(by, 1))!];
      assert.ok(inTime <= k);
      assert.ok(late > inTime || noticeBy(term, periodOf(term, from, inTime))! > by);
      assert.ok(addDays(by, 1) <= noticeBy(term, periodOf(term, from, late))!);
    }));
  });

  test('a month later is in the next month, on the same day or on its last', () => {
    fc.assert(fc.property(day, fc.integer({ min: -300, max: 300 }), (from, count) => {
      const moved = addMonths(from, count);
      const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
      assert.equal(Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7)), year * 12 + month + count);
      assert.ok(moved.slice(8) === from.slice(8) || (moved.slice(8) < from.slice(8) && addDays(moved, 1).endsWith('-01')));
    }));
  });
});
