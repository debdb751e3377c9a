import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { MilestoneActKind } from '#db/schema/milestone.ts';
import { local } from '#messages/local-text.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { isOpen, milestoneActKinds, milestoneState, timing } from '#office/milestone/milestone.ts';
import { listMilestones, milestoneById, milestonesOf } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { agreement } from '#db/schema/agreement.ts';
import { change } from '#office/change.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed, refusedWith, staff } from '../verbs.ts';

const today = '2026-03-01';
const editor = staff('editor');
const publisher = staff('publisher');
const contributor = staff('contributor');

describe('the state of a milestone', () => {
  const kinds = fc.array(fc.constantFrom(...milestoneActKinds), { maxLength: 8 });
  const acted = (list: readonly MilestoneActKind[]) => list.map((kind) => ({ kind, on: null }));

  test('planned without an act, running once some progress is noted', () => {
    assert.equal(milestoneState({ acts: [], progress: 0 }), 'planned');
    assert.equal(milestoneState({ acts: [], progress: 5 }), 'running');
  });

  test('whatever else was entered, done and cancelled are final', () => {
    fc.assert(fc.property(kinds, fc.constantFrom('started' as const, 'postponed' as const), (list, later) => {
      const stood = milestoneState({ acts: acted(list), progress: 0 });
      const after = milestoneState({ acts: acted([...list, later]), progress: 0 });
      if (!isOpen(stood)) assert.equal(after, stood);
      else assert.equal(after, later === 'started' ? 'running' : 'postponed');
    }));
  });

  test('overdue only when even the latest day has passed, soon from thirty days before the earliest', () => {
    const planned = (edtf: string) => ({ planned: parseFuzzyDate(edtf), state: 'planned' as const });
    assert.deepEqual(timing(planned('2026-02'), today), { kind: 'overdue', days: 1 });
    assert.equal(timing(planned('2026'), today), null); // it has begun, and its last day is far
    assert.deepEqual(timing(planned('2026'), '2026-12-02'), { kind: 'soon', days: 29 });
    assert.deepEqual(timing(planned('2026-03-31'), today), { kind: 'soon', days: 30 });
    assert.equal(timing(planned('2026-04-01'), today), null);
    assert.equal(timing({ planned: parseFuzzyDate('2020'), state: 'done' }, today), null);
    assert.equal(timing({ planned: null, state: 'planned' }, today), null);
  });

  test('never overdue and soon at once, and days are never negative', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
    fc.assert(fc.property(day, day, (planned, now) => {
      const told = timing({ planned: parseFuzzyDate(planned), state: 'running' }, now);
      assert.equal(told?.kind === 'overdue', planned < now);
      assert.ok(!told || told.days >= (told.kind === 'overdue' ? 1 : 0));
    }));
  });
});

