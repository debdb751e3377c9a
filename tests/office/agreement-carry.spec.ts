import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementAct, agreementLink } from '#db/schema/agreement.ts';
import { document, documentLink } from '#db/schema/document.ts';
import { change } from '#db/schema/ledger.ts';
import { actEntry, annexEntry } from '#office/agreement/act-entry.ts';
import { annex } from '#office/agreement/annex.ts';
import { papers } from '#office/agreement/papers.ts';
import { agreementById, carriersFor } from '#office/agreement/read.ts';
import { recordAct, recordOldAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { publish } from '#office/agreement/write.ts';
import { historyOf } from '#office/audit/read.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, parsed as entered, refusedWith, staff } from '../verbs.ts';
import { drafted, editor, ground, newAct, oldAct, publisher, signature, today, wholeFields } from './agreement-ground.ts';

describe('the paper of an act', () => {
  test('each act asks for its date and what its own paper has, and takes nothing else', () => {
    const asks = (kind: string, more: Record<string, string[]> = {}) => faults(actEntry, { kind: [kind], ...more });
    assert.deepEqual(asks('initiative'), ['on.year:required']);
    assert.deepEqual(asks('council_decision', { 'on.year': ['2020'] }), ['number:required', 'session:required']);
    assert.deepEqual(asks('consent_refused', { 'on.year': ['2020'], number: ['1'] }), ['note.sr-Cyrl:required']);
    assert.deepEqual(asks('publication_in_gazette', { 'on.year': ['2020'] }), ['gazette:required']);
    assert.deepEqual(asks('notice', { 'on.year': ['2020'] }), ['partyId:required']);
    assert.deepEqual(asks('archiving', { 'on.year': ['2020'] }), ['retentionCategory:required', 'number:required']);
    assert.deepEqual(asks('completion', { 'on.year': ['2020'], gazette: ['Сл. лист'] }), ['gazette:malformed']);
    assert.deepEqual(asks('signature', { 'on.year': ['2020'] }), ['kind:notAChoice']);
    assert.deepEqual(asks('initiative', { 'on.year': ['2020'], document: ['new'] }), ['documentTitle.sr-Cyrl:required']);
    assert.deepEqual(asks('amendment', { 'on.year': ['2020'], other: ['new'] }), ['otherTitle.sr-Cyrl:required']);
    assert.deepEqual(asks('amendment', { 'on.year': ['2020'], other: ['found'] }), ['otherFound:required']);
    assert.deepEqual(asks('amendment', { 'on.year': ['2020'], other: ['x'] }), ['other:notFound']);
    for (const [kind, { fields, needs }] of Object.entries(papers)) assert.ok(needs.every((need) => need === 'note' || fields.includes(need)), kind);
  });
});

describe('what is begun with an act', () => {
  useEmptyDatabase();

  test('a document of the record stands behind it; a new one is begun with it, and both records tell their own history', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    const titled = { document: ['new'], 'documentTitle.sr-Cyrl': ['Допис'], documentLanguage: ['en'] };
    accepted(await recordAct(editor, { id, entry: newAct({ kind: ['initiative'], 'on.year': ['2020'], ...titled }), today }));
    const [act] = await reader().select().from(agreementAct).where(eq(agreementAct.agreementId, id));
    const [paper] = await reader().select().from(document).where(eq(document.id, act!.documentId!));
    assert.deepEqual([paper?.title?.['sr-Cyrl']?.text, paper?.kind, paper?.language, paper?.dated?.edtf, paper?.createdBy], ['Допис', 'letter', 'en', '2020', editor.id]);
    const links = await reader().select({ noun: documentLink.noun, recordId: documentLink.recordId }).from(documentLink).where(eq(documentLink.documentId, paper!.id));
    assert.deepEqual(links, [{ noun: 'agreement', recordId: id }]);
    assert.deepEqual((await historyOf(editor, 'document', paper!.id)).map(({ action }) => action), ['document.draft']);
    assert.equal((await historyOf(editor, 'agreement', id))[0]?.action, 'agreement.recordAct');

    await refusedWith(() => recordAct(editor, { id, entry: newAct({ kind: ['dropping'], 'on.year': ['2020'], 'note.sr-Cyrl': ['одустало се'], document: [randomUUID()] }), today }), 422, ['document:notFound']);
    accepted(await recordAct(editor, { id, entry: newAct({ kind: ['dropping'], 'on.year': ['2020'], 'note.sr-Cyrl': ['одустало се'], document: [paper!.id] }), today }));
    const acts = await reader().select({ documentId: agreementAct.documentId }).from(agreementAct).where(eq(agreementAct.agreementId, id));
    assert.deepEqual(acts.map(({ documentId }) => documentId), [paper!.id, paper!.id]);
  });

  test('the paper of a decision is called the assembly’s only where the procedure asks for hers', async () => {
    const { city, other } = await ground();
    for (const [procedure, kind] of [['foreign_city', 'assembly_decision'], ['donor', 'other'], ['network', 'other']] as const) {
      const id = await drafted({ ...wholeFields(city, other), procedure: [procedure] });
      accepted(await recordOldAct(editor, { id, entry: oldAct({ kind: ['text_agreed'], 'on.edtf': ['2019'] }), today }));
      const decision = newAct({ kind: ['council_decision'], 'on.year': ['2020'], number: ['06-1/2020'], session: ['3'], document: ['new'], 'documentTitle.sr-Cyrl': ['Одлука'] });
      accepted(await recordAct(editor, { id, entry: decision, today }));
      const papersOf = await reader().select({ kind: document.kind }).from(document).innerJoin(documentLink, eq(documentLink.documentId, document.id)).where(eq(documentLink.recordId, id));
      assert.deepEqual(papersOf, [{ kind }], procedure);
    }
  });

  test('who may not begin a document cannot do so by an act, and nothing is written', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    const narrow = staff('editor', 'agreement');
    await refusedWith(() => recordAct(narrow, { id, entry: newAct({ kind: ['initiative'], 'on.year': ['2020'], document: ['new'], 'documentTitle.sr-Cyrl': ['Допис'] }), today }), 422, ['document:notAllowed']);
  });

  test('an amendment is begun with the parties of the old text and tied to it, in one transaction', async () => {
    const { id, city, other } = await inForce();
    const outcome = await recordAct(editor, { id, entry: newAct({ kind: ['amendment'], 'on.year': ['2021'], other: ['new'], 'otherTitle.sr-Cyrl': ['Прве измене'] }), today });
    assert.ok(outcome.done && outcome.value.otherId);
    const fresh = (await agreementById(editor, outcome.value.otherId, today))!;
    assert.deepEqual([fresh.type, fresh.title?.['sr-Cyrl']?.text, fresh.parties.map(({ organisationId }) => organisationId), fresh.termMonths], ['amendment', 'Прве измене', [city, other], null]);
    assert.deepEqual(fresh.links.map(({ kind, otherId }) => [kind, otherId]), [['amends', id]]);
    assert.deepEqual((await historyOf(editor, 'agreement', fresh.id)).map(({ action }) => action), ['agreement.draft']);
    assert.deepEqual((await agreementById(editor, id, today))?.linkedFrom.map(({ kind }) => kind), ['amends']);
  });

  test('a replacement needs its successor: a new one takes over the terms, or one that stands is tied', async () => {
    const { id } = await inForce();
    await refusedWith(() => recordAct(editor, { id, entry: newAct({ kind: ['replacement'], 'on.year': ['2021'] }), today }), 422, ['other:successorMissing']);
    const outcome = await recordAct(editor, { id, entry: newAct({ kind: ['replacement'], 'on.year': ['2021'], other: ['new'], 'otherTitle.sr-Cyrl': ['Нови споразум'] }), today });
    assert.ok(outcome.done && outcome.value.otherId);
    const [old, fresh] = [(await agreementById(editor, id, today))!, (await agreementById(editor, outcome.value.otherId, today))!];
    assert.deepEqual([old.standing.state, fresh.type, fresh.termMonths, fresh.renewal], ['replaced', 'cooperation_agreement', 36, 'express']);
    await refusedWith(() => recordAct(editor, { id, entry: newAct({ kind: ['archiving'], 'on.year': ['2022'], number: ['12/2022'], retentionCategory: ['x'.repeat(10)] }), today: '2020-01-01' }), 422, ['kind:actNotPossible']);
    accepted(await recordAct(editor, { id, entry: newAct({ kind: ['archiving'], 'on.year': ['2022'], number: ['12/2022'], retentionCategory: ['трајно'] }), today }));
    const archived = (await agreementById(editor, id, today))!;
    assert.deepEqual([archived.standing.state, archived.retentionCategory, archived.acts.at(-1)?.number], ['archived', 'трајно', '12/2022']);
  });

  test('an agreement that stands is tied once, not to itself, not back again, and only by whoever may revise it', async () => {
    const { id, city, other } = await inForce();
    const successor = await drafted(wholeFields(city, other));
    assert.deepEqual((await carriersFor(editor, id)).map((one) => one.id).includes(successor), true);
    const replace = (viewer: Staff, by: string) => recordAct(viewer, { id, entry: newAct({ kind: ['replacement'], 'on.year': ['2021'], other: [by] }), today });
    await refusedWith(() => replace(editor, id), 422, ['other:itself']);
    await refusedWith(() => replace(editor, randomUUID()), 422, ['other:notFound']);
    accepted(await publish(publisher, { id: successor }));
    assert.equal((await carriersFor(editor, id)).some((one) => one.id === successor), false, 'what the public reads is the publisher’s');
    await refusedWith(() => replace(editor, successor), 422, ['other:notAllowed']);
    accepted(await replace(publisher, successor));
    const ties = await reader().select({ from: agreementLink.agreementId, kind: agreementLink.kind }).from(agreementLink).where(eq(agreementLink.otherId, id));
    assert.deepEqual(ties, [{ from: successor, kind: 'replaces' }]);
    assert.deepEqual((await reader().select({ action: change.action }).from(change).orderBy(desc(change.seq)).limit(2)).map(({ action }) => action), ['agreement.revise', 'agreement.recordAct']);
  });

  test('a successor with another partner is found by its name, though it is not near; refused like any other', async () => {
    const { id, city } = await inForce();
    const { other: stranger } = await ground();
    const successor = await drafted(wholeFields(city, stranger));
    assert.equal((await carriersFor(editor, id)).some((one) => one.id === successor), false, 'its party is another');
    const replace = (found: string) => recordAct(editor, { id, entry: newAct({ kind: ['replacement'], 'on.year': ['2021'], other: ['found'], otherFound: [found] }), today });
    await refusedWith(() => replace(id), 422, ['other:itself']);
    await refusedWith(() => replace(randomUUID()), 422, ['other:notFound']);
    accepted(await replace(successor));
    assert.deepEqual((await agreementById(editor, id, today))?.linkedFrom.map(({ kind, otherId }) => [kind, otherId]), [['replaces', successor]]);
    // What was searched for and then left is not meant.
    assert.equal(newAct({ kind: ['amendment'], 'on.year': ['2021'], otherFound: [successor] }).other, null);
  });

  test('an annex is a record of its own that names the main text; a draft has none', async () => {
    const { id, city, other } = await inForce();
    const made = await annex(editor, { id, entry: entered(annexEntry, { other: ['new'], 'otherTitle.sr-Cyrl': ['Анекс 1'] }), today });
    const fresh = (await agreementById(editor, accepted(made), today))!;
    assert.deepEqual([fresh.type, fresh.links.map(({ kind, otherId }) => [kind, otherId])], ['annex', [['annex_to', id]]]);
    const second = await drafted(wholeFields(city, other));
    accepted(await annex(editor, { id, entry: entered(annexEntry, { other: [second] }), today }));
    await refusedWith(() => annex(editor, { id, entry: entered(annexEntry, { other: [second] }), today }), 422, ['other:twice']);
    await refusedWith(() => annex(editor, { id: second, entry: entered(annexEntry, { other: ['new'], 'otherTitle.sr-Cyrl': ['Анекс'] }), today }), 422, ['other:actNotPossible']);
    assert.deepEqual(faults(annexEntry, {}), ['other:required']);
  });

  test('the signatory that the decision names is authorised by it; between towns of one state each assembly decides', async () => {
    const { city, other } = await ground();
    const id = await drafted({ ...wholeFields(city, other), procedure: ['domestic_intermunicipal'] });
    accepted(await recordOldAct(editor, { id, entry: oldAct({ kind: ['text_agreed'], 'on.year': ['2020'] }), today }));
    const [us, them] = (await agreementById(editor, id, today))!.parties.map((one) => one.id) as [string, string];
    const decide = (partyId: string[], more = {}) => recordAct(editor, { id, entry: newAct({ kind: ['council_decision'], 'on.year': ['2020'], number: ['1'], session: ['1'], partyId, ...more }), today });
    await refusedWith(() => decide([]), 422, ['partyId:required']);
    accepted(await decide([them]));
    await refusedWith(() => decide([them]), 422, ['partyId:actTwice']);
    accepted(await recordAct(editor, { id, entry: newAct({ kind: ['authorisation_to_sign'], 'on.year': ['2020'], partyId: [us], signatory: ['Петар Петровић'] }), today }));
    await refusedWith(() => sign(editor, { id, entry: signature(us), today }), 422, ['partyId:ourDecisionMissing']);
    accepted(await decide([us], { signatory: ['Ана Анић'], 'signatoryOffice.sr-Cyrl': ['градоначелница'] }));
    const record = (await agreementById(editor, id, today))!;
    assert.deepEqual([record.standing.state, record.parties[0]?.signatory], ['ready_to_sign', 'Ана Анић']);
    accepted(await sign(editor, { id, entry: signature(us), today }));
  });

  test('two who enter the same act at once: one change; the other is told who entered it and when, and may say that his is another', async () => {
    const { id } = await inForce();
    const known = (await agreementById(editor, id, today))!.acts.map((one) => one.id);
    const amend = (more: string[] = []) => recordAct(editor, { id, version: 1, entry: newAct({ kind: ['amendment'], 'on.year': ['2021'], known: [...known, ...more, ''] }), today });
    const both = await Promise.all([amend(), amend()]);
    assert.deepEqual(both.map((one) => (one.done ? 'done' : one.issues.map(({ rule }) => rule).join())).toSorted(), ['actEntered', 'done']);
    const told = both.find((one) => !one.done);
    assert.ok(told && !told.done);
    const { act, day, time, who } = told.issues[0]!.values!;
    assert.equal(act, (await agreementById(editor, id, today))!.acts.at(-1)?.id);
    assert.ok(/^\d{4}-\d\d-\d\d$/.test(String(day)) && /^\d{1,2}\.\d\d$/.test(String(time)) && who);
    accepted(await amend([String(act)]));
    await refusedWith(() => amend([String(act)]), 422, [':actEntered']);
  });

  test('an act that another one made impossible meanwhile is refused with the one that came first', async () => {
    const { id } = await inForce();
    const known = (await agreementById(editor, id, today))!.acts.map((one) => one.id);
    accepted(await recordAct(editor, { id, entry: newAct({ kind: ['completion'], 'on.year': ['2021'] }), today }));
    const outcome = await recordAct(editor, { id, entry: newAct({ kind: ['suspension'], 'on.year': ['2021'], 'note.sr-Cyrl': ['поплава'], known }), today });
    assert.ok(!outcome.done);
    assert.deepEqual(outcome.issues.map(({ rule, values }) => [rule, values?.act]), [['actMeanwhile', (await agreementById(editor, id, today))!.acts.at(-1)?.id]]);
  });

  /** An agreement in force since 2020, for three years at a time. */
  async function inForce() {
    const { city, other } = await ground();
    const terms = { termMonths: ['36'], renewal: ['express'], renewalMonths: ['120'] };
    const id = await drafted({ ...wholeFields(city, other), ...terms });
    for (const [kind, year] of [['signature', '2019'], ['entry_into_force', '2020'], ['renewal', '2021']] as const) {
      accepted(await recordOldAct(systemViewer, { id, entry: oldAct({ kind: [kind], 'on.year': [year] }), today }));
    }
    return { id, city, other };
  }
});
