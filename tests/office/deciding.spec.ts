import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { change as ledger } from '#db/schema/ledger.ts';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { deadlines, type DeadlineKind } from '#office/agreement/deadlines.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { agreementById } from '#office/agreement/read.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { letRun } from '#office/agreement/let-run.ts';
import { complete } from '#office/milestone/write.ts';
import { alarms } from '#office/reminder/alarms.ts';
import { undo } from '#office/undoing.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';
import { put, set, text } from './search-ground.ts';

useEmptyDatabase();

const today = belgradeToday(new Date());
const editor = staff('editor');
const contributor = staff('contributor');
const entry = { reason: null };

/** Whether the desk asks on this day, by the record and then by its narrow row. */
async function asks(id: string, kind: DeadlineKind, on: string): Promise<boolean> {
  const span = kind === 'decide' ? { from: addDays(on, -30), to: addDays(on, 30) } : { from: null, to: addDays(on, 90) };
  const told = async () => (await deadlines(editor, on, { kind, ...span, whose: 'everybody', limit: 100, ids: [id] })).total > 0;
  const reckoned = await told();
  await deriveStale(on);
  assert.equal(await told(), reckoned, `${kind} on ${on}: the narrow row says otherwise than the record`);
  return reckoned;
}

const standing = async (id: string, on: string) => (await agreementById(systemViewer, id, on))!.standing;
const tacit = (renewalMonths: number, noticeMonths: number) => ({ renewal: 'tacit', renewalMonths, noticeMonths, termMonths: renewalMonths });

async function record(id: string, kind: string, on: string): Promise<void> {
  const held = await reader().select({ kind: agreementAct.kind, on: agreementAct.on }).from(agreementAct).where(eq(agreementAct.agreementId, id)).orderBy(agreementAct.position);
  accepted(await change(systemViewer, { action: 'agreement.recordAct', table: agreement, id }, async (pen) => {
    await pen.revise(agreement, {});
    await pen.replaceParts(agreementAct, agreementAct.agreementId, [...held, { kind, on: parseFuzzyDate(on) }]);
  }));
}

/** A milestone of the agreement that an editor completes today, as a recurring duty lays it or somebody begins it. */
async function completed(agreementId: string, planned: string | null, title: string): Promise<string> {
  const held = await put('milestone', { title: text(title), kind: 'renewal_decision', agreementId, planned: planned === null ? null : parseFuzzyDate(planned) });
  accepted(await complete(editor, { id: held, today, entry: { on: parseFuzzyDate(today)!, note: null, despite: false } }));
  return held;
}

