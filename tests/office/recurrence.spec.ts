import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addMonths } from '#office/agreement/days.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { occurrenceAfter, occurrences, recurs } from '#office/recurrence.ts';

const always = { from: '0001-01-01', to: '9999-12-31' };
const days = (rule: string, first: string, to = '2031-12-31') => occurrences(rule, parseFuzzyDate(first), { from: '0001-01-01', to }).map(({ day }) => day);
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));

describe('when a duty falls due again', () => {
  test('a month that lacks the day takes its last one, and the next month the day again', () => {
    assert.deepEqual(days('FREQ=YEARLY', '2024-02-29', '2029-01-01'), ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
    assert.deepEqual(days('FREQ=MONTHLY', '2026-01-31', '2026-05-31'), ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    assert.deepEqual(days('FREQ=MONTHLY;INTERVAL=3', '2026-11-30', '2027-08-30'), ['2026-11-30', '2027-02-28', '2027-05-30', '2027-08-30']);
  });

  test('each time is as exact as the first', () => {
    const told = occurrences('FREQ=YEARLY;INTERVAL=2', parseFuzzyDate('2024-03'), { from: '2025-01-01', to: '2028-12-31' });
    assert.deepEqual(told.map(({ planned }) => planned), [parseFuzzyDate('2026-03'), parseFuzzyDate('2028-03')]);
    assert.deepEqual(days('FREQ=YEARLY', '2030'), ['2030-01-01', '2031-01-01']);
  });

  test('a time known to its year or month is not over before its last day', () => {
    const from = { from: '2026-11-22', to: '2027-12-31' };
    const times = (rule: string, first: string) => occurrences(rule, parseFuzzyDate(first), from).map(({ planned }) => planned.edtf);
    assert.deepEqual(times('FREQ=YEARLY', '2026'), ['2026', '2027']);
    assert.deepEqual(times('FREQ=MONTHLY;INTERVAL=6', '2026-11'), ['2026-11', '2027-05', '2027-11']);
    assert.deepEqual(times('FREQ=YEARLY', '2026-11-21'), ['2027-11-21']);
  });

  test('days and weeks need a day, and come for decades', () => {
    for (const rule of ['FREQ=WEEKLY', 'FREQ=DAILY']) assert.equal(recurs(rule, parseFuzzyDate('2026-12')), false, rule);
    assert.deepEqual(occurrences('FREQ=DAILY', parseFuzzyDate('2015-01-01'), { from: '2026-11-22', to: '2026-11-23' }).map(({ planned }) => planned.edtf), ['2026-11-22', '2026-11-23']);
    assert.equal(occurrenceAfter('FREQ=WEEKLY', parseFuzzyDate('1985-01-07'), '2026-11-22')?.day, '2026-11-23');
  });

  test('an end and a count hold; a rule of weekdays is read too', () => {
    assert.deepEqual(days('FREQ=YEARLY;UNTIL=20280331', '2026-03-31'), ['2026-03-31', '2027-03-31', '2028-03-31']);
    assert.deepEqual(days('FREQ=YEARLY;UNTIL=20280330', '2026-03-31'), ['2026-03-31', '2027-03-31']);
    assert.deepEqual(days('FREQ=YEARLY;COUNT=2', '2026-03-31'), ['2026-03-31', '2027-03-31']);
    assert.deepEqual(days('FREQ=MONTHLY;BYDAY=-1FR', '2026-10-30', '2026-12-31'), ['2026-10-30', '2026-11-27', '2026-12-25']);
  });

  test('what cannot be reckoned gives nothing, and comes to an end', () => {
    for (const rule of ['', 'nonsense', 'FREQ=', 'FREQ=SECONDLY', 'FREQ=YEARLY;INTERVAL=-1;BYDAY=99XX']) assert.deepEqual(days(rule, '2026-01-01', '2026-01-01').slice(1), [], rule);
    for (const [rule, first] of [['FREQ=MONTHLY', '2026'], ['FREQ=YEARLY', '2014/2020'], ['FREQ=YEARLY', '201X']] as const) assert.equal(recurs(rule, parseFuzzyDate(first)), false);
    assert.equal(recurs('FREQ=YEARLY', null), false);
    assert.ok(days('FREQ=MONTHLY;INTERVAL=0', '2026-01-31', '9999-12-31').length > 0);
    assert.deepEqual(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', '9999-12-31'), []);
  });

  test('by so many months it is the arithmetic of terms, from the first time and never from the one before', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), (first, every, times) => {
      const expected = Array.from({ length: times + 1 }, (_, at) => addMonths(first, at * every));
      const to = expected.at(-1) ?? first;
      assert.deepEqual(days(`FREQ=MONTHLY;INTERVAL=${every}`, first, to), expected);
      if (every <= 5) assert.deepEqual(days(`FREQ=YEARLY;INTERVAL=${every}`, first, addMonths(first, times * every * 12)), expected.map((_, at) => addMonths(first, at * every * 12)));
    }));
  });

  test('the next one is the first after the day; days rise and none comes twice', () => {
    fc.assert(fc.property(day, day, fc.integer({ min: 1, max: 24 }), (first, asked, every) => {
      const rule = `FREQ=MONTHLY;INTERVAL=${every}`;
      const all = days(rule, first, addMonths(asked > first ? asked : first, every + 1));
      assert.deepEqual(all, [...new Set(all)].toSorted());
      assert.equal(occurrenceAfter(rule, parseFuzzyDate(first), asked)?.day, all.find((one) => one > asked));
      assert.ok(occurrences(rule, parseFuzzyDate(first), { ...always, to: asked }).every((one) => one.day <= asked));
    }), { numRuns: 50 });
  });
});
