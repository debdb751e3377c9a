import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { change as ledgerChange } from '#db/schema/ledger.ts';
import { milestoneDependency } from '#db/schema/milestone.ts';
import { person } from '#db/schema/person.ts';
import { project } from '#db/schema/project.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { circleThrough } from '#office/milestone/dependencies.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry, progressEntry, startEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneState, shifted } from '#office/milestone/milestone.ts';
import { noteProgress, shift, start, takeOver } from '#office/milestone/moves.ts';
import { milestonesOfWeek, overdueMilestones, planCounts, unownedMilestones } from '#office/milestone/plan.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { dependantsOf, predecessorsOf } from '#office/milestone/ties.ts';
import { spanOfPlan, timelineOf } from '#office/milestone/timeline.ts';
import { weekOf } from '#office/milestone/week.ts';
import { stretchOf, zooms } from '#office/milestone/window.ts';
import { cancel, complete, draft, postpone, revise } from '#office/milestone/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith, staff } from '../verbs.ts';

const today = '2026-11-22';
const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));

describe('the days of the plan', () => {
  test('a week is seven days from a Monday, and holds its day', () => {
    assert.deepEqual(weekOf(today), { from: '2026-11-16', to: '2026-11-22' });
    assert.deepEqual(weekOf('2026-03-29'), { from: '2026-03-23', to: '2026-03-29' }); // the clock changes on it
    fc.assert(fc.property(day, (one) => {
      const { from, to } = weekOf(one);
      assert.ok(from <= one && one <= to);
      assert.equal(new Date(from).getUTCDay(), 1);
      assert.equal((Date.parse(to) - Date.parse(from)) / 86_400_000, 6);
    }));
  });

  test('stretches lie beside each other without a gap', () => {
    fc.assert(fc.property(day, fc.constantFrom(...zooms), (one, zoom) => {
      const { from, to, before: earlier, after } = stretchOf(zoom, one);
      assert.ok(from <= one && one <= to);
      assert.equal(after && Date.parse(after) - Date.parse(to), 86_400_000);
      assert.equal(earlier && stretchOf(zoom, earlier).after, from);
    }));
    assert.deepEqual(stretchOf('quarter', '2026-02-28'), { from: '2026-01-01', to: '2026-03-31', before: '2025-10-01', after: '2026-04-01' });
  });

  test('only a known day is moved by days', () => {
    assert.equal(shifted({ edtf: '2026-02-28', earliest: '2026-02-28', latest: '2026-02-28' }, 1)?.edtf, '2026-03-01');
    for (const vague of ['2026-02', '2026', '2026-02-28~']) assert.equal(shifted({ edtf: vague, earliest: '2026-02-01', latest: '2026-02-28' }, 1), null);
    assert.equal(shifted(null, 3), null);
  });

  test('a circle is found wherever it is, and only where there is one', () => {
    const before3 = new Map([['b', ['a']], ['c', ['b']], ['d', ['a']]]);
    assert.deepEqual(circleThrough('a', ['c'], before3), ['a', 'c', 'b', 'a']);
    assert.equal(circleThrough('c', ['a', 'b', 'd'], before3), null);
    assert.deepEqual(circleThrough('a', ['a'], new Map()), ['a', 'a']);
    // A plan without a circle: each waits only for earlier ones. Then an edge makes one exactly where it leads back.
    const edges = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })).filter(([from, to]) => to < from), { maxLength: 30 });
    fc.assert(fc.property(edges, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }), (list, from, to) => {
      const waits = new Map<string, string[]>();
      for (const [one, other] of list) waits.set(String(one), [...waits.get(String(one)) ?? [], String(other)]);
      const reached = new Set([String(to)]);
      for (const at of reached) for (const next of waits.get(at) ?? []) reached.add(next);
      const circle = circleThrough(String(from), [String(to)], waits);
      assert.equal(circle !== null, reached.has(String(from)));
      assert.ok(!circle || (circle[0] === String(from) && circle.at(-1) === String(from)));
    }));
  });
});

