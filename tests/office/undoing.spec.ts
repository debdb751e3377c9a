import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import * as agreements from '#office/agreement/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { undo } from '#office/undoing.ts';
import type { Viewer } from '#office/viewer.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';

const database = useEmptyDatabase();
const editor = staff('editor');
const today = '2026-11-21';

const entry = (name: string, more: FormValues = {}) => parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more });
const drafted = async (name: string, more: FormValues = {}) => accepted(await organisations.draft(editor, { entry: entry(name, more) }));
const undone = async (viewer: Viewer, id: string, seq?: number) => undo(viewer, 'organisation', { id, seq: seq ?? await last(id) });

async function last(id: string): Promise<number> {
  const [row] = await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, id)).orderBy(desc(change.seq)).limit(1);
  return row?.seq ?? 0;
}

describe('undoing the last change', () => {
  test('every field and every row is as before, as one more version; undoing that brings it back', async () => {
    const id = await drafted('Пре', { website: ['https://pre.example'], 'names.rows': ['2'], 'names.0.name.sr-Cyrl': ['Стари'], 'names.1.name.sr-Cyrl': ['Старији'] });
    const before = organisationFields((await organisationById(editor, id))!);
    accepted(await organisations.revise(editor, { id, entry: entry('После', { country: ['BG'], 'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['Нови'] }) }));
    const after = organisationFields((await organisationById(editor, id))!);
    accepted(await undone(editor, id));
    const now = (await organisationById(editor, id))!;
    assert.deepEqual(organisationFields(now), before);
    assert.equal(now.version, 3);
    accepted(await undone(editor, id));
    assert.deepEqual(organisationFields((await organisationById(editor, id))!), after);
  });

  test('an act that was recorded wrongly', async () => {
    const id = accepted(await agreements.draft(editor, { entry: parsed(agreementEntry, { 'title.sr-Cyrl': ['Споразум'], type: ['declaration'], procedure: ['other'] }) }));
    const before = agreementFields((await agreementById(editor, id, today))!);
    accepted(await recordOldAct(editor, { id, today, entry: parsed(oldActEntry, { kind: ['ratification'], 'on.year': ['2020'] }) }));
    accepted(await undo(editor, 'agreement', { id, seq: await last(id) }));
    const now = (await agreementById(editor, id, today))!;
    assert.deepEqual([agreementFields(now), now.acts], [before, []]);
  });

  test('is refused, and writes nothing, where it is not the last, not one’s own, too late, or final', async () => {
    const id = await drafted('Нацрт');
    await refusedWith(() => undone(editor, id), 422, [':cannotBeUndone']);
    accepted(await organisations.revise(editor, { id, entry: entry('Једном') }));
    const first = await last(id);
    await refusedWith(() => undone(staff('editor'), id), 422, [':notTheLast']);
    await refusedWith(() => undone(staff('contributor'), id), 404, [':notFound']);
    accepted(await organisations.revise(editor, { id, entry: entry('Двапут') }));
    await refusedWith(() => undone(editor, id, first), 422, [':notTheLast']);
    const others = accepted(await organisations.draft(staff('editor'), { entry: entry('Туђе') }));
    accepted(await organisations.revise(editor, { id: others, entry: entry('Туђе, измењено') }));
    await refusedWith(() => undone({ ...editor, grants: [{ role: 'contributor', noun: 'organisation', recordId: others }] }, others), 403, [':notAllowed']);
    await asOwner(database.url(), async (owner) => {
      await owner.query('alter table change disable trigger ledger_seal');
      await owner.query(`update change set at = at - interval '61 minutes' where record_id = $1`, [id]);
      await owner.query('alter table change enable trigger ledger_seal');
    });
    await refusedWith(() => undone(editor, id), 422, [':tooLate']);
  });

  test('a contact’s values are not in the ledger, so a change of them stays', async () => {
    const id = await drafted('Са особом');
    accepted(await organisations.revise(editor, { id, entry: entry('Са особом', { 'contacts.rows': ['1'], 'contacts.0.name': ['Лице'], 'contacts.0.legalBasis': ['пристанак'] }) }));
    await refusedWith(() => undone(editor, id), 422, [':cannotBeUndone']);
  });
});