describe('a decision that an agreement goes on', () => {
  for (const [renewalMonths, noticeMonths] of [[1, 0], [1, 1], [3, 1], [6, 3], [12, 6], [12, 12], [24, 3]] as const) {
    test(`is about one period and no other: renewals of ${renewalMonths} months, notices of ${noticeMonths}`, async () => {
      const id = await inForce(`R-${renewalMonths}-${noticeMonths}`, '2027-01-31', tacit(renewalMonths, noticeMonths));
      let on = addMonths('2027-01-31', noticeMonths);
      for (const point of ['first', 'middle', 'last'] as const) {
        const by = (await standing(id, on)).noticeBy!;
        const first = [on, addDays(by, -60)].toSorted().at(-1)!;
        const half = addDays(first, Math.floor((Date.parse(by) - Date.parse(first)) / 86_400_000 / 2));
        const day = { first, middle: half, last: by }[point];
        for (const before of [first, half, by].filter((one) => one <= day)) assert.ok(await asks(id, 'decide', before), `asked on ${before}, the ${point} time until ${by}`);
        accepted(await letRun(editor, { id, entry, today: day }));
        for (const after of [day, half, by].filter((one) => one >= day)) assert.ok(!await asks(id, 'decide', after), `decided on ${day}, not asked on ${after}`);
        on = addDays(by, 1);
        const next = (await standing(id, on)).noticeBy!;
        assert.ok(next > by);
        for (const later of [[on, addDays(next, -60)].toSorted().at(-1)!, addDays(next, -1), next]) assert.ok(later < on || await asks(id, 'decide', later), `asked about the next on ${later}`);
      }
    });
  }

  test('is one only where somebody entered it who may: no draft of a contributor, and none that was struck, undone, merged away or withdrawn', async () => {
    const id = await inForce('WHOSE', addMonths(addDays(today, 41), -9), tacit(12, 3));
    const by = (await standing(id, today)).noticeBy!;
    const asked = () => asks(id, 'decide', today);
    const mine = async (viewer: Staff, values: object) => accepted(await change(viewer, { action: 'milestone.draft', table: milestone }, (pen) =>
      pen.draft(milestone, { code: `M-${Math.random()}`, slug: `m-${Math.random()}`, title: text('Одлука'), kind: 'renewal_decision', agreementId: id, ...values })));
    const day = parseFuzzyDate(today);
    await mine(contributor, { planned: day, actual: day, isPublic: false, progress: 100 });
    const drafted = await mine(contributor, { planned: parseFuzzyDate(by), actual: day });
    assert.ok(await asked());
    await set('milestone', drafted, { actual: null });
    accepted(await complete(editor, { id: drafted, today, entry: { on: day, note: null, despite: false } }));
    assert.ok(!await asked(), 'an editor completed it');
    await set('milestone', drafted, { mergedIntoId: await put('milestone', { title: text('Друга') }) });
    assert.ok(await asked(), 'merged away');

    const run = accepted(await letRun(editor, { id, entry, today }));
    assert.ok(!await asked());
    assert.ok((await alarms(editor, today, { ids: [id] })).every(({ rule }) => rule !== 'decide'), 'and nobody is reminded');
    await set('milestone', run, { publication: 'withdrawn' });
    assert.ok(await asked());
    await set('milestone', run, { publication: 'draft' });
    assert.ok(!await asked());
    accepted(await change(systemViewer, { action: 'milestone.revise', table: milestone, id: run }, async (pen) => {
      await pen.revise(milestone, {});
      await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, [{ kind: 'done', on: day }, { kind: 'cancelled', on: day }]);
    }));
    assert.ok(await asked(), 'struck');

    const again = accepted(await letRun(editor, { id, entry, today }));
    assert.ok(!await asked());
    const [last] = await reader().select({ seq: ledger.seq, action: ledger.action }).from(ledger).where(eq(ledger.recordId, again)).orderBy(desc(ledger.seq)).limit(1);
    assert.equal(last?.action, 'milestone.complete');
    accepted(await undo(editor, 'milestone', { id: again, seq: last.seq }));
    assert.ok(await asked(), 'undone');
    const [row] = await reader().select({ planned: milestone.planned, actual: milestone.actual }).from(milestone).where(eq(milestone.id, again));
    assert.deepEqual([row?.planned?.edtf, row?.actual], [by, null]);
  });

  test('that names no day, as whoever enters it by hand and shows it, is about the coming day for a while', async () => {
    const id = await inForce('OLDER', addMonths(addDays(today, 41), -9), tacit(12, 3));
    const day = parseFuzzyDate(addDays(today, -100));
    const old = await put('milestone', { title: text('Одлука о сарадњи'), kind: 'renewal_decision', agreementId: id, planned: day, actual: day, isPublic: false, progress: 100 });
    assert.ok(await asks(id, 'decide', today), 'anybody’s draft');
    await set('milestone', old, { title: text('Одлука да се споразум OLDER настави') });
    assert.ok(await asks(id, 'decide', today), 'words of a draft decide nothing');
    await set('milestone', old, { publication: 'published' });
    assert.ok(!await asks(id, 'decide', today));
    assert.ok(await asks(id, 'decide', addMonths(today, 12)), 'and no longer a year later');
  });

  test('that was completed by hand is about the coming day, whatever it was planned for', async () => {
    const id = await inForce('BYHAND', addMonths(addDays(today, 41), -9), tacit(12, 3));
    const by = (await standing(id, today)).noticeBy!;
    for (const planned of [null, addDays(by, -30), addDays(today, -3)]) {
      assert.ok(await asks(id, 'decide', today), `planned for ${planned}`);
      const held = await completed(id, planned, 'Одлука о наставку');
      assert.ok(!await asks(id, 'decide', today), `planned for ${planned}`);
      assert.ok(await asks(id, 'decide', addMonths(today, 12)), 'and no longer a year later');
      await set('milestone', held, { publication: 'withdrawn' });
    }
  });

  test('is asked for anew where the terms move the day, and is refused of what is not in force', async () => {
    const id = await inForce('MOVED', addMonths(addDays(today, 41), -9), tacit(12, 3));
    accepted(await letRun(editor, { id, entry, today }));
    await set('agreement', id, { noticeMonths: 2 });
    assert.ok(await asks(id, 'decide', addDays(today, 20)));
    await record(id, 'termination', today);
    await refusedWith(() => letRun(editor, { id, entry, today }), 422, [':actNotPossible']);
    await refusedWith(() => letRun(contributor, { id, entry, today }), 422, [':notAllowed']);
  });
});

