import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, monthsBetween } from '#office/agreement/days.ts';
import { standingOn, usualBuffer } from '#office/agreement/standing.ts';
import { endOfPeriod, noticeBy, periodEndedBy, periodOf, periodOn } from '#office/agreement/term.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, days, facts } from './agreement-facts.ts';

const months = (min: number, max: number) => fc.integer({ min, max });
const tacitTerm = fc.record({ termMonths: months(1, 240), renewalMonths: months(1, 240), noticeMonths: months(0, 60) });
const began = (from: string) => [anAct('entry_into_force', from)];
const bounds = (day: string) => ({ earliest: day, latest: day });

describe('by when the City must have decided', () => {
  test('is the last day for notice that is next less the buffer; what renews by itself meanwhile is said', () => {
    fc.assert(fc.property(tacitTerm, days(), days(), (term, from, on) => {
      const held = facts({ acts: began(from), terms: { ...term, renewal: 'tacit', validFrom: parseFuzzyDate(from) } });
      const standing = standingOn(held, on);
      if (standing.state !== 'in_force') return;
      const { period, noticeBy: by, noticeEnds, decideBy, renewsOn, decideByPassed } = standing;
      assert.equal(by, addMonths(noticeEnds!, -term.noticeMonths));
      assert.ok(by >= on && noticeEnds! >= period!.endsOn!.earliest!, 'of the running period, or where it is too late for that, of a later one');
      assert.equal(decideBy, addDays(by!, -usualBuffer));
      assert.equal(decideByPassed, decideBy! < on);
      assert.equal(renewsOn, addDays(period!.endsOn!.earliest!, 1));
      assert.ok(period!.startsOn!.earliest! <= on && on <= period!.endsOn!.latest!, 'the running period holds its day');
    }), { numRuns: 500 });
  });

  test('a notice on its last day ends the period; a day late it binds for another term', () => {
    fc.assert(fc.property(fc.record({ termMonths: months(12, 240), renewalMonths: months(12, 240), noticeMonths: months(0, 12) }), days(), months(0, 6), (term, from, k) => {
      const terms = { ...term, renewal: 'tacit', validFrom: parseFuzzyDate(from) } as const;
      const full = { ...terms, validTo: null };
      const period = periodOf(full, bounds(from), k);
      const [last, by] = [period.endsOn!.latest!, noticeBy(full, period)!];
      if (by < from) return;
      const given = (on: string) => facts({ acts: [...began(from), anAct('notice', on)], terms });
      const ended = periodEndedBy(full, bounds(from), by)!;
      assert.ok(ended <= k);
      if (ended < k) return; // so long a notice that an earlier period took it
      assert.deepEqual([standingOn(given(by), last).state, standingOn(given(by), addDays(last, 1)).state], ['notice_given', 'expired']);
      const late = addDays(by, 1);
      assert.equal(standingOn(given(late), addDays(last, 1)).state, 'notice_given');
      const next = endOfPeriod(full, bounds(from), periodEndedBy(full, bounds(from), late)!)!.latest!;
      assert.ok(next > last);
      assert.equal(standingOn(given(late), addDays(next, 1)).state, 'expired');
    }), { numRuns: 500 });
  });
});

describe('a renewal that was agreed ahead', () => {
  const express = { termMonths: 36, renewal: 'express', renewalMonths: 36, noticeMonths: 3, validFrom: parseFuzzyDate('2024-03-01') } as const;
  const renewed = facts({ acts: [...began('2024-03-01'), anAct('renewal', '2026-06-01')], terms: express });

  test('grants the next period, which does not run before the first one is over', () => {
    const before = standingOn(renewed, '2026-11-21');
    assert.deepEqual([before.period?.number, before.sign, before.endsBy, before.noticeBy], [1, 'in_force', '2030-02-28', '2029-11-28']);
    const after = standingOn(renewed, '2027-03-01');
    assert.deepEqual([after.period?.number, after.sign, after.reason.rule], [2, 'renewed', 'renewedExpressly']);
    assert.equal(standingOn(renewed, '2030-03-01').state, 'expired');
  });

  test('never runs early and never late, however many were agreed', () => {
    fc.assert(fc.property(fc.record({ termMonths: months(1, 120), renewalMonths: months(1, 120) }), days(), months(0, 5), days(), (term, from, count, on) => {
      const terms = { ...term, renewal: 'express', noticeMonths: null, validFrom: parseFuzzyDate(from) } as const;
      const acts = [...began(from), ...Array.from({ length: count }, (_, place) => ({ ...anAct('renewal', from), id: `${place}` }))];
      const standing = standingOn(facts({ acts, terms }), on);
      const last = endOfPeriod({ ...terms, validTo: null }, bounds(from), count)!.latest!;
      if (on < from) return;
      assert.equal(standing.state, on > last ? 'expired' : 'in_force');
      if (standing.state === 'in_force') assert.ok(standing.period!.startsOn!.earliest! <= on && on <= standing.period!.endsOn!.latest!);
    }), { numRuns: 500 });
  });
});

