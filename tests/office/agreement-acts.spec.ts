import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementAct } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById, movesOf } from '#office/agreement/read.ts';
import { historyOf } from '#office/audit/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { unseenParties } from '#office/agreement/unseen-parties.ts';
import { addParty, revise, verify } from '#office/agreement/write.ts';
import { publish } from '#office/organisation/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { contributor, drafted, editor, fieldsAndRules, ground, ledger, newAct, oldAct, organisation, parsed, party, signature, statusOf, today, turnedParties, wholeFields } from './agreement-ground.ts';

describe('the acts and parties of an agreement', () => {
  useEmptyDatabase();

  test('is signed by one party after the other, and stands signed when ours have signed', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    const [us, them] = (await agreementById(editor, id, today))!.parties.map((one) => one.id) as [string, string];
    assert.deepEqual(fieldsAndRules(await sign(editor, { id, entry: signature(us), today })), ['partyId actNotPossible']);
    for (const kind of ['drafting_started', 'text_agreed', 'council_decision'] as const) {
      const entry = oldAct({ kind: [kind], 'on.year': ['2023'] });
      assert.ok((await recordOldAct(editor, { id, entry, today })).done, kind);
    }
    const before = await ledger();
    assert.deepEqual(fieldsAndRules(await sign(editor, { id, entry: signature(us), today })), ['partyId notAuthorised']);
    assert.deepEqual(await ledger(), before);

    assert.ok((await recordAct(editor, { id, entry: newAct({ kind: ['authorisation_to_sign'], 'on.year': ['2023'] }), today })).done);
    assert.equal((await agreementById(editor, id, today))?.standing.state, 'ready_to_sign');
    const future = { ...signature(us), on: { edtf: '2026-11-22', earliest: '2026-11-22', latest: '2026-11-22' } };
    assert.deepEqual(fieldsAndRules(await sign(editor, { id, entry: future, today })), ['on.year inFuture']);
    assert.deepEqual(fieldsAndRules(await sign(editor, { id, entry: signature(randomUUID()), today })), ['partyId notFound']);
    assert.ok((await sign(editor, { id, entry: signature(us), today })).done);
    const signed = (await agreementById(editor, id, today))!;
    assert.deepEqual([signed.standing.state, signed.standing.unsigned, signed.parties[0]?.signatory, signed.signedAt?.['sr-Cyrl']?.text], ['signed', [them], 'Петар Петровић', 'Ниш']);
    assert.deepEqual(fieldsAndRules(await sign(editor, { id, entry: signature(us), today })), ['partyId actTwice']);
    assert.ok((await sign(editor, { id, entry: signature(them), today })).done);
    assert.deepEqual((await agreementById(editor, id, today))?.standing.unsigned, []);
  });

  test('an act that may not follow is refused with what is unmet, and leaves nothing behind', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    const before = await ledger();
    assert.deepEqual(fieldsAndRules(await recordAct(editor, { id, entry: newAct({ kind: ['drafting_started'], 'on.year': ['2026'] }), today })), ['kind ownerMissing']);
    assert.deepEqual(fieldsAndRules(await recordAct(editor, { id, entry: newAct({ kind: ['renewal'], 'on.year': ['2026'] }), today })), ['kind actNotPossible']);
    assert.deepEqual(await ledger(), before);
    assert.deepEqual((await movesOf(editor, id, today))?.moves.map(({ kind, unmet }) => `${kind} ${unmet.map(({ rule }) => rule)}`),
      ['initiative ', 'drafting_started ownerMissing', 'dropping ']);
  });

  test('after a refused consent the same assembly decides again, of the new text', async () => {
    const { city, other } = await ground();
    const id = await drafted({ ...wholeFields(city, other), procedure: ['foreign_city'] });
    const [us] = (await agreementById(editor, id, today))!.parties.map((one) => one.id) as [string, string];
    for (const [at, kind] of (['text_agreed', 'council_decision', 'consent_request', 'consent_refused', 'drafting_started', 'text_agreed'] as const).entries()) {
      const entry = oldAct({ kind: [kind], 'on.year': [`${2010 + at}`], ...kind === 'council_decision' ? { partyId: [us] } : {} });
      assert.ok((await recordOldAct(editor, { id, entry, today })).done, kind);
    }
    const decide = () => recordAct(editor, { id, entry: newAct({ kind: ['council_decision'], 'on.year': ['2022'], number: ['2'], session: ['2'], partyId: [us] }), today });
    assert.deepEqual(fieldsAndRules(await decide()), ['done']);
    assert.deepEqual(fieldsAndRules(await decide()), ['partyId actTwice']);
    const { actsInTurn, actsOfRound } = (await agreementById(editor, id, today))!;
    assert.deepEqual([actsInTurn.length, actsOfRound.map(({ kind }) => kind)], [7, ['drafting_started', 'text_agreed', 'council_decision']], 'what the public path to signature is drawn from');
  });

  test('an old record may begin at the last act that is known; a verified one may not grow a past', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    assert.ok((await recordOldAct(systemViewer, { id, entry: oldAct({ kind: ['signature'] }), today })).done);
    assert.ok((await recordOldAct(editor, { id, entry: oldAct({ kind: ['council_decision'] }), today })).done);
    const record = (await agreementById(editor, id, today))!;
    assert.deepEqual(record.acts.map(({ kind }) => kind), ['council_decision', 'signature']);
    assert.deepEqual([record.standing.state, record.standing.signedOn, record.standing.reason.rule], ['signed', null, 'forceUnknown']);
    assert.deepEqual(fieldsAndRules(await recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'] }), today })), ['kind actTwice']);
    assert.ok((await verify(editor, { id, verification: 'checked', today })).done);
    assert.deepEqual(fieldsAndRules(await recordOldAct(editor, { id, entry: oldAct({ kind: ['initiative'] }), today })), ['kind onlyUnverified']);
  });

  test('an act entered in error is taken out with a reason, which the ledger keeps', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    assert.ok((await recordOldAct(editor, { id, entry: oldAct({ kind: ['council_decision'], 'on.year': ['2023'] }), today })).done);
    assert.ok((await recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'] }), today })).done);
    const wrong = (await agreementById(editor, id, today))!.acts.find(({ kind }) => kind === 'signature')!;
    const before = await ledger();
    assert.deepEqual(fieldsAndRules(await strikeAct(editor, { id, entry: { actId: randomUUID(), reason: 'грешка' } })), [' notFound']);
    assert.equal(statusOf(await strikeAct(contributor, { id, entry: { actId: wrong.id, reason: 'грешка' } })), 404);
    assert.deepEqual(await ledger(), before);
    assert.ok((await strikeAct(editor, { id, entry: { actId: wrong.id, reason: 'унето уз погрешан споразум' } })).done);
    const record = (await agreementById(editor, id, today))!;
    assert.deepEqual([record.acts.map(({ kind }) => kind), record.standing.state], [['council_decision'], 'council_decided']);
    const [last] = await reader().select({ reason: change.reason }).from(change).orderBy(desc(change.seq)).limit(1);
    assert.equal(last?.reason, 'унето уз погрешан споразум');
  });

  test('a party whose own record is not public is told before the agreement is published', async () => {
    const { city } = await ground();
    const draft = await organisation('град без објаве', null);
    const id = await drafted(wholeFields(city, draft));
    assert.deepEqual((await unseenParties(editor, id)).map((one) => one.id), [draft]);
    assert.ok((await publish(systemViewer, { id: draft })).done);
    assert.deepEqual(await unseenParties(editor, id), []);
  });

  test('a party under which acts stand stays, whatever the order of the rows; another may go', async () => {
    const { city, other, third } = await ground();
    const id = await drafted(wholeFields(city, other));
    assert.ok((await addParty(editor, { id, entry: party({ organisationId: [third], side: ['them'] }) })).done);
    assert.deepEqual(fieldsAndRules(await addParty(editor, { id, entry: party({ organisationId: [third], side: ['them'] }) })), ['organisationId twice']);
    assert.deepEqual(fieldsAndRules(await addParty(editor, { id, entry: party({ organisationId: [randomUUID()], side: ['them'] }) })), ['organisationId notFound']);
    const record = (await agreementById(editor, id, today))!;
    const cityParty = record.parties.find(({ organisationId }) => organisationId === city)!;
    assert.ok((await recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'], partyId: [cityParty.id] }), today })).done);
    // The history names the party, not its line.
    const told = (await historyOf(editor, 'agreement', id))[0]?.differences.find(({ field }) => field === 'partyId');
    assert.deepEqual(told?.after, cityParty.organisation?.name);

    const turned = parsed({ ...agreementFields(record), ...turnedParties(other, city) });
    assert.ok((await revise(editor, { id, entry: turned })).done);
    const after = (await agreementById(editor, id, today))!;
    assert.deepEqual(after.parties.map(({ organisationId }) => organisationId), [city, other]);
    const [act] = await reader().select().from(agreementAct).where(eq(agreementAct.agreementId, id));
    assert.equal(after.parties.find((one) => one.id === act?.partyId)?.organisationId, city);

    const without = parsed({ ...agreementFields(record), ...turnedParties(other, third) });
    assert.deepEqual(fieldsAndRules(await revise(editor, { id, entry: without })), ['parties partyHasActs']);
  });
});
