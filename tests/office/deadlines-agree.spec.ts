import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { belgradeToday } from '#messages/dates.ts';
import { addDays } from '#office/agreement/days.ts';
import { deadlines, deadlinesPerMonth } from '#office/agreement/deadlines.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { letRun } from '#office/agreement/let-run.ts';
import { agreementById } from '#office/agreement/read.ts';
import { agreementTable } from '#office/agreement/table.ts';
import { toDecide } from '#office/agreement/to-decide.ts';
import { alarmsOf } from '#office/agreement/watched.ts';
import { waitingOf } from '#office/desk/waiting.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { complete } from '#office/milestone/write.ts';
import { alarms } from '#office/reminder/alarms.ts';
import { settingsOf } from '#office/setting/read.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';
import { put, text } from './search-ground.ts';

const today = belgradeToday(new Date());
const editor = staff('editor');
const [most, far] = [500, addDays(today, 4_000)];

/** So many days old, of such terms; the last day for a notice lies on every side of today. */
const agreements = Array.from({ length: 36 }, (_, n) => ({
  began: addDays(today, -(20 + n * 29)), renewal: (['tacit', 'none', 'express'] as const)[n % 3], termMonths: [12, 24, 36][n % 5 % 3], renewalMonths: [1, 3, 12, 12, 24][n % 5], noticeMonths: [0, 1, 3, 6, 12, null][n % 6],
}));

