import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { project as projects } from '#db/schema/project.ts';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { deadlines, deadlinesPerMonth } from '#office/agreement/deadlines.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { change } from '#office/change.ts';
import { completeness } from '#office/desk/completeness.ts';
import { recordCounts } from '#office/desk/counts.ts';
import type { WaitingKind } from '#office/desk/desk.ts';
import { givenTo } from '#office/desk/given.ts';
import { incomplete } from '#office/desk/incomplete.ts';
import { officeState } from '#office/desk/state.ts';
import { waitingFor } from '#office/desk/waiting.ts';
import { keepDraft } from '#office/draft/write.ts';
import { letRun } from '#office/agreement/let-run.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { alarms } from '#office/reminder/alarms.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';
import { invited } from './person-ground.ts';
import { put, set, text } from './search-ground.ts';

useEmptyDatabase();

// The days are real ones, since the narrow rows are watched from the day on which they were derived.
const today = belgradeToday(new Date());
const editor = staff('editor');
const publisher = staff('publisher');
const contributor = staff('contributor');

async function codes(viewer: Staff, kind: WaitingKind, on = today): Promise<string[]> {
  return (await waitingFor(viewer, on)).filter((group) => group.kind === kind).flatMap(({ lines }) => lines.map(({ code }) => code));
}

async function choose(days: number): Promise<void> {
  accepted(await changeSetting(systemViewer, { entry: { key: 'decide_days', value: false, days, reason: 'проба' } }));
}

const tacit = { renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 };

describe('deadlines of agreements', () => {
  before(async () => {
    // The last day of the first ends in twenty days; the second has to be decided on in ten, the third ten days ago, the fourth in a year.
    await inForce('END-20', addDays(addMonths(today, -12), 21));
    await inForce('ASK-10', addMonths(addDays(today, 41), -9), tacit);
    await inForce('ASKED-10', addMonths(addDays(today, 21), -9), tacit);
    await inForce('FAR', addMonths(today, -1), { ...tacit, termMonths: 60, procedure: 'donor' });
    await inForce('OVER', addMonths(today, -36));
  });

  test('wait on the desk of whoever may act on them, before the day and until no notice would help', async () => {
    assert.deepEqual((await codes(editor, 'decide')).toSorted(), ['ASK-10', 'ASKED-10', 'END-20']);
    assert.deepEqual(await codes(editor, 'ends'), ['END-20']);
    assert.deepEqual(await codes(contributor, 'decide'), []);
    assert.deepEqual(await codes(staff('editor', 'project'), 'ends'), []);
  });

  test('are of another person’s agreement no longer mine, and of one that I stand in for', async () => {
    const [{ id: owner }, { id: deputy }] = [await invited('editor'), await invited('editor')];
    await inForce('HERS', addDays(addMonths(today, -12), 31), { ownerId: owner, deputyId: deputy });
    assert.ok((await codes({ ...staff('editor'), id: owner }, 'ends')).includes('HERS'));
    assert.ok((await codes({ ...staff('editor'), id: deputy }, 'ends')).includes('HERS'));
    assert.ok(!(await codes(editor, 'ends')).includes('HERS'));
    for (const id of [owner, deputy]) assert.deepEqual(await codes({ ...contributor, id }, 'ends'), ['HERS'], 'who may only propose what becomes of it is told as well, and of nobody’s he is not');
  });

  test('wait no longer once it is decided that the agreement goes on, which only those decide who record its acts', async () => {
    const id = await inForce('ASK-12', addMonths(addDays(today, 43), -9), tacit);
    assert.ok((await codes(editor, 'decide')).includes('ASK-12'));
    const entry = { reason: 'Сарадња се наставља.' };
    await refusedWith(() => letRun(contributor, { id, entry, today }), 422, [':notAllowed']);
    await refusedWith(() => letRun({ ...editor, grants: [] }, { id, entry, today }), 403, [':notAllowed']);
    accepted(await letRun(editor, { id, entry, today }));
    assert.ok(!(await codes(editor, 'decide')).includes('ASK-12'));
    const span = { kind: 'decide', from: null, to: '2100-01-01', whose: 'everybody', limit: 100 } as const;
    const next = await deadlines(editor, addMonths(today, 12), span);
    assert.ok(next.lines.some(({ code }) => code === 'ASK-12'), 'the next period is decided about anew');
    for (const days of [0, 140, 240, 300, 365]) {
      await choose(days);
      const asked = async (on: string) => (await deadlines(editor, on, span)).lines.some(({ code }) => code === 'ASK-12');
      assert.deepEqual([await asked(today), await asked(addMonths(today, 12))], [false, true], `however early the office decides: ${days} days`);
    }
    await choose(30);
  });

  test('follow at once how many days before a notice the office wants to have decided, and wait until no notice would help', async () => {
    const toDecide = async () => (await officeState(editor, today)).months.map(({ month, decide }) => [month, decide]);
    const usual = await toDecide();
    await choose(60);
    assert.ok((await codes(editor, 'decide')).includes('ASKED-10'), 'forty days late by then, and a notice may be given for twenty');
    const { decide } = await deadlinesPerMonth(editor, today, today, addDays(addMonths(`${today.slice(0, 7)}-01`, 12), -1));
    const months = await toDecide();
    assert.deepEqual(months, months.map(([month]) => [month, decide.get(String(month)) ?? 0]));
    assert.notDeepEqual(months, usual);
    await choose(90);
    assert.equal((await alarms(editor, today)).find(({ rule, code }) => rule === 'decide' && code === 'ASKED-10')?.step, -60, 'reminded of as long');
    await choose(15);
    assert.ok((await codes(editor, 'decide')).includes('ASKED-10'), 'due in five days');
    await choose(30);
    assert.deepEqual(await toDecide(), usual);
  });

  test('are the same whether an index has them or midnight has just passed', async () => {
    const asked = { kind: 'decide', from: null, to: '2100-01-01', whose: 'everybody', limit: 100 } as const;
    const later = addMonths(today, 14);
    const reckoned = await deadlines(editor, later, asked);
    const months = await deadlinesPerMonth(editor, later, later, addMonths(later, 24));
    assert.ok(await deriveStale(later) > 0);
    assert.deepEqual(await deadlines(editor, later, asked), reckoned);
    assert.deepEqual(await deadlinesPerMonth(editor, later, later, addMonths(later, 24)), months);
    assert.ok(reckoned.lines.some(({ code, day }) => code === 'ASK-10' && day > addMonths(today, 11)), 'the tacit term has moved on');
    await deriveStale(today);
  });
});