describe('a decision that an agreement may end', () => {
  test('settles its end and the day for deciding, until the end is another', async () => {
    const id = await inForce('FIXED', addDays(addMonths(today, -12), 21));
    assert.deepEqual([await asks(id, 'ends', today), await asks(id, 'decide', today)], [true, true]);
    const held = accepted(await letRun(editor, { id, entry: { reason: 'Посао је завршен.' }, today }));
    assert.deepEqual([await asks(id, 'ends', today), await asks(id, 'decide', today)], [false, false]);
    const [row] = await reader().select({ title: milestone.title, planned: milestone.planned }).from(milestone).where(eq(milestone.id, held));
    assert.deepEqual([row?.title?.['sr-Cyrl']?.text, row?.planned?.edtf], ['Одлука да споразум FIXED истекне', (await standing(id, today)).endsBy]);
    await set('milestone', held, { title: text('Споразум истиче'), planned: parseFuzzyDate(addDays(today, -30)) });
    assert.deepEqual([await asks(id, 'ends', today), await asks(id, 'decide', today)], [false, false], 'neither other words nor another plan make it another decision');
    await set('agreement', id, { termMonths: 13 });
    assert.ok(await asks(id, 'ends', today), 'it was prolonged');
  });

  test('is none that it goes on, nor one of which nobody can say what was decided', async () => {
    const unknown = await inForce('CORRECTED', addDays(addMonths(today, -12), 21), { renewal: null });
    accepted(await letRun(editor, { id: unknown, entry, today }));
    await set('agreement', unknown, { renewal: 'none' });
    assert.ok(await asks(unknown, 'ends', today), 'it was to go on, and now it ends by itself');
    accepted(await letRun(editor, { id: unknown, entry, today }));
    assert.ok(!await asks(unknown, 'ends', today));

    const express = await inForce('RENEWAL', addDays(addMonths(today, -12), 21), { renewal: 'express', renewalMonths: 12 });
    for (const planned of [(await standing(express, today)).endsBy, addMonths(today, 12).slice(0, 4)]) await completed(express, planned, 'Одлука о обнови');
    assert.deepEqual([await asks(express, 'ends', today), await asks(express, 'decide', today)], [true, false]);
  });

  test('counts where a notice is dated to the year or not at all, and where the one that came after it was withdrawn', async () => {
    for (const acts of [[['notice', today.slice(0, 4)]], [['notice', '']], [['notice', ''], ['notice_withdrawn', '']], [['notice', addMonths(today, -8)], ['notice_withdrawn', addMonths(today, -7)]]] as const) {
      const id = await inForce(`VAGUE-${JSON.stringify(acts)}`, addDays(addMonths(today, -12), 21));
      for (const [kind, on] of acts) await record(id, kind, on);
      assert.ok(await asks(id, 'ends', today), JSON.stringify(acts));
      accepted(await letRun(editor, { id, entry, today }));
      assert.ok(!await asks(id, 'ends', today), JSON.stringify(acts));
    }
    const id = await inForce('WITHDRAWN', addDays(addMonths(today, -12), 21));
    accepted(await letRun(editor, { id, entry, today: addDays(today, -5) }));
    await record(id, 'notice', addDays(today, -3));
    assert.ok(await asks(id, 'ends', today));
    await record(id, 'notice_withdrawn', addDays(today, -1));
    assert.ok(!await asks(id, 'ends', today));
    await record(id, 'notice', today);
    assert.ok(await asks(id, 'ends', today), 'a second notice');
  });

  test('is asked for in a pause too, since that prolongs no term', async () => {
    const id = await inForce('PAUSED', addDays(addMonths(today, -12), 21));
    await record(id, 'suspension', addDays(today, -30));
    assert.ok(await asks(id, 'ends', today));
    accepted(await letRun(editor, { id, entry, today }));
    assert.ok(!await asks(id, 'ends', today));
  });

  test('is no earlier decision that it goes on', async () => {
    const id = await inForce('NOTICED', addDays(addMonths(today, -12), 21), tacit(12, 0));
    accepted(await letRun(editor, { id, entry, today: addDays(today, -5) }));
    await record(id, 'notice', addDays(today, -2));
    assert.ok(await asks(id, 'ends', today), 'the notice came after it');
    accepted(await letRun(editor, { id, entry, today }));
    assert.ok(!await asks(id, 'ends', today));
  });
});
