import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { parseEntry } from '#office/entry/parse.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import { programmeFields } from '#office/programme/fields.ts';
import { listProgrammes, programmeById, programmeBySlug, programmesOf, withdrawnProgramme } from '#office/programme/read.ts';
import { draft, publish, revise, withdraw } from '#office/programme/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ledger, staff } from '../verbs.ts';

describe('a programme in the register', () => {
  useEmptyDatabase();

  const editor = staff('editor');
  const publisher = staff('publisher');

  test('is drafted, refused until funder or note stands, published, corrected and withdrawn', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Програм пробе'], 'purpose.sr-Cyrl': ['Сврха.'] });
    const record = await programmeById(editor, id);
    assert.deepEqual([record?.code, record?.slug], ['NI-PRG-001', 'program-probe']);
    const before = await ledger();
    assert.deepEqual(await publish(publisher, { id }), {
      done: false, status: 422, issues: [{ field: 'funderId', rule: 'funderOrNote' }, { field: 'purpose.en', rule: 'englishOrWaiver' }],
    });
    assert.deepEqual(await ledger(), before);

    const whole = parsed({ ...programmeFields(record!), 'funderNote.sr-Cyrl': ['Извор не именује финансијера.'], englishWaived: ['преводи се'] });
    assert.ok((await revise(editor, { id, version: 1, entry: whole })).done);
    assert.ok((await publish(publisher, { id, version: 2 })).done);
    assert.equal((await programmeBySlug(visitor, 'program-probe'))?.id, id);
    assert.equal((await listProgrammes(visitor, { q: 'proBE' })).total, 1);
    assert.equal((await listProgrammes(visitor, { q: 'нема' })).total, 0);

    assert.equal((await revise(editor, { id, entry: whole })).done, false, 'a published record is the publisher’s to correct');
    assert.ok((await revise(publisher, { id, entry: whole })).done);
    assert.ok((await programmeById(visitor, id))?.correctedAt);

    const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;
    assert.ok((await withdraw(publisher, { id, reason })).done);
    assert.equal(await programmeBySlug(visitor, 'program-probe'), null);
    assert.equal((await withdrawnProgramme('program-probe'))?.reason?.['sr-Cyrl']?.text, 'унето двапут');
    assert.equal(await withdrawnProgramme('nista'), null);
  });

  test('what was entered comes back in the form as it was, and unchanged parts are left alone', async () => {
    const donor = await organisation('donor', true);
    const id = await drafted({
      'name.sr-Cyrl': ['Програм целине'], 'acronym.sr-Latn': ['PC 2'], 'acronym.origin': ['sr-Latn'], 'objectives.0.sr-Cyrl': ['прво'], 'objectives.1.en': ['second'],
      'objectives.1.sr-Cyrl': ['друго'], 'priorityAxes.0.sr-Cyrl': ['Оса 1'], 'periodFrom.year': ['2007'], 'periodTo.year': ['2013'], cci: ['2007CB16IPO006'],
      'countries.0': ['RS'], 'countries.1': ['BG'], 'countries.2': ['RS'], funderId: [donor],
      'amounts.0.amount': ['9.000.000,00'], 'amounts.0.currency': ['EUR'], 'amounts.0.scope': ['programme_total'], 'amounts.0.certainty': ['estimated'],
      'partners.0.organisationId': [donor], 'partners.0.role': ['funder'], 'partners.0.iatiRole': ['1'], 'partners.0.note.sr-Cyrl': ['давалац'],
    });
    const first = await programmeById(editor, id);
    assert.ok(first);
    assert.deepEqual(first.countries, ['RS', 'BG']);
    assert.deepEqual(first.amounts.map(({ amount, scope, certainty }) => [amount, scope, certainty]), [['9000000.00', 'programme_total', 'estimated']]);
    assert.deepEqual([first.partners[0]?.iatiRole, first.partners[0]?.organisation?.slug, first.funder?.slug], [1, 'donor', 'donor']);
    const seq = await ledger();
    assert.ok((await revise(editor, { id, entry: parsed(programmeFields(first)) })).done);
    const again = await programmeById(editor, id);
    assert.deepEqual({ ...again, version: 1, changedAt: first.changedAt }, first);
    assert.deepEqual(await ledger(), [seq[0]! + 1, seq[1]! + 1]);
    assert.deepEqual((await programmesOf(editor, donor)).map(({ role }) => role), ['funder']);
    assert.deepEqual(await programmesOf(visitor, donor), []);
  });

  test('an organisation that the viewer may not see can be neither named nor read', async () => {
    const hidden = await organisation('skriven', false);
    const contributor = staff('contributor');
    const before = await ledger();
    for (const [typed, field] of [
      [{ funderId: [hidden] }, 'funderId'],
      [{ managingAuthorityId: [randomUUID()] }, 'managingAuthorityId'],
      [{ 'partners.0.organisationId': [hidden], 'partners.0.role': ['partner'] }, 'partners.0.organisationId'],
    ] as const) {
      const outcome = await draft(contributor, { entry: parsed({ 'name.sr-Cyrl': ['Програм'], ...typed }) });
      assert.deepEqual(outcome, { done: false, status: 422, issues: [{ field, rule: 'notFound' }] });
    }
    assert.deepEqual(await ledger(), before);
    const id = await drafted({
      'name.sr-Cyrl': ['Програм са скривеним'], funderId: [hidden], 'partners.0.organisationId': [hidden], 'partners.0.role': ['partner'],
    });
    assert.ok((await publish(publisher, { id })).done);
    const seen = await programmeById(visitor, id);
    assert.deepEqual([seen?.funder, seen?.partners[0]?.organisation], [null, null]);
  });

  test('a revision by one who does not see an organisation keeps it where it stands', async () => {
    const hidden = await organisation('skriven-davalac', false);
    const id = await drafted({ 'name.sr-Cyrl': ['Програм с тајним даваоцем'], funderId: [hidden], 'partners.0.organisationId': [hidden], 'partners.0.role': ['partner'] });
    const narrow = staff('editor', 'programme');
    const record = await programmeById(narrow, id);
    assert.equal(record?.funder, null);
    const outcome = await revise(narrow, { id, entry: parsed({ ...programmeFields(record!), cci: ['2014TC16M4CB007'] }) });
    assert.ok(outcome.done, JSON.stringify(outcome));
    const after = await programmeById(editor, id);
    assert.deepEqual([after?.cci, after?.funder?.id, after?.partners[0]?.organisation?.id], ['2014TC16M4CB007', hidden, hidden]);
    const another = await organisation('drugi-davalac', false);
    const before = await ledger();
    const refused = await revise(narrow, { id, entry: parsed({ ...programmeFields(record!), funderId: [another] }) });
    assert.deepEqual(refused.done ? [] : refused.issues, [{ field: 'funderId', rule: 'notFound' }]);
    assert.deepEqual(await ledger(), before);
  });

  test('wrong values are named at their fields', () => {
    const read = parseEntry(programmeEntry, {
      'name.en': ['Only English'], 'periodFrom.year': ['2014'], 'periodTo.year': ['2013'], 'countries.0': ['XX'], 'amounts.0.amount': ['1'],
      'partners.3.role': ['partner'],
    });
    assert.ok(!read.ok);
    const issues = read.issues.map(({ field, rule }) => `${field} ${rule}`).toSorted();
    assert.deepEqual(issues, [
      'amounts.0.currency currencyMissing', 'amounts.0.scope scopeMissing', 'countries.0 notAChoice', 'name.sr-Cyrl required', 'partners.3.organisationId required',
    ]);
    const period = parseEntry(programmeEntry, { 'name.sr-Cyrl': ['Програм'], 'periodFrom.year': ['2014'], 'periodTo.year': ['2013'] });
    assert.deepEqual(period, { ok: false, issues: [{ field: 'periodTo.year', rule: 'endBeforeStart', values: {} }] });
  });

  test('the second writer of a version is refused, a doubled request is one change', async () => {
    const requestId = randomUUID();
    const entry = parsed({ 'name.sr-Cyrl': ['Програм дупли'] });
    const outcomes = await Promise.all([draft(editor, { entry, requestId }), draft(editor, { entry, requestId }), draft(editor, { entry, requestId })]);
    const ids = new Set(outcomes.map((outcome) => (outcome.done ? outcome.value.id : 'refused')));
    assert.equal(ids.size, 1);
    const [id = ''] = ids;
    assert.ok((await revise(editor, { id, version: 1, entry })).done);
    const before = await ledger();
    const second = await revise(editor, { id, version: 1, entry });
    assert.equal(second.done ? 200 : second.status, 409);
    assert.deepEqual(await ledger(), before);
  });

  async function drafted(typed: FormValues): Promise<string> {
    const outcome = await draft(editor, { entry: parsed(typed) });
    assert.ok(outcome.done, JSON.stringify(outcome));
    return outcome.value.id;
  }

  async function organisation(slug: string, isPublic: boolean): Promise<string> {
    const read = parseEntry(organisationEntry, { 'name.sr-Cyrl': ['Давалац'], kind: ['donor_agency'] });
    assert.ok(read.ok);
    const outcome = await organisations.draft(systemViewer, { entry: read.entry, given: { slug } });
    assert.ok(outcome.done);
    if (isPublic) assert.ok((await organisations.publish(systemViewer, { id: outcome.value.id })).done);
    return outcome.value.id;
  }
});

function parsed(typed: FormValues) {
  const read = parseEntry(programmeEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}