describe('milestones as a plan', () => {
  useEmptyDatabase();
  let me: Staff;
  let other: Staff;
  let projectId = '';
  before(async () => {
    [me, other] = [await colleague(), await colleague()];
    projectId = await putProject();
  });

  test('begins once, with its day and progress; progress is noted while it is open', async () => {
    const id = await planned({});
    await refusedWith(() => start(me, { id, today, entry: parsed(startEntry, { 'on.year': ['2030'] }) }), 422, ['on.year:inFuture']);
    accepted(await start(me, { id, version: 1, today, entry: parsed(startEntry, { 'on.year': ['2026'], progress: ['30'] }) }));
    await refusedWith(() => start(me, { id, today, entry: parsed(startEntry, {}) }), 422, [':alreadyRunning']);
    await refusedWith(() => noteProgress(staff('contributor'), { id, entry: parsed(progressEntry, { progress: ['60'] }) }), 404, [':notFound']);
    accepted(await noteProgress(me, { id, version: 2, entry: parsed(progressEntry, { progress: ['60'], reason: ['Испоручена половина опреме'] }) }));
    const now = (await milestoneById(me, id))!;
    assert.deepEqual([milestoneState(now), now.progress, now.acts[0]?.on?.edtf], ['running', 60, '2026']);
    const told = await reader().select({ reason: ledgerChange.reason }).from(ledgerChange).where(eq(ledgerChange.recordId, id));
    assert.ok(told.some(({ reason }) => reason === 'Испоручена половина опреме'));
    accepted(await postpone(me, { id, today, entry: parsed(postponementEntry, { 'planned.year': ['2040'] }) }));
    accepted(await start(me, { id, today, entry: parsed(startEntry, {}) }));
    assert.equal((await milestoneById(me, id))?.progress, 60);
    accepted(await cancel(me, { id, today, entry: parsed(cancellationEntry, { 'note.sr-Cyrl': ['Нема новца'] }) }));
    await refusedWith(() => noteProgress(me, { id, entry: parsed(progressEntry, { progress: ['70'] }) }), 422, [':alreadyCancelled']);
  });

  test('waits for milestones of its own project, never in a circle, and the circle is named', async () => {
    const [a, b, c] = [await planned({ 'title.sr-Cyrl': ['Нацрт'] }), await planned({ 'title.sr-Cyrl': ['Уговор'] }), await planned({ 'title.sr-Cyrl': ['Набавка'] })];
    await waitsFor(b, a);
    await waitsFor(c, b);
    const codes = await Promise.all([a, b, c].map(async (id) => (await milestoneById(me, id))!.code));
    const refusal = await revise(me, { id: a, entry: await entryOf(a, { ...waiting(c) }) });
    assert.deepEqual(refusal.done ? null : refusal.issues, [{ field: 'dependsOn.0.milestoneId', rule: 'circle', values: { circle: `Нацрт (${codes[0]}) → Набавка (${codes[2]}) → Уговор (${codes[1]}) → Нацрт (${codes[0]})` } }]);
    await refusedWith(async () => revise(me, { id: a, entry: await entryOf(a, waiting(a)) }), 422, ['dependsOn.0.milestoneId:itself']);
    const another = await putProject();
    const elsewhere = await planned({ projectId: [another] });
    await refusedWith(async () => revise(me, { id: a, entry: await entryOf(a, waiting(elsewhere)) }), 422, ['dependsOn.0.milestoneId:notOfThisProject']);
    await refusedWith(async () => revise(me, { id: a, entry: await entryOf(a, waiting(randomUUID())) }), 422, ['dependsOn.0.milestoneId:notFound']);
    await refusedWith(async () => revise(me, { id: a, entry: await entryOf(a, { projectId: [another] }) }), 422, ['projectId:othersWaitForIt']);
    assert.deepEqual((await predecessorsOf(me, c)).map(({ id }) => id), [b]);
    assert.deepEqual((await dependantsOf(me, a)).map(({ id }) => id).toSorted(), [b, c].toSorted());
    assert.deepEqual(await predecessorsOf(visitor, c), []);
  });

  test('two who tie at once make no circle either', async () => {
    const [a, b] = [await planned({}), await planned({})];
    const [forA, forB] = [await entryOf(a, waiting(b)), await entryOf(b, waiting(a))];
    const outcomes = await Promise.all([revise(me, { id: a, entry: forA }), revise(other, { id: b, entry: forB })]);
    assert.deepEqual(outcomes.map(({ done }) => done).toSorted(), [false, true]);
    assert.equal(await reader().$count(milestoneDependency, eq(milestoneDependency.milestoneId, outcomes[0].done ? b : a)), 0);
  });

  test('reached before what it waits for: refused until it is said to be so, and then the history says it', async () => {
    const [first, then] = [await planned({}), await planned({})];
    await waitsFor(then, first);
    await refusedWith(() => complete(me, { id: then, today, entry: parsed(completionEntry, {}) }), 422, ['despite:predecessorsOpen']);
    accepted(await complete(me, { id: then, today, entry: parsed(completionEntry, { despite: ['on'] }) }));
    const told = await reader().select({ reason: ledgerChange.reason }).from(ledgerChange).where(eq(ledgerChange.recordId, then));
    assert.ok(told.some(({ reason }) => reason?.startsWith('Остварена пре')));
    const last = await planned({});
    await waitsFor(last, first);
    accepted(await cancel(me, { id: first, today, entry: parsed(cancellationEntry, { 'note.sr-Cyrl': ['Одустало се'] }) }));
    accepted(await complete(me, { id: last, today, entry: parsed(completionEntry, {}) }));
  });

  test('a postponement moves nothing but itself; what waits can be put off by as many days', async () => {
    const [first, then, vague] = [await planned({ ...on('2026', '12', '01') }), await planned({ ...on('2026', '12', '20') }), await planned({ 'planned.year': ['2027'] })];
    await waitsFor(then, first);
    accepted(await postpone(me, { id: first, today, entry: parsed(postponementEntry, on('2026', '12', '31')) }));
    assert.equal((await milestoneById(me, then))?.planned?.edtf, '2026-12-20');
    await refusedWith(() => shift(me, { id: vague, today, by: 30 }), 422, [':notToBeShifted']);
    await refusedWith(() => shift(me, { id: then, today, by: 0 }), 422, [':notToBeShifted']);
    accepted(await shift(me, { id: then, today, by: 30 }));
    const now = (await milestoneById(me, then))!;
    assert.deepEqual([now.planned?.edtf, now.acts.at(-1)?.plannedBefore?.edtf], ['2027-01-19', '2026-12-20']);
  });

  test('my week, overdue, nobody in charge: each once, by its date, and taken over in one press', async () => {
    const counted = await planCounts(me, today);
    const [mine, deputy, late, his, done, year] = [
      await planned({ ...on('2026', '11', '18'), ownerId: [me.id] }), await planned({ ...on('2026', '11', '22'), ownerId: [other.id], deputyId: [me.id] }),
      await planned({ ...on('2026', '10', '01'), ownerId: [me.id] }), await planned({ ...on('2026', '11', '19'), ownerId: [other.id] }),
      await planned({ ...on('2026', '11', '20'), ownerId: [me.id] }), await planned({ 'planned.year': ['2026'], ownerId: [me.id] }),
    ];
    accepted(await complete(me, { id: done, today, entry: parsed(completionEntry, {}) })); // on a day that is not known
    const nobodys = await planned({ 'planned.year': ['2020'] });
    assert.deepEqual(ids(await milestonesOfWeek(me, today)), [mine, deputy]);
    assert.deepEqual(ids(await milestonesOfWeek(me, '2026-12-31')), [year]);
    assert.deepEqual(ids(await overdueMilestones(me, today, { whose: 'mine' })), [late, mine]);
    const overdue = ids(await overdueMilestones(me, today));
    assert.deepEqual([nobodys, late, mine, his].map((id) => overdue.includes(id)), [true, true, true, true]);
    assert.equal((await planCounts(me, today)).overdue, overdue.length);
    assert.ok(ids(await unownedMilestones(me)).includes(nobodys));
    const now = await planCounts(me, today);
    assert.deepEqual([now.week - counted.week, now.overdue - counted.overdue, now.unowned - counted.unowned], [2, 4, 1]);
    assert.deepEqual(await overdueMilestones(visitor, today), []);
    assert.deepEqual(await milestonesOfWeek(systemViewer, today), []);

    accepted(await takeOver(me, { id: nobodys, version: 1 }));
    await refusedWith(() => takeOver(me, { id: nobodys }), 422, [':alreadyYours']);
    accepted(await takeOver(me, { id: deputy }));
    const taken = await milestoneById(me, deputy);
    assert.deepEqual([taken?.ownerId, taken?.deputyId], [me.id, null]);
    await refusedWith(() => takeOver(me, { id: done }), 422, [':alreadyDone']);
    assert.ok(!ids(await unownedMilestones(me)).includes(nobodys));
  });

  test('nobody is his own deputy, and nobody who has left takes anything on', async () => {
    await refusedWith(async () => draft(me, { entry: entry({ ownerId: [me.id], deputyId: [me.id] }) }), 422, ['deputyId:ownDeputy']);
    await refusedWith(async () => draft(me, { entry: entry({ deputyId: [randomUUID()] }) }), 422, ['deputyId:notFound']);
  });

  test('the timeline of a record holds what touches the stretch, names what has no date, and says what waits for what', async () => {
    const owner = await putProject();
    const put = (typed: FormValues) => planned({ projectId: [owner], ...typed });
    const [before2, inside, vague, undated] = [await put(on('2026', '03', '31')), await put(on('2026', '04', '01')), await put({ 'planned.year': ['2026'] }), await put({})];
    accepted(await revise(me, { id: vague, entry: await entryOf(vague, waiting(inside)) }));
    const holder = { noun: 'project', id: owner } as const;
    const quarter = await timelineOf(me, { ...stretchOf('quarter', '2026-05-15'), holder });
    assert.deepEqual([ids(quarter.lines), quarter.total, quarter.ties], [[inside, vague], 2, [{ from: inside, to: vague }]]);
    assert.deepEqual([ids(quarter.undated.lines), quarter.undated.total], [[undated], 1]);
    assert.deepEqual(await spanOfPlan(me, holder), { from: '2026-01-01', to: '2026-12-31' });
    accepted(await complete(me, { id: before2, today, entry: parsed(completionEntry, { 'on.year': ['2026'], 'on.month': ['4'], 'on.day': ['30'] }) }));
    assert.deepEqual(ids((await timelineOf(me, { ...stretchOf('quarter', '2026-05-15'), holder })).lines), [inside, before2, vague]);
    const { total, undated: unseen, ties } = await timelineOf(visitor, { ...stretchOf('year', '2026-05-15'), holder });
    assert.deepEqual([total, unseen.total, ties], [0, 0, []]);
  });

  test('what the edit form shows, posted back, changes nothing of what it waits for', async () => {
    const [first, then] = [await planned({}), await planned({ ownerId: [me.id], deputyId: [other.id] })];
    await waitsFor(then, first);
    const stood = await milestoneById(me, then);
    const written = await ledger();
    accepted(await revise(me, { id: then, entry: await entryOf(then, {}) }));
    assert.deepEqual({ ...await milestoneById(me, then), version: 0, changedAt: null }, { ...stood, version: 0, changedAt: null });
    assert.deepEqual(await ledger(), [written[0]! + 1, written[1]! + 1]);
  });

  function entry(typed: FormValues) {
    return parsed(milestoneEntry, { 'title.sr-Cyrl': ['Корак'], kind: ['project_event'], projectId: [projectId], ...typed });
  }

  const planned = async (typed: FormValues) => accepted(await draft(me, { entry: entry(typed) }));

  const waitsFor = async (id: string, first: string) => accepted(await revise(me, { id, entry: await entryOf(id, waiting(first)) }));

  async function entryOf(id: string, typed: FormValues) {
    return parsed(milestoneEntry, { ...milestoneFields((await milestoneById(me, id))!), ...typed });
  }
});

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
const waiting = (first: string): FormValues => ({ 'dependsOn.rows': ['1'], 'dependsOn.0.milestoneId': [first] });

function on(year: string, month: string, date: string): FormValues {
  return { 'planned.year': [year], 'planned.month': [month], 'planned.day': [date] };
}

/** Somebody who works here, since owners are people of the database. */
async function colleague(): Promise<Staff> {
  const id = accepted(await change(systemViewer, { action: 'person.invite', table: person }, (pen) => pen.draft(person, {})));
  return { ...staff('editor'), id };
}

async function putProject(): Promise<string> {
  const code = `NI-PRO-${randomUUID().slice(0, 8)}`;
  return accepted(await change(systemViewer, { action: 'project.draft', table: project }, (pen) => pen.draft(project, { title: local({ sr: code }), code, slug: code.toLowerCase() })));
}
