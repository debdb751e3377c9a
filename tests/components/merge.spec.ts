import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differs, merged, openedIn } from '#components/merge.ts';

const opened = { title: ['Стари назив'], note: ['напомена\nу два реда'], type: ['a'] };

test('what was not touched here takes the other’s value, what was typed here stays', () => {
  const typed = { title: ['Мој назив'], note: ['напомена\r\nу два реда'], type: ['a'] };
  const theirs = { title: ['Њихов назив'], note: ['њихова напомена'], type: ['a'] };
  assert.deepEqual(merged(opened, typed, theirs), { title: ['Мој назив'], note: ['њихова напомена'], type: ['a'] });
});

test('a field that only was posted, as the request id, stays as posted', () => {
  assert.deepEqual(merged({}, { request: ['r'] }, {}), { request: ['r'] });
});

test('an emptied tick is a change of one’s own', () => {
  assert.deepEqual(merged({ sdgs: ['1'] }, {}, { sdgs: ['1', '2'] }).sdgs, []);
});

test('a field differs if any part under its name does; line ends and blanks are no difference', () => {
  assert.equal(differs('date', { 'date.year': ['2018'] }, { 'date.year': ['2019'] }), true);
  assert.equal(differs('note', { note: ['a\r\nb'] }, { note: ['a\nb'] }), false);
  assert.equal(differs('note', { note: [''] }, {}), false);
});

test('what the form was opened with comes back with it; what a stranger writes there counts for nothing', () => {
  assert.deepEqual(openedIn({ opened: [JSON.stringify(opened)], title: ['x'] }), opened);
  for (const written of ['', 'null', '[', '"a"', '{"a":"b"}', '{"a":[1]}', '{"a":null}', '7']) assert.equal(openedIn({ opened: [written] }), null, written);
  assert.equal(openedIn({}), null);
  assert.equal(openedIn(null), null);
});
