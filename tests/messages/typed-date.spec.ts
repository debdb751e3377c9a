import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { writeDate } from '#messages/dates.ts';
import { writtenForms } from '#messages/local-text.ts';
import { dateFault, readTypedDate } from '#messages/typed-date.ts';

const read = (text: string) => {
  const parts = readTypedDate(text);
  return parts && `${parts.year}-${parts.month}-${parts.day}${parts.approximate ? '~' : ''}`;
};

describe('a date written in one line', () => {
  test('is read as Serbian and English hands write it', () => {
    for (const text of ['12. 6. 2018.', '12.6.2018', '12.06.2018.', '2018-06-12', '12. јун 2018. године', '12. juna 2018', '12. VI 2018.', '12 June 2018', 'June 12, 2018', '12th of June 2018'.replace('th', ''), ' 12. јуна 2018. ']) {
      assert.equal(read(text), '2018-6-12', text);
    }
    for (const text of ['јун 2018', 'Јуна 2018. год.', '2018-06', '06. 2018.', '6.2018', 'June 2018']) assert.equal(read(text), '2018-6-', text);
    for (const text of ['2018', '2018.', '2018. године', '2018. г.']) assert.equal(read(text), '2018--', text);
    for (const text of ['око 2018', '2018~', 'cca 2018.', 'around 2018']) assert.equal(read(text), '2018--~', text);
    assert.equal(read('март 2003'), '2003-3-');
    assert.equal(read('maja 2007'), '2007-5-');
    assert.equal(read('13/06/2018'), '2018-6-13');
    assert.equal(read('06/13/2018'), '2018-6-13');
  });

  test('is not guessed: two days, half a date, words', () => {
    for (const text of ['06/07/2018', '12. 6.', 'јун', 'прошле године', '18. 6. 18', '20181', '', 'x'.repeat(100), '2018-06-12T10:00']) assert.equal(read(text), null, text);
  });

  test('whatever the register writes is read back', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.constantFrom(...writtenForms), fc.constantFrom('long' as const, 'sentence' as const), fc.constantFrom(4, 7, 10), (iso, form, style, length) => {
      const edtf = iso.slice(0, length);
      const [year, month = '', at = ''] = edtf.split('-').map((part) => `${Number(part)}`);
      assert.deepEqual(readTypedDate(writeDate(edtf, form, style)), { year, month, day: at, approximate: false });
    }));
  });
});

test('what is no date is told in plain words', () => {
  const fault = (day: string, month: string, year: string) => dateFault({ day, month, year, approximate: false });
  assert.deepEqual(fault('30', '2', '2023'), { rule: 'noSuchDay', values: { last: 28, month: 2, year: '2023' } });
  assert.equal(fault('29', '2', '2024'), null);
  assert.equal(fault('12', '', '2018')?.rule, 'dayWithoutMonth');
  assert.equal(fault('', '13', '2018')?.rule, 'noSuchMonth');
  assert.equal(fault('', '', '18')?.rule, 'yearInFull');
  assert.equal(fault('1', '6', '')?.rule, 'yearMissing');
  for (const fine of [fault('', '', ''), fault('1.', '6.', '2018.'), fault('', '', '2018')]) assert.equal(fine, null);
});
