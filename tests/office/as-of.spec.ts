import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { standingThen } from '#office/agreement/then.ts';
import * as agreements from '#office/agreement/write.ts';
import { recordAsOf, fieldsOf } from '#office/audit/as-of.ts';
import { authors, officeHistory } from '#office/audit/office-history.ts';
import { historyOf, peopleBehind } from '#office/audit/read.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { projectEntry } from '#office/project/entry.ts';
import * as projects from '#office/project/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';

const database = useEmptyDatabase();
const editor = staff('editor');
const publisher = staff('publisher');
const entry = (name: string, more: FormValues = {}) => parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more });

async function seqsOf(id: string): Promise<number[]> {
  return (await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, id)).orderBy(asc(change.seq))).map(({ seq }) => seq);
}

describe('a record as it stood', () => {
  test('after each of its changes, with its rows', async () => {
    const id = accepted(await organisations.draft(editor, { entry: entry('Први', { 'names.rows': ['2'], 'names.0.name.sr-Cyrl': ['А'], 'names.1.name.sr-Cyrl': ['Б'] }) }));
    accepted(await organisations.revise(editor, { id, entry: entry('Други', { website: ['https://a.example'], 'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['В'] }) }));
    const [first, second] = await seqsOf(id);
    const names = async (seq: number) => {
      const stood = (await recordAsOf(editor, 'organisation', id, { seq }))!;
      const text = (held: unknown) => (held as Record<string, { text: string }>)['sr-Cyrl']!.text;
      return [text(stood.row.name), stood.row.website, stood.parts.get('organisation_name')!.map(({ name }) => text(name))];
    };
    assert.deepEqual(await names(first!), ['Први', null, ['А', 'Б']]);
    assert.deepEqual(await names(second!), ['Други', 'https://a.example', ['В']]);
    assert.equal(await recordAsOf(editor, 'organisation', id, { seq: first! - 1 }), null, 'before it was entered');
    assert.equal(await recordAsOf(visitor, 'organisation', id, { seq: second! }), null);
    assert.equal(await recordAsOf(staff('contributor'), 'organisation', id, { seq: second! }), null, 'another’s draft');
  });

  test('at the end of a day in Belgrade, also where that is another day in Greenwich', async () => {
    const id = accepted(await organisations.draft(editor, { entry: entry('Дан') }));
    accepted(await organisations.revise(editor, { id, entry: entry('Дан после') }));
    const [first, second] = await seqsOf(id);
    await asOwner(database.url(), async (owner) => {
      await owner.query('alter table change disable trigger ledger_seal');
      await owner.query(`update change set at = '2026-06-30T21:59:00Z' where seq = $1`, [first]);
      await owner.query(`update change set at = '2026-06-30T22:01:00Z' where seq = $1`, [second]);
      await owner.query('alter table change enable trigger ledger_seal');
    });
    const name = async (day: string) => ((await recordAsOf(editor, 'organisation', id, { day }))?.row.name as Record<string, { text: string }> | undefined)?.['sr-Cyrl']?.text;
    assert.deepEqual([await name('2026-06-29'), await name('2026-06-30'), await name('2026-07-01')], [undefined, 'Дан', 'Дан после']);
    assert.equal((await recordAsOf(editor, 'organisation', id, { day: '2026-06-30' }))?.seq, first, 'which can be opened, and its text brought back');
  });

  test('an agreement has the standing that its acts of then give it on that day', async () => {
    const id = accepted(await agreements.draft(editor, { entry: parsed(agreementEntry, { 'title.sr-Cyrl': ['Споразум'], type: ['declaration'], procedure: ['other'] }) }));
    const act = (kind: string, year: string) => recordOldAct(editor, { id, today: '2026-11-21', entry: parsed(oldActEntry, { kind: [kind], 'on.year': [year] }) });
    accepted(await act('entry_into_force', '2019'));
    accepted(await act('termination', '2021'));
    const [drafted, entered, ended] = await seqsOf(id);
    const state = async (seq: number, day: string) => standingThen((await recordAsOf(editor, 'agreement', id, { seq }))!, day).state;
    assert.deepEqual([await state(drafted!, '2020-06-01'), await state(entered!, '2020-06-01'), await state(entered!, '2022-06-01'), await state(ended!, '2022-06-01')],
      ['initiative', 'in_force', 'in_force', 'terminated']);
  });

  test('what another record’s merge moved stands where it stood', async () => {
    const [kept, double] = [accepted(await organisations.draft(publisher, { entry: entry('Остаје') })), accepted(await organisations.draft(publisher, { entry: entry('Одлази') }))];
    const project = accepted(await projects.draft(publisher, { entry: parsed(projectEntry, {
      'title.sr-Cyrl': ['Пројекат'], 'partners.rows': ['1'], 'partners.0.organisationId': [double], 'partners.0.role': ['partner'],
    }) }));
    accepted(await merge(publisher, 'organisation', { id: kept, demands: async () => [], entry: parsed(mergeEntry, { doubleId: [double], reason: ['двојник'] }) }));
    const partner = async (seq: number) => (await recordAsOf(publisher, 'project', project, { seq }))!.parts.get('project_partner')!.map((row) => row.organisation_id);
    const [entered] = await seqsOf(project);
    const merged = (await seqsOf(kept)).at(-1)!;
    assert.deepEqual([await partner(entered!), await partner(merged)], [[double], [kept]]);
    const past = await historyOf(publisher, 'project', project);
    assert.deepEqual(past.map(({ action }) => action), ['organisation.merge', 'project.draft'], 'the project’s own history tells of it');
    assert.deepEqual(past[0]?.differences.map(({ table, field }) => `${table}.${field}`), ['project_partner.organisationId']);
    const told = await fieldsOf(publisher, 'project', (await recordAsOf(publisher, 'project', project, { seq: merged }))!);
    assert.match(JSON.stringify(told), /Остаје/);
  });
});

describe('histories', () => {
  test('of a record by person and by field, page by page', async () => {
    const other = staff('editor');
    const id = accepted(await organisations.draft(editor, { entry: entry('И') }));
    for (let n = 1; n <= 5; n += 1) accepted(await organisations.revise(n % 2 ? other : editor, { id, entry: entry('И', { website: [`https://${Math.ceil(n / 2)}.example`] }) }));
    const past = await historyOf(editor, 'organisation', id);
    assert.equal(past.length, 6);
    assert.equal((await historyOf(editor, 'organisation', id, { who: other.id })).length, 3);
    assert.equal((await historyOf(editor, 'organisation', id, { field: 'organisation.website' })).length, 3);
    const second = await historyOf(editor, 'organisation', id, { limit: 2, before: past[1]!.seq });
    assert.deepEqual(second.map(({ seq }) => seq), past.slice(2, 4).map(({ seq }) => seq));
    assert.deepEqual(new Set((await peopleBehind(editor, 'organisation', id)).map((one) => one.id)), new Set([editor.id, other.id]));
    assert.deepEqual(await peopleBehind(visitor, 'organisation', id), []);
  });

  test('of the office: by person, register and day, and only of what the viewer may see', async () => {
    const mine = accepted(await organisations.draft(editor, { entry: entry('Моје') }));
    const all = await officeHistory(systemViewer, { limit: 1_000 });
    assert.ok(all.changes.some(({ recordId }) => recordId === mine));
    assert.deepEqual((await officeHistory(staff('contributor'), { limit: 100 })).changes, [], 'drafts of others are not told of');
    assert.deepEqual((await officeHistory(visitor, { limit: 100 })).changes, []);
    const paged: number[] = [];
    for (let before: number | undefined; ;) {
      const { changes, next } = await officeHistory(systemViewer, { limit: 3, before });
      paged.push(...changes.map(({ seq }) => seq));
      if (next === null) break;
      before = next;
    }
    assert.deepEqual(paged, all.changes.map(({ seq }) => seq), 'no page loses or repeats one');
    const ofEditor = await officeHistory(systemViewer, { limit: 1_000, who: editor.id, noun: 'project' });
    assert.deepEqual(ofEditor.changes, []);
    assert.deepEqual((await officeHistory(systemViewer, { limit: 1_000, from: '2026-06-30', to: '2026-06-30' })).changes.length, 1);
    assert.deepEqual(await authors(visitor), []);
  });
});
