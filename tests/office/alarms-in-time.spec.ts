import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { endOfPeriod } from '#office/agreement/term.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, facts } from './agreement-facts.ts';

// The desk tells of a day for deciding so many days before it (office/desk/waiting.ts), and until no notice would help.
const near = 30;
const starts = fc.oneof(
  fc.constantFrom('1996-02-29', '2024-02-29', '2023-01-31', '2023-03-31', '2024-12-31', '2025-08-31', '2025-05-30', '2026-01-01', '2003', '2020', '2025', '2024-02', '2025-08'),
  fc.date({ min: new Date('2000-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
);
const months = fc.oneof(fc.constantFrom(1, 3, 6, 12, 24), fc.integer({ min: 0, max: 60 }));
const terms = fc.record({ termMonths: fc.oneof(fc.constantFrom(1, 12, 60), fc.integer({ min: 1, max: 60 })), renewalMonths: months, noticeMonths: fc.oneof(fc.constantFrom(0, 3, 12, 24), fc.integer({ min: 0, max: 24 })) });
const decideDays = fc.oneof(fc.constantFrom(0, 30, 365), fc.integer({ min: 0, max: 365 }));

function held(renewal: 'none' | 'express' | 'tacit', term: { termMonths: number; renewalMonths: number; noticeMonths: number }, from: string) {
  return facts({ acts: [anAct('signature', from), anAct('entry_into_force', from)], terms: { ...term, renewal, validFrom: parseFuzzyDate(from) } });
}

/** Every day within three of an edge, and one in nineteen between. */
function walked(from: string, to: string, edges: readonly string[]): string[] {
  const close = edges.flatMap((edge) => [-3, -2, -1, 0, 1, 2, 3].map((by) => addDays(edge, by)));
  const between: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 19)) between.push(day);
  return [...new Set([...close, ...between])].filter((day) => day >= from && day <= to).toSorted();
}

describe('of a term that renews itself', () => {
  test('every period that a notice still prevents is asked about, from the day for it on until the last day for the notice', () => {
    fc.assert(fc.property(terms, starts, decideDays, (term, from, days) => {
      fc.pre(term.renewalMonths > 0);
      const clock = performance.now();
      const record = held('tacit', term, from);
      const began = record.terms.validFrom!;
      const lastDays = [0, 1, 2, 3, 4, 5].map((k) => addMonths(endOfPeriod(record.terms, began, k)!.earliest!, -term.noticeMonths));
      let asked = 0;
      for (const [k, by] of lastDays.entries()) {
        const before = lastDays[k - 1];
        const first = [began.earliest!, before ? addDays(before, 1) : '', addDays(by, -days - near)].toSorted().at(-1)!;
        if (by < began.earliest!) continue;
        assert.ok(first <= by, 'at least on the last day');
        const ends = endOfPeriod(record.terms, began, k)!;
        for (const day of walked(first, by, [first, by, ends.earliest!, addDays(by, -days)])) {
          const { state, noticeBy, noticeEnds, decideBy } = standingOn(record, day, days);
          assert.deepEqual([state, noticeBy, noticeEnds, decideBy], ['in_force', by, ends.earliest, addDays(by, -days)], `${day} of the period ${k + 1}`);
          assert.ok(decideBy! <= addDays(day, near) && decideBy! >= addDays(day, -days), `the desk asks on ${day}`);
          asked += 1;
        }
        const given = { ...record, acts: [...record.acts, anAct('notice', by)] };
        assert.equal(standingOn(given, by).endsBy, ends.earliest, 'and a notice on that day ends what was said');
      }
      assert.ok(asked > 0 || lastDays.every((by) => by < began.earliest!));
      assert.ok(performance.now() - clock < 5_000);
    }), { numRuns: 250 });
  });

  test('where the notice is as long as the period, or the beginning is known to the year', () => {
    const long = held('tacit', { termMonths: 12, renewalMonths: 12, noticeMonths: 12 }, '2020-02-01');
    const on = (record: typeof long, day: string) => { const { noticeBy, noticeEnds, renewsOn } = standingOn(record, day); return [noticeBy, noticeEnds, renewsOn]; };
    assert.deepEqual(on(long, '2026-05-05'), ['2027-01-31', '2028-01-31', '2027-02-01'], 'that it renews in February no notice prevents any more');
    const vague = held('tacit', { termMonths: 12, renewalMonths: 12, noticeMonths: 3 }, '2003');
    assert.deepEqual(on(vague, '2026-09-30')[0], '2026-09-30');
    assert.deepEqual(on(vague, '2026-10-01')[0], '2027-09-30');
    const first = held('tacit', { termMonths: 60, renewalMonths: 12, noticeMonths: 24 }, '2024-01-01');
    assert.deepEqual(['2026-12-31', '2027-01-01', '2028-01-01', '2029-01-01'].map((day) => on(first, day)[0]), ['2026-12-31', '2027-12-31', '2028-12-31', '2029-12-31'], 'several of them in the long first period');
  });
});

describe('of a term that ends by itself', () => {
  test('the day for deciding can still be kept, whatever the notice and the beginning', () => {
    fc.assert(fc.property(fc.constantFrom('none' as const, 'express' as const), terms, starts, decideDays, (renewal, term, from, days) => {
      const record = held(renewal, term, from);
      const [began, end] = [record.terms.validFrom!, endOfPeriod(record.terms, record.terms.validFrom, 0)!];
      for (const day of walked(began.earliest!, end.latest!, [began.earliest!, began.latest!, end.earliest!, end.latest!])) {
        const { decideBy, noticeBy, renewsOn } = standingOn(record, day, days);
        const by = addDays(decideBy!, days);
        assert.ok(by >= began.latest! || by === end.earliest, `${by} is not over before it has begun`);
        assert.equal(renewsOn, null);
        if (noticeBy) assert.equal(noticeBy, by);
      }
    }), { numRuns: 150 });
  });

  test('a notice ends it when it has run out, and the term may be over before', () => {
    for (const renewal of ['none', 'express'] as const) {
      const record = held(renewal, { termMonths: 120, renewalMonths: 12, noticeMonths: 3 }, '2020-01-01');
      const noticed = (on: string, day: string) => { const { state, endsBy, soonIn } = standingOn({ ...record, acts: [...record.acts, anAct('notice', on)] }, day); return [state, endsBy, soonIn]; };
      assert.deepEqual(noticed('2022-01-01', '2022-02-01'), ['notice_given', '2022-04-01', 59]);
      assert.deepEqual(noticed('2022-01-01', '2023-01-01'), ['notice_given', '2022-04-01', 0], 'until its termination is entered');
      assert.deepEqual(noticed('2029-11-01', '2029-12-01'), ['notice_given', '2029-12-31', 30]);
    }
  });
});
