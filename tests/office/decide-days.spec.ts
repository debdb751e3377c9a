import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { setting } from '#db/schema/setting.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { addDays } from '#office/agreement/days.ts';
import { deadlines, deadlinesPerMonth } from '#office/agreement/deadlines.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { usualBuffer } from '#office/agreement/standing.ts';
import * as agreements from '#office/agreement/write.ts';
import { settingNow, settingsOf } from '#office/setting/read.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith } from '../verbs.ts';

// By the real clock's day, since narrow rows are watched from the day on which they are derived.
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Belgrade' }).format(new Date());

describe('the days before a notice by which the office wants to have decided', () => {
  useFreshDatabase();
  let ids: string[] = [];
  before(async () => {
    ids = [];
    for (const [n, months] of [14, 17, 20, 26, 33].entries()) {
      const id = accepted(await agreements.draft(systemViewer, { entry: parsed(agreementEntry, {
        'title.sr-Cyrl': [`Проба рока ${n}`], type: ['cooperation_agreement'], procedure: ['other'], renewal: ['tacit'], termMonths: [String(months)], renewalMonths: ['12'], noticeMonths: ['3'], inForceRule: ['on_signature'],
      }) }));
      accepted(await recordOldAct(systemViewer, { id, today, entry: parsed(oldActEntry, { kind: ['entry_into_force'], 'on.edtf': [addDays(today, -365 - n * 13)] }) }));
      ids.push(id);
    }
  });

  async function choose(days: number) {
    const version = (await settingsOf(systemViewer)).find(({ key }) => key === 'decide_days')?.version || undefined;
    return changeSetting(systemViewer, { version, entry: parsed(settingEntry, { key: ['decide_days'], value: [], days: [String(days)], reason: ['проба'] }) });
  }

  const own = async (from: string | null, to: string) => (await deadlines(systemViewer, today, { kind: 'decide', from, to, whose: 'everybody', limit: 500, ids })).lines;

  test('whatever they are, page, desk, table and months say the last day for notice less so many, and no narrow row is written', async () => {
    const rows = () => reader().select({ id: agreementIndex.id, decideBy: agreementIndex.decideBy, writtenIn: agreementIndex.writtenIn }).from(agreementIndex).orderBy(agreementIndex.id);
    const held = await rows();
    let chosen = usualBuffer;
    const counts = async () => [...(await deadlinesPerMonth(systemViewer, today, addDays(today, -400), addDays(today, 900))).decide.values()].reduce((sum, one) => sum + one, 0);
    const inAll = await counts();
    assert.ok(inAll >= ids.length);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 365 }), fc.integer({ min: -200, max: 700 }), async (days, ahead) => {
      if (days !== chosen) accepted(await choose(days));
      chosen = days;
      const to = addDays(today, ahead);
      const standings = new Map<string, { decideBy: string | null; passed: boolean }>();
      for (const id of ids) {
        const { standing } = (await agreementById(systemViewer, id, today))!;
        assert.equal(standing.decideBy, addDays(standing.noticeBy!, -days));
        assert.equal(standing.decideByPassed, standing.decideBy! < today);
        standings.set(id, { decideBy: standing.decideBy, passed: standing.decideByPassed });
      }
      const expected = [...standings].filter(([, { decideBy }]) => decideBy! <= to).map(([id, { decideBy }]) => `${decideBy} ${id}`).toSorted();
      assert.deepEqual((await own(null, to)).map(({ day, id }) => `${day} ${id}`).toSorted(), expected);
      const passed = (await listAgreements(systemViewer, { deadline: 'passed', perPage: 100, q: 'Проба рока' }, today)).lines.map(({ id }) => id).toSorted();
      assert.deepEqual(passed, [...standings].filter(([, one]) => one.passed).map(([id]) => id).toSorted());
      assert.equal(await counts(), inAll);
    }), { numRuns: 12 });
    assert.deepEqual(await rows(), held);
  });

  test('no days, half of one, or more than a year of them are refused, and nothing is written; so is what stands already', async () => {
    accepted(await choose(45));
    const entry = (days: string) => ({ key: 'decide_days', value: false, reason: 'проба', days: days === '' ? null : Number(days) });
    await refusedWith(() => changeSetting(systemViewer, { entry: entry('') }), 422, ['days:required']);
    await refusedWith(() => choose(45), 422, ['days:sameSetting']);
    for (const days of ['366', '-1', '1.5', 'месец']) assert.throws(() => parsed(settingEntry, { key: ['decide_days'], days: [days], reason: ['проба'] }), days);
    assert.equal(await settingNow('decide_days'), 45);
    assert.equal((await reader().select().from(setting).where(eq(setting.key, 'decide_days')))[0]?.value, 45);
  });
});
