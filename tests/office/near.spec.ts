import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { isNear } from '#office/near/nearness.ts';
import { oldMembershipActEntry } from '#office/membership/entry.ts';
import { recordOldAct } from '#office/membership/record-act.ts';
import { nearRecords, type Watched } from '#office/near/read.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { put, text } from './search-ground.ts';

useEmptyDatabase();
const editor = staff('editor');
const ids: Record<string, string> = {};
const today = '2026-11-22';
const published = { publication: 'published' };
const day = (edtf: string, earliest = edtf, latest = edtf) => ({ edtf, earliest, latest });

async function near(noun: Watched, fields: FormValues, { viewer = editor as Viewer, id = '', opened = null as FormValues | null } = {}): Promise<string[]> {
  const warnings = await nearRecords(viewer, noun, { fields, opened, id, form: 'sr-Cyrl', today });
  return warnings.flatMap((warning) => (warning.near ?? []).map((one) => Object.entries(ids).find(([, held]) => held === one.id)?.[0] ?? one.label)).toSorted();
}
const party = (...names: string[]): FormValues => Object.fromEntries(names.map((name, at) => [`parties.${at}.organisationId`, [ids[name] ?? '']]));

test('names are near by slips, by what kind of body they name, by most of their letters; never by another number', () => {
  for (const [a, b] of [['Град Лил', 'Лил'], ['Нишава', 'Нишавa'.replace('a', 'а')], ['Споразум о сарадњи', 'Sporazum o saradnji'], ['Скопље', 'Скопје'], ['Удружење грађана Свитац', 'Удружење Свитац']] as const) assert.ok(isNear(a, b), `${a} ~ ${b}`);
  for (const [a, b] of [['Пирот', 'Прокупље'], ['Пројекат 2', 'Пројекат 3'], ['ЕУ', 'ЕК'], ['Град Ниш', 'Град Пирот'], ['', 'Ниш']] as const) assert.ok(!isNear(a, b), `${a} ≁ ${b}`);
});

