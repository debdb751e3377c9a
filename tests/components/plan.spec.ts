import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleOf, spanBetween, spanOf, type Lane } from '#components/milestone/plan.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';

const date = (edtf: string) => parseFuzzyDate(edtf)!;
const lane = (planned: string | null, actual: string | null): Lane => ({ id: `${planned} ${actual}`, number: 1, planned: spanOf(planned ? date(planned) : null), actual: spanOf(actual ? date(actual) : null) });

test('a date is drawn as wide as it is vague, and not at all where a side is open', () => {
  assert.deepEqual(spanOf(date('2024-05')), { from: '2024-05-01', to: '2024-05-31' });
  assert.deepEqual(spanOf(date('2024-05-02')), { from: '2024-05-02', to: '2024-05-02' });
  assert.equal(spanOf(null), null);
  assert.equal(spanOf({ edtf: '../2024', earliest: null, latest: '2024-12-31' }), null);
});

test('a term is drawn from its first possible day to its last', () => {
  assert.deepEqual(spanBetween(date('2024-03'), date('2026')), { from: '2024-03-01', to: '2026-12-31' });
  assert.equal(spanBetween(date('2024'), null), null);
  assert.equal(spanBetween(date('2026'), date('2024')), null);
});

test('the scale holds whole years, and what lies outside stays at its edge', () => {
  const scale = scaleOf([lane('2024-05', '2025-03')], 730);
  assert.ok(scale);
  assert.deepEqual(scale.ticks, [{ year: 2024, x: 0 }, { year: 2025, x: 365.5 }]);
  assert.deepEqual([scale.x('2024-01-01'), scale.x('1999-01-01'), scale.x('2030-01-01')], [0, 0, 730]);
  assert.ok(scale.x('2024-06-01') < scale.x('2025-03-01'));
});

test('a century is written in at most eight years, and nothing known is no scale', () => {
  assert.ok(scaleOf([lane('1926', '2026')], 800)!.ticks.length <= 8);
  assert.equal(scaleOf([lane(null, null)], 800), null);
});
