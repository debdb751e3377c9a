import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { organisation } from '#db/schema/organisation.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { FormValues } from '#office/outcome.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { oldProjectActEntry, projectActEntry, projectEntry, projectWithActs } from '#office/project/entry.ts';
import { projectFields } from '#office/project/fields.ts';
import { mayFollow, projectActKinds, projectState, projectStates } from '#office/project/project.ts';
import { countProjects } from '#office/project/facets.ts';
import { listProjects, projectById, projectBySlug, projectsOf, withdrawnProject } from '#office/project/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/project/record-act.ts';
import * as projects from '#office/project/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed, refusedWith, staff } from '../verbs.ts';

const today = '2026-03-01';
const editor = staff('editor');
const publisher = staff('publisher');

describe('the state of a project', () => {
  const year = fc.option(fc.integer({ min: 2000, max: 2040 }), { nil: null });
  const act = fc.record({ kind: fc.constantFrom(...projectActKinds), on: year.map((on) => (on === null ? null : parseFuzzyDate(String(on)))) });
  const acts = fc.array(act, { maxLength: 8 });
  const at = (kind: (typeof projectActKinds)[number], on: string | null = null) => ({ kind, on: on ? parseFuzzyDate(on) : null });

  test('no act: not known', () => {
    assert.equal(projectState([], today), 'unknown');
  });

  test('the last act by its date says, whatever the order in which they were entered', () => {
    assert.equal(projectState([at('closed', '2012'), at('contracted', '2008'), at('running', '2009')], today), 'closed');
    assert.equal(projectState([at('resumed', '2011-05'), at('suspended', '2011-02'), at('running', '2010')], today), 'running');
    assert.equal(projectState([at('suspended', '2012'), at('resumed', '2011')], today), 'suspended');
  });

  test('where dates known to the year or month leave the order open, the act further along the way came later', () => {
    assert.equal(projectState([at('running', '2024-03-01'), at('closed', '2024')], today), 'closed');
    assert.equal(projectState([at('approved', '2024-05-20'), at('contracted', '2024-05')], today), 'contracted');
    assert.equal(projectState([at('running', '2018'), at('submitted', '../2015')], today), 'running');
    assert.equal(projectState([at('suspended', '2012-06'), at('resumed', '2012')], today), 'running');
    assert.equal(projectState([at('closed', '2010'), at('suspended', '2012'), at('resumed', '2011')], today), 'suspended', 'what certainly came before says nothing');
  });

  test('an act without a date counts where it lies further along the way', () => {
    assert.equal(projectState([at('running', '2010'), at('closed')], today), 'closed');
    assert.equal(projectState([at('closed', '2010'), at('approved')], today), 'closed');
    assert.equal(projectState([at('suspended'), at('resumed', '2011')], today), 'running');
  });

  test('order of entry never matters, acts to come never count, and the state is one of the list', () => {
    fc.assert(fc.property(acts, acts.map((list) => list.length), (list, turn) => {
      const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))].toReversed();
      const state = projectState(list, today);
      assert.ok(projectStates.includes(state));
      assert.equal(projectState(turned, today), state);
      assert.equal(projectState(list.filter(({ on }) => !on?.earliest || on.earliest <= today), today), state);
      assert.equal(projectState([...list, at('cancelled', '2100')], today), state);
      assert.equal(state === 'unknown', list.every(({ on }) => on !== null && (on.earliest ?? '') > today));
    }));
  });

  test('nothing follows an end, and a stage may be skipped but not gone back', () => {
    fc.assert(fc.property(fc.constantFrom(...projectActKinds), (kind) => {
      for (const end of ['closed', 'cancelled', 'rejected'] as const) assert.equal(mayFollow(end, kind), false);
      assert.equal(mayFollow('unknown', kind), true);
    }));
    assert.equal(mayFollow('contracted', 'closed'), true);
    assert.equal(mayFollow('running', 'submitted'), false);
    assert.equal(mayFollow('suspended', 'resumed'), true);
    assert.equal(mayFollow('running', 'resumed'), false);
    assert.equal(mayFollow('contracted', 'rejected'), false);
    assert.equal(mayFollow('closing', 'cancelled'), true);
  });
});

