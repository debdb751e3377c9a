import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FormValues } from '#office/outcome.ts';
import { changedFields, differs, merge, openedIn, withPicks } from '#components/merge.ts';

const opened = { title: ['Стари назив'], note: ['напомена\nу два реда'], type: ['a'] };
const merged = (...forms: Parameters<typeof merge>) => merge(...forms).values;

/** What the form holds after the merge, and what the other saved. */
function inDispute(...forms: Parameters<typeof merge>): [values: FormValues, theirs: FormValues] {
  const { values, theirs } = merge(...forms);
  return [values, theirs];
}

/** A list under `parties`: each row an id, an organisation and a role; a blank id is left out. */
function parties(...given: readonly (readonly [id: string, organisation: string, role: string, ...more: string[]])[]): FormValues {
  return Object.assign({ 'parties.rows': [String(given.length)] }, ...given.map(([id, organisation, role, remove], at) => ({
    ...(id ? { [`parties.${at}.id`]: [id] } : {}), [`parties.${at}.organisation`]: [organisation], [`parties.${at}.role`]: [role],
    ...(remove ? { [`parties.${at}.remove`]: ['on'] } : {}),
  })));
}

/** The same read back: organisation and role of each row, „−“ where it is to be removed, and the id in brackets. */
function rows(values: FormValues): string[] {
  return Array.from({ length: Number(values['parties.rows']?.[0] ?? 0) }, (_, at) => {
    const of = (part: string) => values[`parties.${at}.${part}`]?.[0] ?? '';
    return `${of('remove') ? '−' : ''}${of('organisation')} ${of('role')}${of('id') ? ` (${of('id')})` : ''}`;
  });
}

test('what was not touched here takes the other’s value, what was typed here stays', () => {
  const typed = { title: ['Мој назив'], note: ['напомена\r\nу два реда'], type: ['a'] };
  const theirs = { title: ['Њихов назив'], note: ['њихова напомена'], type: ['a'] };
  const both = merge(opened, typed, theirs);
  assert.deepEqual(both.values, { title: ['Мој назив'], note: ['њихова напомена'], type: ['a'] });
  assert.deepEqual(both.taken, ['note']);
});

test('what only this form changed is not asked about; a text that both changed stands beside the other’s in all its languages', () => {
  const text = (cyrillic: string, english: string, website: string) => ({ 'note.sr-Cyrl': [cyrillic], 'note.en': [english], website: [website] });
  const forms = inDispute(text('а', 'a', ''), text('б', 'b', 'https://primer.rs'), text('в', 'a', ''));
  assert.deepEqual(['note', 'website'].map((field) => differs(field, ...forms)), [true, false]);
  assert.deepEqual(forms[1]['note.en'], ['a']);
});

test('a field that only was posted, as the request id, stays as posted', () => {
  assert.deepEqual(merged({}, { request: ['r'] }, {}), { request: ['r'] });
});

test('an emptied tick is a change of one’s own', () => {
  assert.deepEqual(merged({ sdgs: ['1'] }, {}, { sdgs: ['1', '2'] }).sdgs, []);
});

test('what a control posts though nobody chose it is no change of one’s own', () => {
  const typed = { 'title.en': [''], 'title.state.en': ['draft'], 'title.origin': ['sr-Cyrl'], 'money.certainty': ['stated'] };
  const theirs = { 'title.en': ['Charter'], 'title.state.en': ['checked'], 'title.origin': ['sr-Latn'] };
  const both = merged({}, typed, theirs);
  assert.deepEqual([both['title.en'], both['title.state.en'], both['title.origin']], [['Charter'], ['checked'], ['sr-Latn']]);
});

test('half of one date and half of another make no third; a wording keeps its state, and the other language merges by itself', () => {
  const date = (day: string, year: string) => ({ 'on.day': [day], 'on.year': [year] });
  assert.deepEqual(merged(date('1', '2018'), date('2', '2018'), date('1', '2019')), date('2', '2018'));
  const text = (cyrillic: string, english: string, state: string) => ({ 'title.sr-Cyrl': [cyrillic], 'title.en': [english], 'title.state.en': [state] });
  assert.deepEqual(merged(text('а', 'a', 'draft'), text('б', 'a', 'draft'), text('а', 'b', 'checked')), text('б', 'b', 'checked'));
});

