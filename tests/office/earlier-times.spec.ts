import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dutyEntry, settlementEntry } from '#office/obligation/entry.ts';
import { earlierTimes } from '#office/obligation/earlier.ts';
import { layDown } from '#office/obligation/laying.ts';
import { dutiesOf } from '#office/obligation/read.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { put, text } from './search-ground.ts';

const today = '2026-11-22';
const editor = staff('editor');

describe('a recurring duty whose first time has passed when it is entered', () => {
  useEmptyDatabase();

  test('says for how many times no milestone stands, the last of them, and from when on they do', async () => {
    assert.deepEqual(await saidOf({ 'due.day': ['31'], 'due.month': ['3'], 'due.year': ['2025'] }), { count: 2, last: '2026-03-31', from: '2027-03-31' });
    assert.deepEqual(await saidOf({ 'due.day': ['31'], 'due.month': ['3'], 'due.year': ['2026'] }), { count: 1, last: '2026-03-31', from: '2027-03-31' });
    assert.deepEqual(await saidOf({ 'due.year': ['2025'] }), { count: 1, last: '2025', from: '2026' });
  });

  test('says nothing where every time has its milestone, also once the first of them has passed', async () => {
    assert.equal(await saidOf({ 'due.day': ['31'], 'due.month': ['3'], 'due.year': ['2027'] }), undefined);
    assert.equal(await saidOf({ 'due.day': ['31'], 'due.month': ['12'], 'due.year': ['2026'] }, '2027-06-01'), undefined);
    assert.equal(await saidOf({ repeats: ['once'], 'due.year': ['2020'] }), undefined);
  });

  test('says it too where no time comes any more, and not once the duty is settled', async () => {
    const typed = { 'due.day': ['1'], 'due.month': ['6'], 'due.year': ['2024'], until: ['2026-08-01'] };
    assert.deepEqual(await saidOf(typed), { count: 3, last: '2026-06-01', from: null });
    const id = await entered(typed);
    const [duty] = await dutiesOf(editor, { noun: 'agreement', id });
    accepted(await settleDuty(editor, { noun: 'agreement', id, today, entry: parsed(settlementEntry, { dutyId: [duty!.id], state: ['waived'], 'evidence.sr-Cyrl': ['Писмо'] }) }));
    assert.equal((await earlierTimes(await dutiesOf(editor, { noun: 'agreement', id }), today)).size, 0);
  });

  async function saidOf(typed: FormValues, asked = today) {
    const duties = await dutiesOf(editor, { noun: 'agreement', id: await entered(typed) });
    return (await earlierTimes(duties, asked)).get(duties[0]!.id);
  }

  /** An agreement with one duty, its milestones laid down. */
  async function entered(typed: FormValues): Promise<string> {
    const id = await put('agreement', { title: text('Споразум са обавезом') });
    accepted(await enterDuty(editor, { noun: 'agreement', id, today, entry: parsed(dutyEntry, { 'text.sr-Cyrl': ['Извештај'], repeats: ['years'], ...typed }) }));
    await layDown(today, (await dutiesOf(editor, { noun: 'agreement', id }))[0]!.id);
    return id;
  }
});