describe('desk, letters, months, table and page', () => {
  useEmptyDatabase();
  let ids: string[] = [];
  before(async () => {
    ids = [];
    for (const [n, { began, ...terms }] of agreements.entries()) ids.push(await inForce(`AGREE-${n}`, began, terms));
  });

  async function choose(days: number) {
    const held = (await settingsOf(systemViewer)).find(({ key }) => key === 'decide_days');
    await changeSetting(systemViewer, { version: held?.version || undefined, entry: parsed(settingEntry, { key: ['decide_days'], value: [], days: [String(days)], reason: ['проба'] }) });
  }

  async function inTable(deadline: 'passed' | 'soon'): Promise<string[]> {
    return (await agreementTable.ids(editor, { deadline } as never, today, most)).toSorted();
  }

  /** The same of every place, by what each agreement’s own page says. */
  async function agree(days: number): Promise<{ waits: number; decided: number; passed: number }> {
    const pages = new Map<string, { day: string | null; endsBy: string | null; state: string }>();
    for (const id of ids) {
      const record = (await agreementById(editor, id, today))!;
      const said = await toDecide(record, today);
      pages.set(id, { day: record.standing.decideBy, endsBy: alarmsOf(record.standing).endsBy, state: said?.state ?? 'none' });
    }
    const waiting = [...pages].filter(([, { state }]) => state === 'waits').map(([id, { day }]) => [id, day!] as const);
    const told = (lines: readonly { id: string; day: string | null }[]) => lines.map(({ id, day }) => `${day} ${id}`).toSorted();
    const expected = (from: string, to: string) => told(waiting.filter(([, day]) => day >= from && day <= to).map(([id, day]) => ({ id, day })));
    const span = { from: addDays(today, -days), to: far };
    assert.deepEqual(told((await deadlines(editor, today, { kind: 'decide', ...span, whose: 'everybody', limit: most })).lines), expected(span.from, far), 'the deadlines');
    assert.deepEqual(told((await waitingOf(editor, today, 'decide'))?.lines ?? []), expected(span.from, addDays(today, 30)), 'the desk');
    const passed = waiting.filter(([, day]) => day < today).map(([id]) => id).toSorted();
    assert.deepEqual(await inTable('passed'), passed, 'the table');
    const ending = (await waitingOf(editor, today, 'ends'))?.lines ?? [];
    const soon = new Set([...waiting.flatMap(([id, day]) => (day >= today && day <= addDays(today, 90) ? [id] : [])), ...ending.map(({ id }) => id)]);
    assert.deepEqual(await inTable('soon'), [...soon].toSorted(), 'what nears');
    const months = (await deadlinesPerMonth(editor, today, today, far)).decide;
    assert.deepEqual([...months].toSorted(), [...Map.groupBy(waiting.filter(([, day]) => day >= today), ([, day]) => day.slice(0, 7))].map(([month, held]) => [month, held.length]).toSorted(), 'the months');
    const letters = (await alarms(editor, today, { ids })).filter(({ rule }) => rule === 'decide');
    for (const { recordId, dueOn } of letters) assert.deepEqual([pages.get(recordId)!.day, pages.get(recordId)!.state], [dueOn, 'waits'], 'the letters');
    for (const [id, day] of waiting.filter(([, one]) => one <= addDays(today, 90))) assert.ok(letters.some(({ recordId }) => recordId === id), `no letter about ${day}`);
    return { waits: waiting.length, decided: [...pages.values()].filter(({ state }) => state === 'decided').length, passed: passed.length };
  }

  test('say the same of an end known to its year, the first of whose days has passed', async () => {
    const id = await inForce('VAGUE', addDays(today, -700), { renewal: 'none', validTo: parseFuzzyDate(today.slice(0, 4)), termMonths: null });
    assert.ok((await waitingOf(editor, today, 'ends'))?.lines.some((line) => line.id === id), 'the desk');
    assert.ok((await inTable('soon')).includes(id), 'the table');
    ids.push(id);
    await agree(30);
  });

  test('tell no more of an end of which it was decided that it may come, and of one that a notice brings as what it is', async () => {
    const [decided, noticed] = [await inForce('DECIDED', addDays(today, -320)), await inForce('NOTICED', addDays(today, -320), { noticeMonths: 1 })];
    const onDesk = async () => (await waitingOf(editor, today, 'ends'))?.lines.flatMap(({ id, byNotice }) => ([decided, noticed].includes(id) ? [[id, byNotice]] : [])).toSorted();
    assert.deepEqual(await onDesk(), [[decided, false], [noticed, false]].toSorted());
    const nears = await inTable('soon');
    assert.ok(nears.includes(decided) && nears.includes(noticed));
    const given = addDays(today, -3);
    accepted(await letRun(editor, { id: decided, entry: { reason: null }, today }));
    accepted(await recordOldAct(systemViewer, { id: noticed, today, entry: parsed(oldActEntry, { kind: ['notice'], 'on.year': [given.slice(0, 4)], 'on.month': [given.slice(5, 7)], 'on.day': [given.slice(8)] }) }));
    assert.deepEqual(await onDesk(), [[noticed, true]]);
    assert.deepEqual((await inTable('soon')).filter((id) => id === decided || id === noticed), [noticed]);
    ids.push(decided, noticed);
    await agree(30);
  });

  test('say the same of whether the day to decide still waits, whatever was decided, and by how many days the office decides', async () => {
    const seen = { waits: 0, decided: 0, passed: 0 };
    const decision = fc.record({ at: fc.nat(agreements.length - 1), how: fc.constantFrom('let', 'by hand' as const), planned: fc.option(fc.integer({ min: -400, max: 3_000 }), { nil: null }), vague: fc.boolean(), ago: fc.integer({ min: 0, max: 250 }) });
    await fc.assert(fc.asyncProperty(fc.constantFrom(0, 10, 30, 90, 365), fc.array(decision, { minLength: 1, maxLength: 3 }), async (days, decisions) => {
      await choose(days);
      for (const { at, how, planned, vague, ago } of decisions) {
        const id = ids[at]!;
        if (how === 'let') { await letRun(editor, { id, entry: { reason: null }, today }); continue; }
        const due = planned === null ? null : addDays(today, planned);
        const held = await put('milestone', { title: text('Одлука о наставку'), kind: 'renewal_decision', agreementId: id, planned: due && parseFuzzyDate(vague ? due.slice(0, 7) : due) });
        accepted(await complete(editor, { id: held, today, entry: { on: parseFuzzyDate(addDays(today, -ago))!, note: null, despite: false } }));
      }
      const found = await agree(days);
      for (const key of ['waits', 'decided', 'passed'] as const) seen[key] = Math.max(seen[key], found[key]);
    }), { numRuns: 12 });
    assert.ok(seen.waits > 3 && seen.decided > 3 && seen.passed > 1, JSON.stringify(seen));
    assert.equal(await reader().$count(agreement), agreements.length + 3);
  });
});
