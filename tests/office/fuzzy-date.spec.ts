import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareFuzzy, fromParts, fuzzyIsAfter, noParts, parseFuzzyDate, toParts, type FuzzyDate } from '#office/fuzzy-date.ts';

const bounds: Record<string, [string | null, string | null]> = {
  '2003': ['2003-01-01', '2003-12-31'],
  '2007-05': ['2007-05-01', '2007-05-31'],
  '2024-02': ['2024-02-01', '2024-02-29'],
  '2018-06-12': ['2018-06-12', '2018-06-12'],
  '2018~': ['2018-01-01', '2018-12-31'],
  '2007-05?': ['2007-05-01', '2007-05-31'],
  '2018%': ['2018-01-01', '2018-12-31'],
  '201X': ['2010-01-01', '2019-12-31'],
  '19XX': ['1900-01-01', '1999-12-31'],
  '2004-XX': ['2004-01-01', '2004-12-31'],
  '2014/2020': ['2014-01-01', '2020-12-31'],
  '2014/..': ['2014-01-01', null],
  '2014/': ['2014-01-01', null],
  '../2014-05': [null, '2014-05-31'],
};

test('a date carries the first and the last day that it may mean', () => {
  for (const [edtf, [earliest, latest]] of Object.entries(bounds)) {
    assert.deepEqual(parseFuzzyDate(edtf), { edtf, earliest, latest });
  }
});

test('what is no date of EDTF level 0 or 1 in our years is refused', () => {
  for (const text of [
    '', 'abc', '2023-02-30', '2023-02-29', '2018-13', '2018-00', '2018-6-1', '12.6.2018', '0999', '3000', '2XXX', 'Y17000', '-0005',
    '2018-21', '2018-06-12T10:00:00Z', '{2018,2019}', '2020/2014', '../..', '2023-02-29/2024', '1500-02-29', '2018-XX-12', '9'.repeat(10_000),
  ]) assert.equal(parseFuzzyDate(text), null, text.slice(0, 30));
});

const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('every calendar day is a date, whole, by month and by year, and its fields read back the same', () => {
  fc.assert(fc.property(day, fc.constantFrom(4, 7, 10), fc.boolean(), (iso, length, approximate) => {
    const date = parseFuzzyDate(iso.slice(0, length) + (approximate ? '~' : ''));
    assert.ok(date?.earliest && date.latest);
    assert.ok(date.earliest <= iso && iso <= date.latest);
    const parts = toParts(date);
    assert.ok(parts);
    assert.equal(parts.approximate, approximate);
    assert.deepEqual(fromParts(parts), date);
  }));
});

test('a form says a date in three fields, or that it knows none', () => {
  const parts = (d: string, m: string, y: string, approximate = false) => ({ day: d, month: m, year: y, approximate });
  assert.equal(fromParts(parts('1.', '6', ' 2018 '))?.edtf, '2018-06-01');
  assert.equal(fromParts(parts('', '5', '2007', true))?.edtf, '2007-05~');
  assert.equal(fromParts(parts('', '', '2003'))?.edtf, '2003');
  for (const wrong of [
    parts('30', '2', '2023'), parts('3', '', '2023'), parts('', '13', '2023'), parts('0', '1', '2023'), parts('', '6', ''), parts('', '', '18'),
    parts('x', '1', '2023'), parts('', '', ''),
  ]) assert.equal(fromParts(wrong), null, JSON.stringify(wrong));
  assert.ok(noParts(parts('', ' ', '')));
  assert.equal(noParts(parts('', '6', '')), false);
});

test('three fields cannot hold a period, a decade or a doubt', () => {
  for (const edtf of ['2014/2020', '201X', '2007-05?']) assert.equal(toParts(parseFuzzyDate(edtf) as FuzzyDate), null, edtf);
});

test('order goes by the earliest day, then the latest, the unknown last', () => {
  const dates = ['2007', '2007-01', '2003', '2007-05', '../2003'].map(parseFuzzyDate);
  const order = [...dates, null].toSorted(compareFuzzy).map((date) => date?.edtf ?? null);
  assert.deepEqual(order, ['2003', '2007-01', '2007', '2007-05', '../2003', null]);
});

test('a date is after today only if its earliest day is', () => {
  const isAfter = (edtf: string, today: string) => fuzzyIsAfter(parseFuzzyDate(edtf) as FuzzyDate, today);
  assert.equal(isAfter('2027', '2026-12-31'), true);
  assert.equal(isAfter('2026', '2026-11-21'), false);
  assert.equal(isAfter('2026-11-21', '2026-11-21'), false);
  assert.equal(isAfter('../2030', '2026-11-21'), false);
});