describe('what is not before the public yet', () => {
  const project = async (publication: string, author: Staff | null, more: object = {}) => {
    const code = `P-${publication}-${author ? 'own' : 'other'}`;
    const id = accepted(await change(author ?? systemViewer, { action: 'project.draft', table: projects }, (pen) => pen.draft(projects, { code, slug: code.toLowerCase(), title: text('Пројекат') })));
    await set('project', id, { publication, ...more });
  };

  test('waits for its author, or for whoever publishes', async () => {
    for (const state of ['draft', 'returned', 'in_review', 'approved']) {
      await project(state, contributor);
      await project(state, null);
    }
    await project('scheduled', null, { scheduledFor: new Date(Date.now() + 86_400_000 * 3) });
    assert.deepEqual(await codes(contributor, 'ownDraft'), ['P-draft-own']);
    assert.deepEqual(await codes(contributor, 'returned'), ['P-returned-own']);
    for (const kind of ['toReview', 'toPublish', 'scheduled'] as const) assert.deepEqual(await codes(contributor, kind), [], kind);
    assert.deepEqual((await codes(publisher, 'toReview')).toSorted(), ['P-in_review-other', 'P-in_review-own']);
    assert.deepEqual((await codes(publisher, 'toPublish')).toSorted(), ['P-approved-other', 'P-approved-own', 'P-draft-other', 'P-draft-own']);
    assert.deepEqual(await codes(publisher, 'scheduled'), ['P-scheduled-other']);
    assert.deepEqual(await codes(editor, 'toReview'), []);
  });
});

describe('milestones and forms', () => {
  test('a milestone that is late waits for its owner, or for whoever may act where it has none', async () => {
    await put('milestone', { code: 'LATE', title: text('Извештај'), planned: parseFuzzyDate(addDays(today, -12)) });
    await put('milestone', { code: 'DONE', title: text('Готово'), planned: parseFuzzyDate(addDays(today, -12)), actual: parseFuzzyDate(addDays(today, -13)) });
    const [group] = (await waitingFor(editor, today)).filter(({ kind }) => kind === 'overdue');
    assert.deepEqual(group?.lines.map(({ code, days }) => [code, days]), [['LATE', 12]]);
    assert.deepEqual(await codes(contributor, 'overdue'), []);
    const [{ id: owner }, { id: deputy }] = [await invited('contributor'), await invited('contributor')];
    await put('milestone', { code: 'HIS', title: text('Уплата'), planned: parseFuzzyDate(addDays(today, -3)), ownerId: owner, deputyId: deputy, publication: 'published' });
    for (const id of [owner, deputy]) assert.deepEqual(await codes({ ...contributor, id }, 'overdue'), ['HIS'], 'he proposes that it is settled');
    assert.ok(!(await codes(contributor, 'overdue')).includes('HIS'));
  });

  test('a form that was not sent waits for the one who typed it alone', async () => {
    const { id } = await invited('editor');
    await keepDraft(id, '/workspace/agreements/new', { 'title.sr-Cyrl': ['Недовршен споразум'] });
    const [group] = (await waitingFor({ ...staff('editor'), id }, today)).filter(({ kind }) => kind === 'unsent');
    assert.deepEqual(group?.lines.map(({ place, title }) => [place, title?.['sr-Cyrl']?.text]), [['/workspace/agreements/new', 'Недовршен споразум']]);
    assert.ok((await waitingFor(editor, today)).every(({ kind }) => kind !== 'unsent'));
  });

  test('a form that was not sent and asks for no name goes by the record on whose page it stands', async () => {
    const { id } = await invited('editor');
    const milestone = await put('milestone', { code: 'NAMED', title: text('Састанак одбора') });
    await keepDraft(id, `/workspace/milestones/${milestone}/postpone#milestonePostpone`, { 'planned.year': ['2027'] });
    const [group] = (await waitingFor({ ...staff('editor'), id }, today)).filter(({ kind }) => kind === 'unsent');
    assert.deepEqual(group?.lines.map(({ title }) => title?.['sr-Cyrl']?.text), ['Састанак одбора']);
  });
});