describe('a list', () => {
  const three = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'witness']);

  test('merges row by row and field by field, whatever order the other saved it in', () => {
    const typed = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'witness'], ['3', 'Глазгов', 'witness']);
    const theirs = parties(['3', 'Глазгов', 'witness'], ['2', 'Солун', 'signatory'], ['1', 'Ниш', 'signatory']);
    const both = merge(three, typed, theirs);
    assert.deepEqual(rows(both.values), ['Ниш signatory (1)', 'Солун witness (2)', 'Глазгов witness (3)']);
    // Only what both changed is to be decided.
    assert.equal(differs('parties.1.role', both.values, both.theirs), false);
    assert.equal(differs('parties.1.role', ...inDispute(three, typed, parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'funder'], ['3', 'Глазгов', 'witness']))), true);
    assert.equal(differs('parties.0', both.values, both.theirs) || differs('parties.1.organisation', both.values, both.theirs), false);
    assert.deepEqual(both.taken, ['parties.1.organisation']);
  });

  test('a row that was moved here is the same row', () => {
    const typed = parties(['3', 'Глазгов', 'witness'], ['1', 'Ниш', 'signatory'], ['2', 'Сер', 'witness']);
    assert.deepEqual(rows(merged(three, typed, parties(['1', 'Ниш', 'funder'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'witness']))),
      ['Ниш funder (1)', 'Сер witness (2)', 'Глазгов witness (3)']);
  });

  test('rows that each of the two added both stand, and one that both added stands once', () => {
    const typed = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'witness'], ['', 'Марибор', 'witness'], ['', 'Кошице', 'witness']);
    const theirs = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'witness'], ['4', 'Кошице', 'witness'], ['5', 'Беч', 'witness']);
    const both = merge(three, typed, theirs);
    assert.deepEqual(rows(both.values).slice(3), ['Кошице witness (4)', 'Беч witness (5)', 'Марибор witness']);
    assert.deepEqual(both.lists.parties, { added: 1, removed: 0, lost: 0 });
    assert.equal(differs('parties', both.values, both.theirs), false);
  });

  test('a row that the other took out goes where it was not touched here, and stays where it was, as a new one', () => {
    const theirs = parties(['1', 'Ниш', 'signatory']);
    const typed = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'witness'], ['3', 'Глазгов', 'witness']);
    const both = merge(three, typed, theirs);
    assert.deepEqual(rows(both.values), ['Ниш signatory (1)', 'Сер witness']);
    assert.deepEqual(both.lists.parties, { added: 0, removed: 1, lost: 1 });
  });

  test('a row taken out here stays marked; where the other changed it meanwhile, it shows his text and is told of', () => {
    const typed = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory', 'on'], ['3', 'Глазгов', 'witness', 'on']);
    const theirs = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'signatory']);
    const both = merge(three, typed, theirs);
    assert.deepEqual(rows(both.values), ['Ниш signatory (1)', '−Сер signatory (2)', '−Глазгов signatory (3)']);
    assert.equal(both.lists.parties?.lost, 1);
  });

  test('rows without ids are known by what they hold; a changed one by its order', () => {
    const list = (...names: string[]) => parties(...names.map((name) => ['', name, 'r'] as const));
    assert.deepEqual(rows(merged(list('а', 'б', 'в'), list('а', 'б1', 'в'), list('в', 'а', 'б'))), ['а r', 'б1 r', 'в r']);
    const both = merge(list('а', 'б'), list('а1', 'б'), list('а2', 'б'));
    assert.deepEqual([rows(both.values), differs('parties.0.organisation', both.values, both.theirs)], [['а1 r', 'б r'], true]);
    assert.deepEqual(rows(merged(list('а', 'б'), list('а', 'б', 'г'), list('б'))), ['б r', 'г r']);
  });

  test('blank rows are nothing, on either side', () => {
    assert.deepEqual(rows(merged(parties(), parties(['', '', '']), parties())), []);
    assert.deepEqual(rows(merged(three, parties(['1', 'Ниш', 'signatory'], ['2', '', ''], ['3', 'Глазгов', 'witness']), three)), ['Ниш signatory (1)', 'Глазгов witness (3)']);
  });

  test('merged twice it loses nothing: what was added here survives the next conflict too', () => {
    const typed = parties(['1', 'Ниш', 'signatory'], ['2', 'Сер', 'signatory'], ['3', 'Глазгов', 'witness'], ['', 'Марибор', 'witness']);
    const first = merge(three, typed, parties(['3', 'Глазгов', 'signatory'], ['1', 'Ниш', 'signatory']));
    const second = merge(first.base, first.values, parties(['1', 'Ниш', 'witness'], ['3', 'Глазгов', 'signatory']));
    assert.deepEqual(rows(second.values), ['Ниш witness (1)', 'Глазгов signatory (3)', 'Марибор witness']);
  });

  test('a list of single values merges too; thousands of rows that nobody sent take no time', () => {
    const countries = (...codes: string[]): FormValues => Object.assign({ 'countries.rows': [String(codes.length)] }, ...codes.map((code, at) => ({ [`countries.${at}`]: [code] })));
    const both = merged(countries('RS', 'BG'), countries('RS', 'BG', 'MK'), countries('BG', 'RS', 'GR'));
    assert.deepEqual(Object.entries(both).filter(([name]) => !name.endsWith('rows')).map(([, [code]]) => code), ['RS', 'BG', 'GR', 'MK']);
    assert.deepEqual(merged({}, { 'parties.rows': ['1000000000'] }, {})['parties.rows'], ['0']);
  });
});