describe('a project', () => {
  useEmptyDatabase();
  let city = '';
  let partner = '';
  let hidden = '';

  before(async () => {
    city = await putOrganisation('NI-ORG-001', 'Град Пример', 'published');
    partner = await putOrganisation('NI-ORG-002', 'Установа', 'published');
    hidden = await putOrganisation('NI-ORG-003', 'Скривена установа', 'draft');
  });

  test('draft, revise, publish, withdraw', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({ ourRole: [], 'partners.0.organisationId': [], 'partners.0.role': [], 'components.0.en': [] }) }));
    assert.match((await projectById(editor, id))?.code ?? '', /^NI-PRO-\d{3}$/);
    await refusedWith(() => projects.publish(publisher, { id }), 422, ['ourRole:neededToPublish', 'partners:neededToPublish', 'components.0.en:englishOrWaiver']);
    accepted(await projects.revise(editor, { id, version: 1, entry: entry({}) }));
    await refusedWith(() => projects.publish(editor, { id, version: 2 }), 403, [':notAllowed']);
    const slug = (await projectById(editor, id))?.slug ?? '';
    assert.equal(await projectBySlug(visitor, slug), null);
    accepted(await projects.publish(publisher, { id, version: 2 }));
    assert.deepEqual((await projectBySlug(visitor, slug))?.partners.map(({ organisation: one, iatiRole }) => [one?.name?.['sr-Cyrl']?.text, iatiRole]), [['Град Пример', null]]);
    assert.deepEqual((await projectsOf(visitor, { organisationId: city }, 'sr-Cyrl')).map((one) => one.id), [id]);
    assert.deepEqual((await countProjects(visitor, {}, today)).party.map((one) => [one.value, one.count]), [['ni-org-001', 1]]);
    accepted(await projects.withdraw(publisher, { id, version: 3, reason: local({ sr: 'грешка' }) }));
    assert.equal(await projectBySlug(visitor, slug), null);
    assert.equal((await withdrawnProject(slug))?.reason?.['sr-Cyrl']?.text, 'грешка');
  });

  test('a wrong value is an issue at its field', () => {
    const wrong = (typed: FormValues) => faults(projectEntry, { 'title.sr-Cyrl': ['Пројекат'], ...typed });
    assert.deepEqual(faults(projectEntry, { ourRole: ['partner'] }), ['title.sr-Cyrl:required']);
    assert.deepEqual(wrong({ 'amounts.0.note.sr-Cyrl': ['без износа'] }), ['amounts.0.amount:required']);
    assert.deepEqual(wrong({ 'amounts.0.amount': ['5'] }), ['amounts.0.currency:currencyMissing', 'amounts.0.scope:scopeMissing']);
    assert.deepEqual(wrong({ coFinancingPercent: ['101'] }), ['coFinancingPercent:atMost']);
    assert.deepEqual(wrong({ coFinancingPercent: ['пола'] }), ['coFinancingPercent:notANumber']);
    assert.deepEqual(wrong({ 'plannedStart.year': ['2010'], 'plannedEnd.year': ['2009'] }), ['plannedEnd.year:endBeforeStart']);
    assert.deepEqual(wrong({ 'partners.3.note.sr-Cyrl': ['учесник'] }), ['partners.3.organisationId:required', 'partners.3.role:required']);
    assert.equal(parsed(projectEntry, { 'title.sr-Cyrl': ['П'], coFinancingPercent: ['12,5 %'] }).coFinancingPercent, '12.50');
  });

  test('a partner that the public may not see is not told; a revision by one who does not see it keeps it', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({ 'partners.1.organisationId': [hidden], 'partners.1.role': ['funder'] }) }));
    accepted(await projects.publish(publisher, { id }));
    const seen = await projectById(visitor, id);
    assert.deepEqual(seen?.partners.map(({ organisation: one }) => one?.id ?? null), [city, null]);
    assert.ok(!JSON.stringify(seen).includes('Скривена'));
    const narrow = staff('publisher', 'project');
    const record = await projectById(narrow, id);
    assert.ok(record);
    accepted(await projects.revise(narrow, { id, entry: parsed(projectEntry, { ...projectFields(record), phase: ['2'] }) }));
    assert.deepEqual((await projectById(editor, id))?.partners.map(({ organisation: one }) => one?.id), [city, hidden]);
    await refusedWith(() => projects.draft(narrow, { entry: entry({ 'partners.0.organisationId': [hidden] }) }), 422, ['partners.0.organisationId:notFound']);
    await refusedWith(() => projects.draft(narrow, { entry: entry({ programmeId: [randomUUID()] }) }), 422, ['programmeId:notFound']);
  });

  test('acts are entered one by one, not after today, and each after the one that it follows', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({}) }));
    const record = (kind: string, year: string, more: FormValues = {}) => recordAct(editor, { id, today, entry: parsed(projectActEntry, { kind: [kind], 'on.year': [year], ...more }) });
    await refusedWith(() => record('idea', '2027'), 422, ['on.year:inFuture']);
    await refusedWith(() => record('running', '2020'), 422, ['kind:mayNotFollow']);
    for (const [kind, year] of [['idea', '2015'], ['preparing', '2016'], ['submitted', '2017'], ['reserve', '2017-06'], ['approved', '2018'], ['contracted', '2019'], ['running', '2020']] as const) {
      accepted(await record(kind, year.slice(0, 4), year.length > 4 ? { 'on.month': [year.slice(5)] } : {}));
    }
    await refusedWith(() => record('submitted', '2021'), 422, ['kind:mayNotFollow']);
    await refusedWith(() => record('closing', '2018'), 422, ['on.year:actOutOfOrder']);
    accepted(await record('suspended', '2021', { 'note.sr-Cyrl': ['поплава'] }));
    accepted(await record('resumed', '2022'));
    accepted(await record('closing', '2023'));
    accepted(await record('closed', '2023'));
    await refusedWith(() => record('cancelled', '2024', { 'note.sr-Cyrl': ['касно'] }), 422, ['kind:mayNotFollow']);
    assert.equal(projectState((await projectById(editor, id))?.acts ?? [], today), 'closed');
    const other = accepted(await projects.draft(editor, { entry: entry({}) }));
    accepted(await recordOldAct(editor, { id: other, today, entry: parsed(oldProjectActEntry, { kind: ['running'], 'on.year': ['2024'], 'on.month': ['3'], 'on.day': ['1'] }) }));
    accepted(await recordAct(editor, { id: other, today, entry: parsed(projectActEntry, { kind: ['closing'], 'on.year': ['2024'] }) }));
    assert.equal(projectState((await projectById(editor, other))?.acts ?? [], today), 'closing', 'known to the year, and no less true');
    assert.deepEqual(faults(projectActEntry, { kind: ['cancelled'] }), ['on.year:required', 'note.sr-Cyrl:required']);
  });

  test('an old act has its place while the record is unverified; one entered in error is undone with a reason', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({}) }));
    const old = (kind: string, year = '') => recordOldAct(editor, { id, today, entry: parsed(oldProjectActEntry, { kind: [kind], 'on.year': [year] }) });
    accepted(await old('running', '2020'));
    accepted(await old('contracted', '2019'));
    await refusedWith(() => old('running', '2020'), 422, ['kind:actTwice']);
    await refusedWith(() => old('submitted', '2021'), 422, ['kind:mayNotFollow']);
    accepted(await old('closed'));
    const acts = (await projectById(editor, id))!.acts;
    const strike = (actId: string, viewer = editor) => strikeAct(viewer, { id, entry: parsed(strikeEntry, { actId: [actId], reason: ['унето грешком'] }) });
    await refusedWith(() => strike(randomUUID()), 422, [':notFound']);
    await refusedWith(() => strike(acts[0]!.id, staff('contributor')), 404, [':notFound']);
    accepted(await strike(acts.find(({ kind }) => kind === 'closed')!.id));
    assert.equal(projectState((await projectById(editor, id))!.acts, today), 'running');
    assert.deepEqual(faults(strikeEntry, { actId: [acts[0]!.id] }), ['reason:required']);
    accepted(await projects.verify(editor, { id, verification: 'checked', today }));
    await refusedWith(() => old('idea'), 422, ['kind:onlyUnverified']);
  });

  test('two who enter the same act at once: one change; the other is told', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({}) }));
    const both = await Promise.all([1, 2].map(() => recordAct(editor, { id, today, entry: parsed(projectActEntry, { kind: ['idea'], 'on.year': ['2020'], known: [''] }) })));
    assert.deepEqual(both.map((one) => (one.done ? 'done' : one.issues.map(({ rule }) => rule).join())).toSorted(), ['actEntered', 'done']);
    assert.equal((await projectById(editor, id))?.acts.length, 1);
  });

  test('a table adds acts that are missing, and changes none', async () => {
    const brought = (acts: FormValues) => parsed(projectWithActs, { 'title.sr-Cyrl': ['Пројекат'], ...acts });
    const id = accepted(await projects.draft(editor, { entry: brought({ 'acts.0.kind': ['running'], 'acts.0.on.year': ['2010'] }) }));
    const [held] = (await projectById(editor, id))!.acts;
    await refusedWith(() => projects.revise(editor, { id, entry: brought({ 'acts.0.id': [held!.id], 'acts.0.kind': ['running'], 'acts.0.on.year': ['2011'] }) }), 422, ['acts.0.on.year:actStands']);
    accepted(await projects.revise(editor, { id, entry: brought({ 'acts.0.kind': ['running'], 'acts.0.on.year': ['2010'], 'acts.1.kind': ['closed'], 'acts.1.on.year': ['2012'] }) }));
    accepted(await projects.revise(editor, { id, entry: parsed(projectEntry, { 'title.sr-Cyrl': ['Пројекат'] }) }));
    assert.deepEqual((await projectById(editor, id))?.acts.map(({ kind, on }) => `${kind} ${on?.edtf}`), ['running 2010', 'closed 2012']);
    assert.deepEqual(faults(projectEntry, { 'title.sr-Cyrl': ['Пројекат'], 'acts.0.kind': ['closed'] }), [':unknownField']);
  });

  test('a stale version is refused; the same request twice is one change', async () => {
    const requestId = randomUUID();
    const [first, second] = await Promise.all([1, 2].map(() => projects.draft(editor, { entry: entry({}), requestId })));
    assert.equal(accepted(first), accepted(second));
    accepted(await projects.revise(editor, { id: accepted(first), version: 1, entry: entry({ phase: ['3'] }) }));
    await refusedWith(() => projects.revise(editor, { id: accepted(first), version: 1, entry: entry({}) }), 409, [':stale']);
  });

  test('what the edit form shows, posted back, changes nothing', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({
      'amounts.0.amount': ['22.000.000,00'], 'amounts.0.currency': ['USD'], 'amounts.0.scope': ['programme_total'],
      'partnerCount.value': ['16'], 'numbers.keep': ['123'], sdgs: ['8', '11'], sectors: ['15112'], coFinancingPercent: ['15'], 'partners.0.budgetShare': ['7,5'],
    }) }));
    const stood = await projectById(editor, id);
    assert.ok(stood);
    accepted(await projects.revise(editor, { id, entry: parsed(projectEntry, projectFields(stood)) }));
    assert.deepEqual({ ...await projectById(editor, id), version: 0, changedAt: null }, { ...stood, version: 0, changedAt: null });
  });

  test('the list finds by words in either script and by who takes part', async () => {
    const id = accepted(await projects.draft(editor, { entry: entry({ 'title.sr-Cyrl': ['Чиста Нишава'], 'partners.0.organisationId': [partner] }) }));
    assert.deepEqual((await listProjects(editor, { q: 'cista nisava' }, today)).lines.map((one) => one.id), [id]);
    assert.deepEqual((await listProjects(editor, { parties: ['ni-org-002'] }, today)).lines.map((one) => one.id), [id]);
    assert.deepEqual((await listProjects(visitor, { parties: ['ni-org-002'] }, today)).lines, []);
  });

  function entry(typed: FormValues) {
    return parsed(projectEntry, {
      'title.sr-Cyrl': ['Пробни пројекат'], ourRole: ['partner'], 'components.0.sr-Cyrl': ['прва'], 'components.0.en': ['first'],
      'partners.0.organisationId': [city], 'partners.0.role': ['partner'], ...typed,
    });
  }
});

async function putOrganisation(code: string, name: string, publication: 'published' | 'draft'): Promise<string> {
  return accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, async (pen) => {
    await pen.draft(organisation, { name: local({ sr: name }), kind: 'other', code, slug: code.toLowerCase(), publication });
  }));
}