describe('the calendar', () => {
  test('29 February and the ends of months: every period is as many whole months as was agreed, to the day before', () => {
    const leap = fc.constantFrom('1996-02-29', '2024-02-29', '2020-02-28', '2023-01-31', '2023-03-30', '2024-12-31', '2025-08-31');
    fc.assert(fc.property(leap, months(1, 60), months(0, 40), (from, renewalMonths, k) => {
      const term = { validTo: null, termMonths: renewalMonths, renewal: 'tacit', renewalMonths, noticeMonths: 1 } as const;
      const { startsOn, endsOn } = periodOf(term, bounds(from), k);
      const after = addDays(endsOn!.latest!, 1);
      assert.equal(monthsBetween(from, after), (k + 1) * renewalMonths);
      assert.ok(after.slice(8) === from.slice(8) || addDays(after, 1).endsWith('-01'), 'the same day of the month, or its last');
      assert.ok(daysBetween(startsOn!.latest!, endsOn!.latest!) >= 27);
    }), { numRuns: 500 });
  });

  test('a stated last day of 29 February renews on the last of February', () => {
    const term = { validTo: parseFuzzyDate('2024-02-29'), termMonths: null, renewal: 'tacit', renewalMonths: 12, noticeMonths: 1 } as const;
    assert.deepEqual([0, 1, 2, 3, 4].map((k) => endOfPeriod(term, null, k)?.latest), ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
  });

  test('no day is written beyond the year 9999 or before the first, and days go on sorting as text', () => {
    assert.deepEqual([addMonths('9999-06-01', 1200), addDays('9999-12-31', 1), addMonths('0001-01-31', -5), addDays('0001-01-01', -1)], ['9999-12-31', '9999-12-31', '0001-01-01', '0001-01-01']);
    assert.deepEqual([addMonths('0050-01-31', 1), addDays('0099-12-31', 1)], ['0050-02-28', '0100-01-01']);
  });
});

describe('never goes on for ever', () => {
  const year = fc.integer({ min: 1, max: 9999 }).map((one) => `${String(one).padStart(4, '0')}-02-28`);
  const wild = fc.record({
    validTo: fc.option(year.map(parseFuzzyDate), { nil: null }), termMonths: fc.option(months(0, 1200), { nil: null }),
    renewal: fc.constantFrom('tacit', 'express', 'none', null), renewalMonths: fc.option(fc.constantFrom(0, 1, 12, 1200), { nil: null }),
    noticeMonths: fc.option(fc.constantFrom(0, 1, 1200), { nil: null }),
  });

  test('with no months to renew by, with a century of them, or from the first year to the last', () => {
    fc.assert(fc.property(wild, year, year, (terms, from, on) => {
      const clock = performance.now();
      const held = facts({ acts: [anAct('entry_into_force', from), anAct('notice', on)], terms: { ...terms, validFrom: parseFuzzyDate(from) } });
      standingOn(held, on);
      const k = periodOn(terms, bounds(from), on);
      assert.ok(Number.isInteger(k) && k >= 0);
      assert.ok(performance.now() - clock < 500, `${performance.now() - clock} ms`);
    }), { numRuns: 1000 });
  });

  test('a tacit renewal by no months at all is not taken for one', () => {
    const terms = { termMonths: 12, renewal: 'tacit', renewalMonths: 0, noticeMonths: 1, validFrom: parseFuzzyDate('2020-01-01') } as const;
    const standing = standingOn(facts({ acts: [anAct('entry_into_force', '2020-01-01')], terms }), '2026-01-01');
    assert.deepEqual([standing.state, standing.reason.rule, standing.period, standing.unknown], ['in_force', 'renewalUnknown', null, ['signedOn', 'renewalMonths']]);
    assert.equal(periodEndedBy({ ...terms, validTo: null }, bounds('2020-01-01'), '2025-01-01'), null);
  });
});