describe('the office in figures', () => {
  test('counts each standing as the register does, and follows the next change at once', async () => {
    const counted = async () => Object.fromEntries((await officeState(editor, today)).agreements.map(({ state, count }) => [state, count]));
    const listed = async () => Object.fromEntries((await listAgreements(editor, {}, today)).counts.standing.map(({ value, count }) => [value, count]));
    assert.deepEqual(await counted(), await listed());
    const stood = (await counted()).in_force ?? 0;
    await inForce('ONE-MORE', addMonths(today, -2));
    assert.equal((await counted()).in_force, stood + 1);
    assert.deepEqual(await counted(), await listed());
  });

  test('counts the records of each noun, and after each change anew', async () => {
    const { project } = await recordCounts(editor);
    await put('project', { title: text('Још један') });
    assert.equal((await recordCounts(editor)).project, project + 1);
    assert.equal((await recordCounts(contributor)).project, 4, 'his own drafts, and nothing that another works on');
  });

  test('tells a contributor of his own changes alone', async () => {
    assert.equal((await officeState(editor, today)).whose, 'everybody');
    const { whose, weeks, agreements } = await officeState(contributor, today);
    assert.deepEqual([whose, weeks.length, weeks.reduce((sum, { changes }) => sum + changes, 0)], ['mine', 12, 4]);
    assert.ok(agreements.reduce((sum, { count }) => sum + count, 0) > 0, 'what is published he sees');
  });
});

describe('records that lack something', () => {
  test('say what, to whoever may see to it', async () => {
    await put('project', { code: 'LACKS', title: text('Без енглеског') });
    const found = (await incomplete(editor, 500)).find(({ code }) => code === 'LACKS');
    assert.deepEqual(found?.lacks, ['english', 'owner']);
    assert.equal((await incomplete(contributor, 500)).find(({ code }) => code === 'LACKS'), undefined);
    const act = (await incomplete(publisher, 500)).find(({ code }) => code === 'FAR');
    assert.ok(act?.lacks.includes('council_decision'));
    assert.equal(act?.procedure, 'donor', 'by which the decision is named');
  });

  test('are counted among those that the viewer may see', async () => {
    const of = async (viewer: Staff) => (await completeness(viewer)).find(({ noun, what }) => noun === 'project' && what === 'owner');
    const all = (await recordCounts(editor)).project;
    assert.deepEqual([(await of(editor))?.all, (await of(contributor))?.all], [all, 4]);
  });
});

describe('nothing on a desk tells of what the viewer may not see', () => {
  const canary = 'Канаринац';

  test('whatever his role', async () => {
    const ids = [await inForce('SECRET-1', addDays(addMonths(today, -12), 40), { publication: 'draft', title: text(canary) })];
    ids.push(await put('project', { code: 'SECRET-2', title: text(canary), publication: 'in_review' }));
    ids.push(await put('milestone', { code: 'SECRET-3', title: text(canary), planned: parseFuzzyDate(addDays(today, -40)) }));
    const shown = async (viewer: Staff) => JSON.stringify(await Promise.all([waitingFor(viewer, today), incomplete(viewer, 500), givenTo(viewer), deadlines(viewer, today, { kind: 'ends', from: null, to: '2100-01-01', whose: 'everybody', limit: 500 })]));
    assert.ok((await shown(editor)).includes(canary));
    const partner: Staff = { ...staff('contributor'), grants: [{ role: 'contributor', noun: 'project', recordId: await put('project', { code: 'HIS', title: text('Његов пројекат') }) }] };
    for (const viewer of [contributor, staff('admin'), { ...editor, grants: [] }, partner, staff('editor', 'document')]) {
      const told = await shown(viewer);
      for (const word of [canary, 'SECRET', ...ids]) assert.ok(!told.includes(word), `${JSON.stringify(viewer.grants)} is told of ${word}`);
    }
    assert.deepEqual((await givenTo(partner)).map(({ code }) => code), ['HIS']);
    const { project } = await recordCounts(partner);
    assert.equal(project, 1);
  });
});
