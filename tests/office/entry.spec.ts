import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { oddLetters, withMended } from '#office/entry/odd-letters.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { count, fuzzyDate, localText, money, requiredLine, requiredLocalText, rowsOf, ticks, wholeNumber } from '#office/entry/pieces.ts';
import type { FormValues } from '#office/outcome.ts';

const schema = z.strictObject({ title: requiredLocalText(20), lines: rowsOf(z.strictObject({ name: requiredLine(10), on: fuzzyDate })), on: fuzzyDate, money, months: wholeNumber({ min: 1, max: 99 }), kinds: ticks(['a', 'b']) });
const good = { 'title.sr-Cyrl': ['Наслов'] };

function issues(values: Record<string, string[]>) {
  const parsed = parseEntry(schema, values);
  return parsed.ok ? [] : parsed.issues.map(({ field, rule }) => `${field} ${rule}`);
}

describe('an entry', () => {
  test('a count is read with either mark for thousands; what is no whole number is refused where it stands', () => {
    const counted = z.strictObject({ members: count });
    for (const typed of ['1000', '1.000', '1,000', '1 000']) {
      const parsed = parseEntry(counted, { 'members.value': [typed] });
      assert.deepEqual(parsed.ok && parsed.entry, { members: { qualifier: 'exact', value: 1000, unit: null, asOf: null } }, typed);
    }
    const wrong = parseEntry(counted, { 'members.value': ['1,5'] });
    assert.deepEqual(wrong.ok ? [] : wrong.issues, [{ field: 'members.value', rule: 'notANumber', values: {} }]);
  });

  test('what was left blank is null, never an empty string', () => {
    const parsed = parseEntry(schema, good);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.entry, { title: { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'Наслов', state: 'draft' } }, lines: [], on: null, money: null, months: null, kinds: [] });
  });

  test('blank and removed rows do not count, and an issue points at the row that was typed into', () => {
    const values = {
      ...good, 'lines.rows': ['4'], 'lines.0.name': [''], 'lines.1.name': ['први'], 'lines.2.name': ['други'], 'lines.2.remove': ['on'],
      'lines.3.name': ['предугачко име'], 'lines.3.on.year': ['0'],
    };
    assert.deepEqual(issues(values), ['lines.3.name tooLong', 'lines.3.on.year yearInFull']);
    const parsed = parseEntry(schema, { ...values, 'lines.3.name': ['трећи'], 'lines.3.on.year': ['2003'] });
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.entry.lines.map(({ name }) => name), ['први', 'трећи']);
    assert.equal(parsed.onForm('lines.1.name'), 'lines.3.name');
    assert.equal(parsed.onForm('title.en'), 'title.en');
  });

  test('says the rule of every wrong field at once', () => {
    assert.deepEqual(issues({
      'on.day': ['30'], 'on.month': ['2'], 'on.year': ['2023'], 'money.amount': ['9.000'], 'money.currency': ['EUR'], months: ['x'], kinds: ['a', 'z'],
    }).toSorted(), ['kinds notAChoice', 'money.amount ambiguousAmount', 'money.scope scopeMissing', 'months notANumber', 'on.year noSuchDay', 'title.sr-Cyrl required']);
  });

  test('refuses what turns text round and fields that the form does not have; odd letters are only warned of', () => {
    assert.deepEqual(issues({ 'title.sr-Cyrl': ['Нас\u202eлов'] }), ['title.sr-Cyrl controlCharacters']);
    assert.deepEqual(issues({ ...good, 'title.sr-Cyrl': ['Hас\u200Bлов'] }), []);
    const told = (opened: FormValues | null) => oddLetters({ 'title.sr-Cyrl': ['Hас\u200Bлов'], 'title.state.en': ['draft'], 'title.en': ['Title'] }, opened).map(({ field, rule }) => `${field} ${rule}`);
    assert.deepEqual(told(null), ['title.sr-Cyrl mixedLetters', 'title.sr-Cyrl unseenSigns']);
    assert.deepEqual(told({ 'title.sr-Cyrl': ['Hас\u200Bлов'] }), [], 'it stood so before');
    assert.deepEqual(withMended({ 'title.sr-Cyrl': ['Hас\u200Bлов'], 'note': ['Hас'] }, 'title.sr-Cyrl'), { 'title.sr-Cyrl': ['Наслов'], note: ['Hас'] });
    assert.deepEqual(withMended({ note: ['Hас'] }, 'note'), { note: ['Hас'] });
    assert.deepEqual(issues({ ...good, publication: ['published'] }), [' unknownField']);
    assert.deepEqual(issues({ ...good, '__proto__.x': ['1'], 'constructor.prototype.y': ['1'] }), []);
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  test('reads a whole date in one box, an unknown one by its tick, and not both', () => {
    const on = (values: Record<string, string[]>) => {
      const parsed = parseEntry(z.strictObject({ on: fuzzyDate }), values);
      return parsed.ok ? parsed.entry.on?.edtf ?? null : parsed.issues.map(({ field, rule }) => `${field} ${rule}`).join();
    };
    assert.equal(on({ 'on.year': ['12. 6. 2018.'] }), '2018-06-12');
    assert.equal(on({ 'on.day': ['јун 2018'], 'on.approximate': ['on'] }), '2018-06~');
    assert.equal(on({ 'on.unknown': ['on'] }), null);
    assert.equal(on({ 'on.unknown': ['on'], 'on.edtf': ['2014/2020'] }), null);
    assert.equal(on({ 'on.edtf': ['2014/2020'] }), '2014/2020');
    assert.equal(on({ 'on.unknown': ['on'], 'on.year': ['2018'] }), 'on.year knownAndUnknown');
    assert.equal(on({ 'on.year': ['06/07/2018'] }), 'on.year yearInFull');
    assert.equal(on({ 'on.year': ['30. 2. 2018.'] }), 'on.year noSuchDay');
    assert.equal(on({ 'on.month': ['6'] }), 'on.year yearMissing');
    assert.equal(on({ 'on.year': ['2018'], 'on.approximate': ['on'] }), '2018~');
  });

  test('keeps text in one normal form and a name that exists in Latin only', () => {
    const typed = localText(20).parse({ 'sr-Latn': 'GTZ\u030c ', origin: 'sr-Latn' });
    assert.deepEqual(typed, { origin: 'sr-Latn', 'sr-Latn': { text: 'GTŽ', state: 'draft' } });
    assert.equal(localText(20).parse({}), null);
  });

  test('refuses a state and an original form that nobody offered, and takes nothing else instead of them', () => {
    const typed = { 'sr-Cyrl': 'Наслов', en: 'Title' };
    const faults = (more: object) => localText(20).safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join('.'));
    assert.deepEqual(faults({ state: { en: 'publish\0ed' } }), ['state.en']);
    assert.deepEqual(faults({ origin: 'sr-Glag' }), ['origin']);
    assert.equal(localText(20).parse({ ...typed, state: { en: 'checked', 'sr-Cyrl': '' } })?.en?.state, 'checked');
    assert.equal(localText(20).parse({ ...typed, state: { 'sr-Cyrl': 'missing' } })?.['sr-Cyrl']?.state, 'draft');
  });
});
