import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { local } from '#messages/local-text.ts';
import { soughtRecords } from '#office/find/sought.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
import { put, text } from './search-ground.ts';

useEmptyDatabase();
const editor = staff('editor');
const ids: Record<string, string> = {};
const published = { publication: 'published' };

/** What stands in the field afterwards, or the issue that it gets. */
async function found(words: string, { what = 'organisation', id = '', was = '', viewer = editor } = {}) {
  const typed = { 'parties.0.organisationId': [id], [`seek.${what}.parties.0.organisationId`]: [words], 'was.parties.0.organisationId': [was], side: ['us'] };
  const { fields, issues } = await soughtRecords(viewer, typed, 'sr-Cyrl');
  assert.deepEqual(Object.keys(fields).toSorted(), ['parties.0.organisationId', 'side'], 'what the picker carries never reaches the entry');
  const [issue] = issues;
  if (issue) return `${issue.field} ${issue.rule} ${issue.values?.records ?? ''}`.trim();
  const value = fields['parties.0.organisationId']?.[0] ?? '';
  return Object.entries(ids).find(([, held]) => value === held || value.endsWith(`:${held}`))?.[0] ?? value;
}

describe('a record that was typed', () => {
  before(async () => {
    ids.lille = await put('organisation', { code: 'ORG-1', name: local({ sr: 'Лил', en: 'Lille' }), ...published });
    ids.lilleRegion = await put('organisation', { code: 'ORG-2', name: text('Лилска област'), ...published });
    ids.one = await put('organisation', { code: 'ORG-3', name: text('Пирот'), ...published });
    ids.two = await put('organisation', { code: 'ORG-4', name: text('Пирот'), ...published });
    ids.usaid = await put('organisation', { code: 'ORG-5', name: text('Агенција за развој (УСАИД)'), ...published });
    ids.hidden = await put('organisation', { code: 'ORG-6', name: text('Тајна') });
    ids.agreement = await put('agreement', { code: 'AGR-1', title: text('Споразум са Лилом') });
  });

  test('is found by its name in any form and script, and by its code', async () => {
    for (const words of ['Лил', 'lil', 'LILLE', 'ORG-1', 'org-1', 'Лил (ORG-1)', ' Лил ']) assert.equal(await found(words), 'lille', words);
    assert.equal(await found('лилска'), 'lilleRegion', 'the only one that answers');
    assert.equal(await found('Агенција за развој (УСАИД)'), 'usaid');
    assert.equal(await found('Споразум са Лилом (AGR-1)', { what: 'record' }), 'agreement');
  });

  test('must be one: several are named with their codes, none is said to be none', async () => {
    assert.equal(await found('Пирот'), 'parties.0.organisationId severalRecords Пирот (ORG-4); Пирот (ORG-3)');
    assert.equal(await found('Пирот (ORG-3)'), 'one');
    assert.equal(await found('Атлантида'), 'parties.0.organisationId noSuchRecord');
    assert.equal(await found('лилска лилска лилска лилска лилска лилска лилска лилска и још нешто'), 'parties.0.organisationId noSuchRecord', 'words beyond those that are looked for');
  });

  test('stays what it was where its words were not touched, and goes where they were emptied', async () => {
    assert.equal(await found('Пирот', { id: ids.two, was: `${ids.two} Пирот` }), 'two');
    assert.equal(await found('запис који не можете да видите', { id: ids.hidden, was: `${ids.hidden} запис који не можете да видите` }), 'hidden');
    assert.equal(await found('', { id: ids.two, was: `${ids.two} Пирот` }), '');
    assert.equal(await found('Лил', { id: ids.two, was: `${ids.two} Пирот` }), 'lille');
    assert.equal(await found(''), '');
  });

  test('is none that the viewer may not see', async () => {
    assert.equal(await found('Тајна', { viewer: staff('contributor') }), 'parties.0.organisationId noSuchRecord');
    assert.equal(await found('ORG-6', { viewer: staff('contributor') }), 'parties.0.organisationId noSuchRecord');
    assert.equal(await found('ORG-6'), 'hidden');
  });
});