describe('the verbs of a milestone', () => {
  useEmptyDatabase();
  const owner = { agreement: '', hidden: '' };

  before(async () => {
    owner.agreement = await putAgreement('NI-SAR-001', 'published');
    owner.hidden = await putAgreement('NI-SAR-002', 'draft');
  });

  test('draft, revise, publish, withdraw', async () => {
    const id = accepted(await milestones.draft(editor, { entry: entry({ kind: [] }), requestId: randomUUID() }));
    assert.match((await milestoneById(editor, id))?.code ?? '', /^NI-PRK-\d{3}$/);
    await refusedWith(() => milestones.publish(publisher, { id, version: 1 }), 422, ['kind:neededToPublish']);
    accepted(await milestones.revise(editor, { id, version: 1, entry: entry({}) }));
    await refusedWith(() => milestones.publish(editor, { id, version: 2 }), 403, [':notAllowed']);
    assert.equal(await milestoneById(visitor, id), null);
    accepted(await milestones.publish(publisher, { id, version: 2 }));
    assert.deepEqual((await milestonesOf(visitor, { agreementId: owner.agreement })).map((one) => one.belongsTo.map(({ code }) => code)), [['NI-SAR-001']]);
    accepted(await milestones.withdraw(publisher, { id, version: 3, reason: local({ sr: 'грешка' }) }));
    assert.equal(await milestoneById(visitor, id), null);
  });

  test('without a title it is no draft; without a record that it belongs to it is not published', async () => {
    assert.deepEqual(faults(milestoneEntry, { kind: ['visit'] }), ['title.sr-Cyrl:required']);
    const id = await drafted({ agreementId: [] });
    await refusedWith(() => milestones.publish(publisher, { id }), 422, ['agreementId:neededToPublish']);
  });

  test('a visitor sees none that is internal, or belongs only to what he may not see', async () => {
    const internal = await drafted({ isPublic: [] });
    const ofADraft = await drafted({ agreementId: [owner.hidden] });
    for (const id of [internal, ofADraft]) accepted(await milestones.publish(publisher, { id }));
    const seen = (await listMilestones(visitor, {})).lines.map(({ id }) => id);
    assert.ok(!seen.includes(internal) && !seen.includes(ofADraft));
    const staffSees = (await listMilestones(editor, {})).lines.map(({ id }) => id);
    assert.ok(staffSees.includes(internal) && staffSees.includes(ofADraft));
  });

  test('what the viewer may not see cannot be named', async () => {
    const narrow = staff('contributor', 'milestone');
    await refusedWith(() => milestones.draft(narrow, { entry: entry({ agreementId: [owner.hidden] }) }), 422, ['agreementId:notFound']);
    await refusedWith(() => milestones.draft(narrow, { entry: entry({ agreementId: [randomUUID()] }) }), 422, ['agreementId:notFound']);
    await refusedWith(() => milestones.draft(editor, { entry: entry({ ownerId: [randomUUID()] }) }), 422, ['ownerId:notFound']);
  });

  test('completing enters the day and the whole progress, once', async () => {
    const id = await drafted({});
    await refusedWith(() => milestones.complete(contributor, { id, entry: completion({}), today }), 404, [':notFound']);
    await refusedWith(() => milestones.complete(editor, { id, entry: completion({ 'on.year': ['2027'] }), today }), 422, ['on.year:inFuture']);
    accepted(await milestones.complete(editor, { id, version: 1, entry: completion({ 'on.year': ['2025'], 'on.month': ['5'] }), today }));
    const record = await milestoneById(editor, id);
    assert.equal(record?.actual?.edtf, '2025-05');
    assert.equal(record.progress, 100);
    assert.equal(milestoneState(record), 'done');
    await refusedWith(() => milestones.complete(editor, { id, entry: completion({}), today }), 422, [':alreadyDone']);
    await refusedWith(() => milestones.postpone(editor, { id, entry: postponement('2030'), today }), 422, [':alreadyDone']);
    await refusedWith(() => milestones.cancel(editor, { id, entry: cancellation(), today }), 422, [':alreadyDone']);
  });

  test('postponing keeps the date that was planned before', async () => {
    const id = await drafted({ 'planned.year': ['2026'], 'planned.month': ['6'] });
    await refusedWith(() => milestones.postpone(editor, { id, entry: postponement('2025'), today }), 422, ['planned.year:inPast']);
    await refusedWith(() => milestones.postpone(editor, { id, entry: postponement('2026'), today }), 422, ['planned.year:notLater']);
    accepted(await milestones.postpone(editor, { id, entry: postponement('2027'), today }));
    const record = await milestoneById(editor, id);
    assert.equal(record?.planned?.edtf, '2027');
    assert.deepEqual(record.acts.map(({ kind, on, plannedBefore }) => [kind, on?.edtf, plannedBefore?.edtf]), [['postponed', today, '2026-06']]);
    assert.equal(milestoneState(record), 'postponed');
    accepted(await milestones.cancel(editor, { id, version: 2, entry: cancellation(), today }));
    assert.equal(milestoneState(await milestoneById(editor, id) ?? { acts: [], progress: 0 }), 'cancelled');
    await refusedWith(() => milestones.complete(editor, { id, entry: completion({}), today }), 422, [':alreadyCancelled']);
  });

  test('a stale version is refused; the same request twice is one change', async () => {
    const id = await drafted({});
    accepted(await milestones.revise(editor, { id, version: 1, entry: entry({ progress: ['10'] }) }));
    await refusedWith(() => milestones.revise(editor, { id, version: 1, entry: entry({ progress: ['20'] }) }), 409, [':stale']);
    const requestId = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => milestones.complete(editor, { id, version: 2, requestId, entry: completion({}), today })));
    assert.equal(accepted(first), accepted(second));
    assert.equal((await milestoneById(editor, id))?.acts.length, 1);
  });

  test('what the edit form shows, posted back, changes nothing', async () => {
    const id = await drafted({ 'planned.year': ['2030'] });
    accepted(await milestones.postpone(editor, { id, entry: postponement('2031'), today }));
    const stood = await milestoneById(editor, id);
    assert.ok(stood);
    accepted(await milestones.revise(editor, { id, entry: parsed(milestoneEntry, milestoneFields(stood)) }));
    const after = await milestoneById(editor, id);
    assert.deepEqual({ ...after, version: 0, changedAt: null }, { ...stood, version: 0, changedAt: null });
  });

  test('is reached or given up once, and not ahead, in the form of the whole record too', async () => {
    const acts = (...kinds: string[]) => Object.fromEntries([['acts.rows', [String(kinds.length)]], ...kinds.map((kind, at) => [`acts.${at}.kind`, [kind]])]) as FormValues;
    assert.deepEqual(faults(milestoneEntry, { 'title.sr-Cyrl': ['Проба'], ...acts('done', 'postponed', 'cancelled') }), ['acts.2.kind:finalTwice']);
    const ahead = entry({ ...acts('done'), 'acts.0.on.year': ['2050'] });
    const id = await drafted({ 'planned.year': ['2030'] });
    await refusedWith(() => milestones.revise(editor, { id, entry: ahead, today }), 422, ['acts.0.on.year:inFuture']);
    await refusedWith(() => milestones.draft(editor, { entry: ahead, today }), 422, ['acts.0.on.year:inFuture']);
  });

  test('the list puts the open on top, then the newest, and the undated last', async () => {
    for (const [year, done] of [['2031', ''], ['2003', 'done'], ['', 'done'], ['2007', 'done']] as const) {
      const id = await drafted({ 'title.sr-Cyrl': [`Поредак ${year}`], 'planned.year': [year] });
      if (done) accepted(await milestones.complete(editor, { id, entry: completion({ 'on.year': [year] }), today }));
    }
    const { lines } = await listMilestones(editor, { q: 'poredak' });
    assert.deepEqual(lines.map(({ title }) => title?.['sr-Cyrl']?.text), ['Поредак 2031', 'Поредак 2007', 'Поредак 2003', 'Поредак']);
  });

  function entry(typed: FormValues) {
    return parsed(milestoneEntry, { 'title.sr-Cyrl': ['Потписан споразум'], kind: ['agreement_signed'], isPublic: ['on'], agreementId: [owner.agreement], ...typed });
  }

  async function drafted(typed: FormValues): Promise<string> {
    return accepted(await milestones.draft(editor, { entry: entry(typed) }));
  }
});

const completion = (typed: FormValues) => parsed(completionEntry, typed);
const postponement = (year: string) => parsed(postponementEntry, { 'planned.year': [year] });
const cancellation = () => parsed(cancellationEntry, { 'note.sr-Cyrl': ['Одустало се'] });

async function putAgreement(code: string, publication: 'published' | 'draft'): Promise<string> {
  return accepted(await change(systemViewer, { action: 'agreement.draft', table: agreement }, async (pen) => {
    await pen.draft(agreement, { title: local({ sr: `Споразум ${code}` }), code, slug: code.toLowerCase(), publication });
  }));
}
