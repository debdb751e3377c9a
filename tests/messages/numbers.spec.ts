import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenForms } from '#messages/local-text.ts';
import { countries, countryCodes, countryName, languageName } from '#messages/names.ts';
import { writeMoney, writeNumber } from '#messages/numbers.ts';

const noBreak = '\u00a0';

test('money is written with the sign behind it', () => {
  assert.deepEqual(
    writtenForms.map((form) => writeMoney({ amount: '9000000.00', currency: 'EUR' }, form)),
    [`9.000.000${noBreak}€`, `9.000.000${noBreak}€`, `9,000,000${noBreak}€`],
  );
  assert.equal(writeMoney({ amount: '1234.50', currency: 'RSD' }, 'sr-Cyrl'), `1.234,50${noBreak}RSD`);
});

test('no cent is lost at the edge of numeric(18,2)', () => {
  assert.equal(writeMoney({ amount: '9999999999999999.99', currency: 'EUR' }, 'en'), `9,999,999,999,999,999.99${noBreak}€`);
});

test('a dollar says whose it is, unless it is that of the United States', () => {
  assert.equal(writeMoney({ amount: '1.00', currency: 'USD' }, 'sr-Latn'), `1${noBreak}$`);
  assert.equal(writeMoney({ amount: '1.00', currency: 'CAD' }, 'sr-Latn'), `1${noBreak}CA$`);
});

test('thousands are grouped after each form', () => {
  assert.deepEqual(writtenForms.map((form) => writeNumber(1000, form)), ['1.000', '1.000', '1,000']);
});

test('countries are those of ISO 3166-1, in the order of the alphabet', () => {
  assert.equal(countryCodes.length, 249);
  for (const code of ['RS', 'BG', 'SE', 'TR', 'US', 'DE']) assert.ok(countryCodes.includes(code), code);
  for (const code of ['YU', 'SU', 'EU', 'XK', 'ZZ', 'UK']) assert.equal(countryCodes.includes(code), false, code);
  const names = (form: 'sr-Cyrl' | 'sr-Latn') => countries(form).map(({ name }) => name);
  const azbuka = names('sr-Cyrl');
  assert.ok(azbuka.indexOf('Чиле') < azbuka.indexOf('Џибути') && azbuka.indexOf('Џибути') < azbuka.indexOf('Шведска'));
  const abeceda = names('sr-Latn');
  assert.ok(abeceda.indexOf('Crna Gora') < abeceda.indexOf('Čile') && abeceda.indexOf('Čile') < abeceda.indexOf('Danska'));
  assert.equal(countryName('SE', 'sr-Cyrl'), 'Шведска');
  assert.equal(languageName('de', 'sr-Latn'), 'nemački');
});