describe('records that may be entered a second time', () => {
  before(async () => {
    ids.city = await put('organisation', { code: 'ORG-0', name: text('Град Ниш'), isSelf: true, ...published });
    ids.lille = await put('organisation', { code: 'ORG-1', name: local({ sr: 'Град Лил', en: 'City of Lille' }), acronym: local({ sr: 'МЕЛ' }), ...published });
    accepted(await change(systemViewer, { action: 'organisation.revise', table: organisation, id: ids.lille }, async (pen) => {
      await pen.revise(organisation, { note: text('–') });
      await pen.replaceParts(organisationName, organisationName.organisationId, [{ name: text('Општина Флерсвил') }]);
    }));
    ids.pirot = await put('organisation', { code: 'ORG-2', name: text('Пирот'), ...published });
    ids.secret = await put('organisation', { code: 'ORG-3', name: text('Тајновити партнер') });
    const sides = (...names: string[]) => (id: string) => names.map((name, position) => ['agreement_party', { agreementId: id, organisationId: ids[name], role: 'signatory', side: 'them', position }] as const);
    ids.old = await put('agreement', { code: 'AGR-1', title: text('Споразум о култури'), type: 'cooperation_agreement', validFrom: day('2018-06-12') }, sides('city', 'lille'));
    ids.undated = await put('agreement', { code: 'AGR-2', title: text('Протокол о спорту'), type: 'protocol_on_cooperation' }, sides('city', 'lille'));
    ids.three = await put('agreement', { code: 'AGR-3', title: text('Три стране'), type: 'cooperation_agreement' }, sides('city', 'lille', 'pirot'));
    ids.network = await put('organisation', { code: 'ORG-4', name: text('Мрежа'), kind: 'network', ...published });
    ids.membership = await put('membership', { code: 'MEM-1', networkId: ids.network, memberId: ids.city });
    ids.project = await put('project', { code: 'PRO-1', title: text('Чиста Нишава 2'), ...published });
    ids.report = await put('milestone', { code: 'MIL-1', title: text('Извештај'), kind: 'report_due', agreementId: ids.old, planned: day('2027', '2027-01-01', '2027-12-31') });
  });

  test('organisations: by any name in any script, older names, acronyms; not by themselves', async () => {
    for (const name of ['Лил', 'Grad Lil', 'Флерсвил']) assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': [name] }), ['lille'], name);
    assert.deepEqual(await near('organisation', { 'name.en': ['City of Lile'] }), ['lille']);
    assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': ['Нешто друго'], 'acronym.sr-Cyrl': ['мел'] }), ['lille']);
    assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': ['Лил'] }, { id: ids.lille }), []);
    assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': ['Прокупље'] }), []);
  });

  test('agreements: the same parties and type within ninety days or at a time that nobody knows, or the same title', async () => {
    const asked = (year: string, month: string, type = 'cooperation_agreement') => near('agreement', { ...party('city', 'lille'), type: [type], 'validFrom.year': [year], 'validFrom.month': [month], 'validFrom.day': [month && '1'], 'title.sr-Cyrl': ['Сасвим друго'] });
    assert.deepEqual(await asked('2018', '9'), ['old']);
    assert.deepEqual(await asked('2018', '10'), [], 'a hundred and eleven days later');
    assert.deepEqual(await asked('2018', ''), ['old'], 'a year that holds the day');
    assert.deepEqual(await asked('', ''), ['old'], 'nobody knows when');
    assert.deepEqual(await asked('2018', '9', 'protocol_on_cooperation'), ['undated']);
    assert.deepEqual(await near('agreement', { ...party('city', 'pirot'), type: ['cooperation_agreement'] }), [], 'other parties');
    assert.deepEqual(await near('agreement', { ...party('city', 'lille', 'pirot'), type: ['cooperation_agreement'] }), ['three']);
    assert.deepEqual(await near('agreement', { ...party('lille'), type: ['declaration'], 'title.sr-Cyrl': ['Споразум о културу'] }), ['old'], 'a near title between the same');
    assert.deepEqual(await near('agreement', { 'title.sr-Latn': ['Protokol o sportu'] }), ['undated'], 'the same title, whoever the parties are');
  });

  test('memberships of the same network, milestones of the same record, kind and time, projects of a near name', async () => {
    assert.deepEqual(await near('membership', { networkId: [ids.network ?? ''], memberId: [ids.city ?? ''] }), ['membership']);
    assert.deepEqual(await near('membership', { networkId: [ids.network ?? ''], memberId: [ids.lille ?? ''] }), []);
    const milestone = (kind: string, year: string) => near('milestone', { agreementId: [ids.old ?? ''], kind: [kind], 'planned.year': [year] });
    assert.deepEqual([await milestone('report_due', '2027'), await milestone('report_due', '2028'), await milestone('fee_due', '2027'), await milestone('report_due', '')], [['report'], [], [], []]);
    const called = (title: string, on: string) => near('milestone', { agreementId: [ids.old ?? ''], kind: ['report_due'], 'title.sr-Cyrl': [title], 'planned.year': [on.slice(0, 4)], 'planned.month': [on.slice(5, 7)], 'planned.day': [on.slice(8)] });
    assert.deepEqual([await called('Извештај', '2028-01-14'), await called('Извештај', '2028-02-14'), await called('Записник', '2028-01-14'), await called('Извештај 2', '2028-01-14')], [['report'], [], [], []], 'a near title a fortnight apart');
    assert.deepEqual(await near('project', { 'title.sr-Cyrl': ['Чиста Нишава 2'] }), ['project']);
    assert.deepEqual(await near('project', { 'title.sr-Cyrl': ['Чиста Нишава 3'] }), []);
  });

  test('beside a membership that is running no other can be entered: that is told as final, and leads to it alone', async () => {
    const told = async (member = ids.city, id = '') => (await nearRecords(editor, 'membership', { fields: { networkId: [ids.network ?? ''], memberId: [member ?? ''] }, opened: null, id, form: 'sr-Cyrl', today }))
      .map(({ rule, isFinal, near: those }) => [rule, isFinal === true, those?.map((one) => one.id)]);
    assert.deepEqual(await told(), [['near_membership', false, [ids.membership]]], 'one that nobody knows to run');
    accepted(await recordOldAct(systemViewer, { id: ids.membership ?? '', today, entry: parsed(oldMembershipActEntry, { kind: ['joined'], 'on.year': ['2010'] }) }));
    const again = await put('membership', { code: 'MEM-2', networkId: ids.network, memberId: ids.city });
    assert.deepEqual(await told(), [['secondMembership', true, [ids.membership]]]);
    assert.deepEqual(await told(ids.lille), []);
    assert.deepEqual(await told(ids.city, ids.membership), [['near_membership', false, [again]]], 'it stands in nobody’s way but another’s');
  });

  test('nothing is asked while what makes it a double stands as it stood', async () => {
    const stood = { 'name.sr-Cyrl': ['Лил'], note: ['старо'] };
    assert.deepEqual(await near('organisation', { ...stood, note: ['ново'] }, { opened: stood }), []);
    assert.deepEqual(await near('organisation', { ...stood, 'name.sr-Cyrl': ['Лилл'] }, { opened: stood }), ['lille']);
  });

  test('a title that is changed or translated asks about titles alone, and not about the parties that stand as they stood', async () => {
    const stood = { 'title.sr-Cyrl': ['Споразум о позоришту'], type: ['cooperation_agreement'], ...party('city', 'lille') };
    assert.deepEqual(await near('agreement', { ...stood, 'title.en': ['Agreement on the theatre'] }, { opened: stood }), []);
    assert.deepEqual(await near('agreement', { ...stood, 'title.sr-Cyrl': ['Споразум о култури'] }, { opened: stood }), ['old']);
    assert.deepEqual(await near('agreement', stood, { opened: { ...stood, type: ['declaration'] } }), ['old']);
  });

  test('no record is named that the viewer may not see, and none to a visitor', async () => {
    assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': ['Тајновити партнер'] }), ['secret']);
    assert.deepEqual(await nearRecords(staff('contributor'), 'organisation', { fields: { 'name.sr-Cyrl': ['Тајновити партнер'] }, opened: null, id: '', form: 'sr-Cyrl', today }), []);
    assert.deepEqual(await near('organisation', { 'name.sr-Cyrl': ['Лил'] }, { viewer: visitor }), []);
  });
});
