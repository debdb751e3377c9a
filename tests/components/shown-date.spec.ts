import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeDate } from '#messages/dates.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { dayInSentence, shownDate } from '#components/shown-date.ts';

test('a field promises exactly what the page will write', () => {
  const day = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true });
  fc.assert(fc.property(day, fc.constantFrom(4, 7, 10), fc.boolean(), fc.constantFrom(...writtenForms), (at, length, approximate, form) => {
    const iso = at.toISOString().slice(0, length);
    const [year = '', month = '', date = ''] = iso.split('-');
    const say = words(form, 'values');
    const shown = shownDate({ year, month, day: date, approximate }, form, { monthOf: (one) => say('monthOf', { month: one }), about: (text) => say('date.about', { date: text }) });
    assert.equal(shown, writeDate(`${iso}${approximate ? '~' : ''}`, form));
    if (date) assert.equal(dayInSentence(iso, form, (one) => say('monthOf', { month: one })), writeDate(iso, form, 'sentence'));
  }));
});

test('what is no date promises nothing', () => {
  const none = { monthOf: String, about: String };
  for (const [day, month, year] of [['30', '2', '2018'], ['1', '', '2018'], ['', '13', '2018'], ['', '', '18'], ['x', '1', '2018'], ['', '', '']] as const) {
    assert.equal(shownDate({ day, month, year, approximate: false }, 'sr-Cyrl', none), null, `${day} ${month} ${year}`);
  }
});
