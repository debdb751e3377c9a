import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById, obstaclesTo } from '#office/agreement/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { addParty, publish, revise, verify } from '#office/agreement/write.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { FormValues } from '#office/outcome.ts';
import { undo } from '#office/undoing.ts';
import { historyOf } from '#office/audit/read.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith } from '../verbs.ts';
import { drafted, editor, ground, newAct, oldAct, parsed, party, publisher, signature, today, wholeFields } from './agreement-ground.ts';

describe('acts of an agreement and their days', () => {
  useEmptyDatabase();

  test('one whose date contradicts the others is refused; one that may be in order is entered', async () => {
    const { id, them } = await checked([['entry_into_force', '2020-01-01']]);
    const record = (kind: string, on: string, more: FormValues = {}) => recordAct(editor, { id, entry: newAct({ kind: [kind], ...day(on), ...more }), today });
    accepted(await record('suspension', '2026-06-01', { 'note.sr-Cyrl': ['поплава'] }));
    await refusedWith(() => record('resumption', '2025-07-01'), 422, ['on.year:actOutOfOrder']);
    accepted(await record('resumption', '2026'));
    assert.equal((await agreementById(editor, id, today))?.standing.state, 'in_force');
    accepted(await record('notice', '2026-07-01', { partyId: [them] }));
    await refusedWith(() => record('notice_withdrawn', '2026-06', { partyId: [them] }), 422, ['on.year:actOutOfOrder']);
    accepted(await record('notice_withdrawn', '2026', { partyId: [them] }));
    assert.equal((await agreementById(editor, id, today))?.standing.state, 'in_force');
  });

  test('with a foreign city our hand is not dated before the consent; the partner’s may be, and an old record tells the gap', async () => {
    const acts = [['council_decision', '2026-01-10'], ['consent_request', '2026-02-01'], ['consent_given', '2026-03-01'], ['authorisation_to_sign', '2026-03-02']] as const;
    const { id, us, them } = await checked(acts, { procedure: ['foreign_city'] });
    const hand = (partyId: string, on: string) => sign(editor, { id, entry: { ...signature(partyId), on: parseFuzzyDate(on) }, today });
    await refusedWith(() => hand(us, '2025-12-10'), 422, ['on.year:actOutOfOrder']);
    accepted(await hand(them, '2025-12-10'));
    accepted(await hand(us, '2026-03-10'));
    const signed = (await agreementById(editor, id, today))!;
    assert.deepEqual([signed.standing.state, signed.standing.gaps], ['signed', []]);

    const old = await unverified([...acts, ['signature', '2025-12-10']], { procedure: ['foreign_city'] });
    assert.deepEqual((await agreementById(editor, old.id, today))?.standing.gaps, ['consent_given']);
  });

  test('an act of the past with a vague date takes its place on the way and does not begin it anew', async () => {
    const { id } = await unverified([['council_decision', '2026-01-10'], ['consent_request', '2026-02-01'], ['drafting_started', '2026']], { procedure: ['foreign_city'] });
    const { acts, standing } = (await agreementById(editor, id, today))!;
    assert.deepEqual([acts.map(({ kind }) => kind), standing.state], [['drafting_started', 'council_decision', 'consent_request'], 'consent_requested']);
  });

  test('a renewal or a completion agreed in time is entered after the end, of a checked record too', async () => {
    const terms: FormValues = { 'validFrom.year': ['2023'], 'validFrom.month': ['1'], 'validFrom.day': ['1'], termMonths: ['36'], renewal: ['express'], renewalMonths: ['24'] };
    const late = '2026-01-05';
    for (const [kind, state] of [['renewal', 'in_force'], ['completion', 'completed']] as const) {
      const { id } = await checked([['signature', '2022-12-20']], terms);
      assert.equal((await agreementById(editor, id, late))?.standing.state, 'expired');
      assert.deepEqual(await obstaclesTo(editor, id, kind, late), []);
      const record = (on: string) => recordAct(editor, { id, entry: newAct({ kind: [kind], ...day(on) }), today: late });
      await refusedWith(() => record('2026-01-02'), 422, ['on.year:actNotThen']);
      await refusedWith(() => record('2026-01-06'), 422, ['on.year:inFuture']);
      await refusedWith(() => recordAct(editor, { id, entry: newAct({ kind: ['amendment'], ...day('2025-12-20') }), today: late }), 422, ['kind:actNotPossible']);
      accepted(await record('2025-12-20'));
      assert.equal((await agreementById(editor, id, late))?.standing.state, state);
    }
  });

  test('who joins an agreement in force leaves it in force, with its term; one that is put together still waits for all', async () => {
    const { city, other, third } = await ground();
    const values = { ...wholeFields(city, other), inForceRule: ['on_signature'], termMonths: ['36'], renewal: ['none'] };
    const held = await Promise.all(['added', 'revised', 'draft'].map(() => drafted(values)));
    const [added, revised, draft] = held as [string, string, string];
    for (const id of held) {
      const [us, them] = (await agreementById(editor, id, today))!.parties.map((one) => one.id) as [string, string];
      for (const [partyId, on] of [[us, '2024-01-09'], [them, '2024-01-10']] as const) accepted(await recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'], ...day(on), partyId: [partyId] }), today }));
    }
    for (const id of [added, revised]) accepted(await publish(publisher, { id }));
    const join = (id: string) => addParty(publisher, { id, entry: party({ organisationId: [third], side: ['them'] }) });
    accepted(await join(added));
    accepted(await revise(publisher, { id: revised, entry: parsed({ ...agreementFields((await agreementById(publisher, revised, today))!), ...joining(third) }), today }));
    for (const id of [added, revised]) {
      const joins = (await agreementById(publisher, id, today))!;
      assert.deepEqual([joins.validFrom?.edtf, joins.standing.state, joins.standing.period?.endsOn?.latest, joins.standing.unsigned], ['2024-01-10', 'in_force', '2027-01-09', [joins.parties[2]?.id]]);
      accepted(await recordOldAct(publisher, { id, entry: oldAct({ kind: ['signature'], ...day('2026-06-01'), partyId: [joins.parties[2]!.id] }), today }));
      const joined = (await agreementById(visitor, id, today))!;
      assert.deepEqual([joined.standing.state, joined.standing.inForceFrom?.edtf, joined.standing.endsBy], ['in_force', '2024-01-10', '2027-01-09']);
    }
    // The clerk who only restates what the first parties were clears the day again, and nothing writes it anew.
    const cleared = parsed({ ...agreementFields((await agreementById(publisher, revised, today))!), 'validFrom.year': [''], 'validFrom.month': [''], 'validFrom.day': [''] });
    accepted(await revise(publisher, { id: revised, entry: cleared, today }));
    assert.deepEqual([(await agreementById(publisher, revised, today))?.validFrom, (await agreementById(publisher, revised, today))?.standing.inForceFrom?.edtf], [null, '2026-06-01']);

    accepted(await join(draft));
    assert.deepEqual([(await agreementById(editor, draft, today))?.validFrom, (await agreementById(editor, draft, today))?.standing.reason.rule], [null, 'awaitsSignatures']);
  });

  test('the undoing of a joining takes its day back too', async () => {
    const { city, other, third } = await ground();
    const id = await drafted({ ...wholeFields(city, other), inForceRule: ['on_signature'] });
    for (const one of (await agreementById(editor, id, today))!.parties) accepted(await recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'], ...day('2024-01-10'), partyId: [one.id] }), today }));
    accepted(await verify(publisher, { id, verification: 'checked', today }));
    accepted(await addParty(publisher, { id, entry: party({ organisationId: [third], side: ['them'] }) }));
    assert.equal((await agreementById(publisher, id, today))?.validFrom?.edtf, '2024-01-10');
    accepted(await undo(publisher, 'agreement', { id, seq: Number((await historyOf(publisher, 'agreement', id))[0]?.seq) }));
    const back = (await agreementById(publisher, id, today))!;
    assert.deepEqual([back.validFrom, back.parties.length, back.standing.state], [null, 2, 'in_force']);
  });

  test('the public is told of a successor once the old agreement is over, and no longer where that is taken back', async () => {
    const { id } = await checked([['entry_into_force', '2020-01-01']]);
    const { city, other } = await ground();
    const successor = await drafted({ ...wholeFields(city, other), 'links.0.kind': ['replaces'], 'links.0.otherId': [id] });
    for (const one of [id, successor]) accepted(await publish(publisher, { id: one }));
    const told = async () => (await agreementById(visitor, id, today))?.linkedFrom.map(({ other: by }) => by?.id);
    const replaces = async () => (await agreementById(visitor, successor, today))?.links.map(({ other: old }) => old?.id);
    assert.deepEqual([await told(), await replaces()], [[], []]);
    assert.equal((await agreementById(editor, id, today))?.linkedFrom.length, 1);
    assert.equal((await agreementById(editor, successor, today))?.links.length, 1);
    accepted(await recordAct(publisher, { id, entry: newAct({ kind: ['replacement'], ...day('2026-06-01') }), today }));
    assert.deepEqual([await told(), await replaces()], [[successor], [id]]);
    const replaced = (await agreementById(editor, id, today))!.acts.find(({ kind }) => kind === 'replacement')!;
    accepted(await strikeAct(publisher, { id, entry: { actId: replaced.id, reason: 'грешка' } }));
    assert.deepEqual([await told(), await replaces()], [[], []]);
  });
});

type Dated = readonly (readonly [kind: string, on: string])[];

async function unverified(acts: Dated, more: FormValues = {}) {
  const { city, other } = await ground();
  const id = await drafted({ ...wholeFields(city, other), ...more });
  for (const [kind, on] of acts) accepted(await recordOldAct(systemViewer, { id, entry: oldAct({ kind: [kind], ...day(on) }), today }));
  const [us, them] = (await agreementById(editor, id, today))!.parties.map((one) => one.id) as [string, string];
  return { id, us, them };
}

async function checked(acts: Dated, more: FormValues = {}) {
  const made = await unverified(acts, more);
  accepted(await verify(editor, { id: made.id, verification: 'checked', today }));
  return made;
}

function day(on: string): FormValues {
  const [year, month, date] = on.split('-');
  return { 'on.year': [year ?? ''], ...(month ? { 'on.month': [month] } : {}), ...(date ? { 'on.day': [date] } : {}) };
}

function joining(third: string): FormValues {
  return { 'parties.rows': ['3'], 'parties.2.id': [''], 'parties.2.organisationId': [third], 'parties.2.side': ['them'], 'parties.2.role': ['signatory'] };
}
