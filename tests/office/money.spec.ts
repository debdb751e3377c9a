import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeMoney } from '#messages/numbers.ts';
import { currencies, readAmount, twoReadings } from '#office/money.ts';

test('a Serbian and an English hand write the same amount', () => {
  for (const typed of ['9.000.000,00', '9,000,000.00', '9000000', '9 000 000', '9000000,0', '9.000.000', '9,000,000', ' 9000000.00 ', '09000000']) {
    assert.deepEqual(readAmount(typed), { amount: '9000000.00' }, typed);
  }
  assert.deepEqual(readAmount('12,5'), { amount: '12.50' });
  assert.deepEqual(readAmount('0'), { amount: '0.00' });
});

test('what can be read in two ways is refused, with what was typed', () => {
  for (const typed of ['9.000', '9,000', '123.456']) {
    assert.deepEqual(readAmount(typed), { rule: 'ambiguousAmount', values: { typed } });
  }
});

test('of what reads two ways both readings are amounts, where there are two', () => {
  assert.deepEqual(twoReadings('9.000'), { many: '9000.00', few: '9.00', literal: '9.000' });
  assert.deepEqual(twoReadings(' 123,456 '), { many: '123456.00', few: null, literal: '123,456' });
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.constantFrom('.', ','), (whole, rest, mark) => {
    const typed = `${whole}${mark}${String(rest).padStart(3, '0')}`;
    const { many, few } = twoReadings(typed);
    assert.deepEqual(readAmount(many), { amount: many });
    if (few) assert.deepEqual(readAmount(few), { amount: few });
  }));
});

test('what is no amount is refused by its rule', () => {
  for (const typed of ['', 'abc', '1e5', '0.500', '1234.567', '1.234,567', '1,23,456', '1..000', '٣', '9 €', '1.000,00.00', '.5', '5.']) {
    assert.deepEqual(readAmount(typed), { rule: 'notAnAmount' }, typed);
  }
  for (const typed of ['-5', '−5']) assert.deepEqual(readAmount(typed), { rule: 'negative' });
  assert.deepEqual(readAmount('99999999999999999'), { rule: 'tooLarge', values: { max: '9999999999999999' } });
});

test('every amount that the site writes can be typed back, unless it is ambiguous', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
  fc.assert(fc.property(cents, fc.constantFrom('sr-Cyrl', 'sr-Latn', 'en'), (total, form) => {
    const amount = `${total / 100n}.${String(total % 100n).padStart(2, '0')}`;
    const typed = writeMoney({ amount, currency: 'EUR' }, form).replace(/\u00a0€$/, '');
    const read = readAmount(typed);
    if ('rule' in read) assert.match(typed, /^\d{1,3}[.,]\d{3}$/);
    else assert.equal(read.amount, amount);
  }), { numRuns: 500 });
  fc.assert(fc.property(cents, (total) => {
    const amount = `${total / 100n}.${String(total % 100n).padStart(2, '0')}`;
    assert.deepEqual(readAmount(amount), { amount });
  }));
});

test('currencies are ISO codes, the office’s own first', () => {
  assert.deepEqual(currencies.slice(0, 3), ['EUR', 'RSD', 'USD']);
  assert.equal(new Set(currencies).size, currencies.length);
  assert.ok(currencies.includes('BAM'));
  for (const code of ['', 'eur', 'EURO', 'ABC', '€']) assert.equal(currencies.includes(code), false, code);
});
