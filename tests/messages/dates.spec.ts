import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belgradeToday, writeDate, writeDay, writeInstant, type DateStyle } from '#messages/dates.ts';
import { writtenForms } from '#messages/local-text.ts';

function inAllForms(edtf: string, style: DateStyle): string[] {
  return writtenForms.map((form) => writeDate(edtf, form, style));
}

test('a date is written as exactly as it is known', () => {
  assert.deepEqual(inAllForms('2026-11-21', 'long'), ['21. новембар 2026.', '21. novembar 2026.', '21 November 2026']);
  assert.deepEqual(inAllForms('2007-05', 'long'), ['мај 2007.', 'maj 2007.', 'May 2007']);
  assert.deepEqual(inAllForms('2003', 'long'), ['2003.', '2003.', '2003']);
  assert.deepEqual(inAllForms('2004-06-XX', 'long'), ['јун 2004.', 'jun 2004.', 'June 2004']);
});

test('a table takes less room', () => {
  assert.deepEqual(inAllForms('2026-11-21', 'table'), ['21. 11. 2026.', '21. 11. 2026.', '21 Nov 2026']);
  assert.deepEqual(inAllForms('2007-05', 'table'), ['мај 2007.', 'maj 2007.', 'May 2007']);
});

test('after a preposition Serbian takes the genitive', () => {
  assert.deepEqual(inAllForms('2026-11-21', 'sentence'), ['21. новембра 2026.', '21. novembra 2026.', '21 November 2026']);
  assert.deepEqual(inAllForms('2007-05', 'when'), ['маја 2007.', 'maja 2007.', 'in May 2007']);
  assert.deepEqual(inAllForms('2026-11-21', 'when'), ['21. новембра 2026.', '21. novembra 2026.', 'on 21 November 2026']);
  assert.deepEqual(inAllForms('2003', 'when'), ['2003. године', '2003. godine', 'in 2003']);
});

test('what is approximate, uncertain or a decade says so', () => {
  assert.deepEqual(inAllForms('2018~', 'long'), ['око 2018.', 'oko 2018.', 'around 2018']);
  assert.deepEqual(inAllForms('2018-06~', 'table'), ['око јуна 2018.', 'oko juna 2018.', 'around June 2018']);
  assert.deepEqual(inAllForms('2018-06-12~', 'table'), ['око 12. 6. 2018.', 'oko 12. 6. 2018.', 'around 12 Jun 2018']);
  assert.deepEqual(inAllForms('2007-05?', 'long'), ['мај 2007. (није сигурно)', 'maj 2007. (nije sigurno)', 'May 2007 (uncertain)']);
  assert.deepEqual(inAllForms('201X', 'when'), ['између 2010. и 2019.', 'između 2010. i 2019.', 'between 2010 and 2019']);
});

test('a period has two ends, or says which one it has', () => {
  assert.deepEqual(inAllForms('2014/2020', 'long'), ['2014–2020.', '2014–2020.', '2014–2020']);
  assert.deepEqual(inAllForms('2014-05/2020', 'long'), ['мај 2014. – 2020.', 'maj 2014. – 2020.', 'May 2014 – 2020']);
  assert.deepEqual(inAllForms('2014-05/..', 'table'), ['од маја 2014.', 'od maja 2014.', 'from May 2014']);
  assert.deepEqual(inAllForms('../2014-05-01', 'long'), ['до 1. маја 2014.', 'do 1. maja 2014.', 'until 1 May 2014']);
});

test('all twelve months have their genitive', () => {
  const months = Array.from({ length: 12 }, (_, at) => writeDate(`2026-${String(at + 1).padStart(2, '0')}`, 'sr-Latn', 'sentence'));
  assert.equal(
    months.map((month) => month.replace(' 2026.', '')).join(' '),
    'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra',
  );
});

test('a text that is no date is a fault, not a word', () => {
  for (const text of ['', 'soon', '2023-02-30', '2023-02-29']) assert.throws(() => writeDate(text, 'en'), RangeError);
});

test('the day is the day in Belgrade, in summer and in winter, whatever the server is set to', () => {
  assert.equal(belgradeToday(new Date('2026-06-30T21:59:59Z')), '2026-06-30');
  assert.equal(belgradeToday(new Date('2026-06-30T22:00:00Z')), '2026-07-01');
  assert.equal(belgradeToday(new Date('2026-12-31T22:59:59Z')), '2026-12-31');
  assert.equal(belgradeToday(new Date('2026-12-31T23:00:00Z')), '2027-01-01');
  assert.equal(belgradeToday(new Date('2024-02-29T22:30:00Z')), '2024-02-29');
});

test('an instant is a day and an hour in Belgrade', () => {
  const instant = new Date('2026-11-21T23:29:00Z');
  assert.deepEqual(writtenForms.map((form) => writeInstant(instant, form)),
    ['22. новембар 2026. у 0.29', '22. novembar 2026. u 0.29', '22 November 2026 at 00:29']);
  assert.equal(writeDay('2026-11-22', 'sr-Cyrl', 'table'), '22. 11. 2026.');
});