test('a field differs if any part under its name does; line ends and blanks are no difference', () => {
  assert.equal(differs('date', { 'date.year': ['2018'] }, { 'date.year': ['2019'] }), true);
  assert.equal(differs('note', { note: ['a\r\nb'] }, { note: ['a\nb'] }), false);
  assert.equal(differs('note', { note: [''] }, {}), false);
});

test('the fields that were changed are named once, and nothing that a form carries unseen is among them', () => {
  const typed = { 'title.en': ['x'], 'title.sr-Cyrl': ['y'], 'parties.0.role': ['z'], 'parties.rows': ['4'], version: ['2'], request: ['r'], holder: ['h'], 'note.state.en': ['draft'] };
  assert.deepEqual(changedFields({ version: ['1'] }, typed), ['title', 'parties']);
  assert.deepEqual(changedFields({}, { ...typed, known: ['a1', ''], dutyId: ['d1'] }, ['dutyId']), ['title', 'parties'], 'the acts that a form knows of, and what this one carries');
});

test('a picker differs by the words that are sought in it, and by nothing where it stands as it was drawn', () => {
  const drawn = { 'parties.0.organisationId': ['7'], 'was.parties.0.organisationId': ['7 Бања Лука'], 'seek.organisation.parties.0.organisationId': ['Бања Лука'], 'was.parentId': [''], 'seek.agreement.parentId': [''], 'parties.0.role': ['x'] };
  assert.deepEqual(changedFields({ 'parties.0.organisationId': ['7'], 'parties.0.role': ['x'] }, drawn), []);
  assert.deepEqual(changedFields({ 'parties.0.organisationId': ['7'], 'parties.0.role': ['x'] }, { ...drawn, 'seek.agreement.parentId': ['NI-SPO'] }), ['parentId']);
});

test('without scripts a radio says that the other’s text is to stand, and the form carries it', () => {
  const typed = { title: ['моје'], 'on.year': ['2018'], 'on.day': ['1'], note: ['моја'], 'pick.title': ['mine'], 'pick.on': ['theirs'], opened: [JSON.stringify({ title: ['њихово'], 'on.year': ['2019'], note: ['њихова'] })] };
  const { opened: _opened, ...chosen } = withPicks(typed);
  assert.deepEqual(chosen, { title: ['моје'], 'on.year': ['2019'], note: ['моја'] });
  assert.deepEqual(withPicks({ title: ['a'] }), { title: ['a'] });
  assert.deepEqual(withPicks({ title: ['a'], 'pick.title': ['theirs'] }), {});
});

test('what the form was opened with comes back with it; what a stranger writes there counts for nothing', () => {
  assert.deepEqual(openedIn({ opened: [JSON.stringify(opened)], title: ['x'] }), opened);
  for (const written of ['', 'null', '[', '"a"', '{"a":"b"}', '{"a":[1]}', '{"a":null}', '7']) assert.equal(openedIn({ opened: [written] }), null, written);
  assert.equal(openedIn({}), null);
  assert.equal(openedIn(null), null);
});
