import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { consider } from '#app/considering.ts';
import { decide } from '#app/deciding.ts';
import { deeds } from '#app/deeds.ts';
import { propose, proposeFiles } from '#app/proposing.ts';
import { tryOut } from '#app/trying.ts';
import { reader, rehearse } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { correctionNote } from '#db/schema/correction.ts';
import { documentFile, fileChunk } from '#db/schema/document-file.ts';
import { document } from '#db/schema/document.ts';
import { change } from '#db/schema/ledger.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { proposalFile } from '#db/schema/proposal.ts';
import { publicHistory } from '#office/audit/public-history.ts';
import { aside } from '#office/change.ts';
import { local } from '#messages/local-text.ts';
import { attach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { store, sweep } from '#office/document/store.ts';
import { draft as draftDocument, publish as publishDocument } from '#office/document/write.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { assign } from '#office/milestone/assign.ts';
import { draft as draftMilestone, publish as publishMilestone } from '#office/milestone/write.ts';
import { actions, isContent, nouns } from '#office/permission.ts';
import { proposalById } from '#office/proposal/read.ts';
import { proposedFile } from '#office/proposal/files.ts';
import { recordHead } from '#office/record.ts';
import { latestInRegister } from '#office/register/latest.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';
import { undo } from '#office/undoing.ts';
import { revise } from '#office/organisation/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith } from '../verbs.ts';
import { person, today } from './import-ground.ts';

describe('what is proposed', () => {
  useFreshDatabase();
  let author: Staff;
  let approver: Staff;
  before(async () => {
    [author, approver] = [await person('publisher'), await person('publisher')];
    accepted(await changeSetting(systemViewer, { entry: parsed(settingEntry, { key: ['four_eyes'], value: ['on'], reason: ['проба'] }) } as never));
  });

  async function approved(id: string) {
    const held = (await proposalById(approver, id))!;
    const head = (await recordHead(approver, held.noun, held.recordId!))!;
    return decide(approver, { id, version: held.version, requestId: randomUUID(), today, note: null, entry: { verdict: 'approve', message: null, recordVersion: head.version, entryHash: held.entryHash, keep: [] } });
  }

  async function send(deed: string, id: string, fields: Record<string, readonly string[]>, note: string | null = null) {
    const outcome = await propose(author, { deed, fields, id, version: undefined, requestId: undefined, note: note ? local({ sr: note }) : null }, { reason: 'проба', proposal: undefined });
    return accepted(outcome as never);
  }

  test('every act on what the public reads can be proposed, but those that have another way', () => {
    const own = new Set(Object.values(deeds).map(({ action }) => action as string));
    // Undoing is for the hour after one's own change; an address and a field of a register are acts of the table and of the record itself.
    const elsewhere = new Set(['draft', 'undo', 'readdress', 'classify']);
    const left = actions.filter((action) => isContent(action) && !own.has(action) && !elsewhere.has(action.split('.')[1] ?? ''));
    assert.deepEqual(left, []);
    assert.ok(nouns.length > 0);
  });

  test('an act is struck by two: who reads it sees which, and what is tried out leaves nothing', async () => {
    const [act] = await reader().select().from(agreementAct).innerJoin(agreement, eq(agreement.id, agreementAct.agreementId)).where(eq(agreement.publication, 'published')).limit(1);
    const [id, actId] = [act!.agreement.id, act!.agreement_act.id];
    const proposal = await send('agreement.strikeAct', id, { actId: [actId], reason: ['унет грешком'] }, 'Потпис није нађен у архиви.');
    const held = (await proposalById(approver, proposal))!;
    const said = (await consider(approver, held))!.lines;
    assert.ok(said.some(({ group, field, before: was, after }) => group === 'acts' && field === 'kind' && was === act!.agreement_act.kind && after === null));
    const was = await ledger();
    const tried = await tryOut(approver, held, async () => (await reader().select({ id: agreementAct.id }).from(agreementAct).where(eq(agreementAct.id, actId))).length);
    assert.deepEqual(tried, { seen: 0 });
    assert.deepEqual(await ledger(), was);
    assert.equal((await reader().select().from(agreementAct).where(eq(agreementAct.id, actId))).length, 1);
    await refusedWith(() => decide(author, { id: proposal, version: undefined, requestId: randomUUID(), today, note: null, entry: { verdict: 'approve', message: null, recordVersion: null, entryHash: held.entryHash, keep: [] } }), 403, [':fourEyesOwn']);
    accepted(await approved(proposal));
    assert.equal((await reader().select().from(agreementAct).where(eq(agreementAct.id, actId))).length, 0);
    const { facts } = await publicHistory('agreement', id);
    assert.deepEqual(facts[0]?.notes.map((note) => note['sr-Cyrl']?.text), ['Потпис није нађен у архиви.']);
    assert.deepEqual((await latestInRegister(1))[0]?.note?.['sr-Cyrl']?.text, 'Потпис није нађен у архиви.');
  });

  test('a milestone is started and moved on by two, and whoever keeps it sees it', async () => {
    const [owner] = await reader().select({ id: agreement.id }).from(agreement).where(eq(agreement.publication, 'published')).limit(1);
    const id = accepted(await draftMilestone(systemViewer, { entry: parsed(milestoneEntry, { 'title.sr-Cyrl': ['Почетак пробе'], 'title.origin': ['sr-Cyrl'], kind: ['project_event'], agreementId: [owner!.id] }) }));
    const keeper = await person('contributor', 'organisation');
    assert.equal(await milestoneById(keeper, id), null);
    accepted(await assign(author, { id, ownerId: keeper.id }));
    assert.equal((await milestoneById(keeper, id))?.id, id);
    assert.equal((await milestoneById(await person('contributor', 'organisation'), id)), null);
    accepted(await publishMilestone(systemViewer, { id }));
    accepted(await approved(await send('milestone.start', id, { progress: ['20'], 'on.year': ['2025'] })));
    accepted(await approved(await send('milestone.noteProgress', id, { progress: ['60'] })));
    const [row] = await reader().select().from(milestone).where(eq(milestone.id, id));
    assert.equal(row?.progress, 60);
  });

  test('files wait with their proposal: seen by whoever decides, swept by nobody, the document’s when approved, gone when rejected', async () => {
    const id = accepted(await draftDocument(systemViewer, { entry: parsed(documentEntry, { 'title.sr-Cyrl': ['Папир пробе'], 'title.origin': ['sr-Cyrl'], 'title.en': ['Paper'], kind: ['report'], language: ['sr'], visibility: ['public'], 'absentReason.sr-Cyrl': ['чека се'], 'absentReason.origin': ['sr-Cyrl'], englishWaived: ['проба'] }) }));
    accepted(await publishDocument(systemViewer, { id }));
    const arrived = async (text: string) => {
      const bytes = Buffer.from(text);
      const key = randomUUID();
      await store.keep(key, (async function* one() { yield bytes; })());
      return { storeKey: key, name: 'papir.pdf', mime: 'application/pdf', size: bytes.length, sha256: key.replaceAll('-', '').padEnd(64, '0') };
    };
    const bytesOf = (key: string) => reader().$count(fileChunk, eq(fileChunk.storeKey, key));
    const which = { id, version: undefined, requestId: undefined, typed: { role: ['scan'] }, reason: null };
    await refusedWith(() => attach(author, { id, entry: { role: 'scan', language: null, replacesId: null }, files: [] }), 403, [':fourEyesPropose']);
    const first = await arrived('prvi');
    await refusedWith(() => proposeFiles(author, { ...which, files: [first], reason: 'ш'.repeat(1_001) }), 422, ['proposalReason:tooLong']);
    const proposal = accepted(await proposeFiles(author, { ...which, files: [first] }));
    const said = (await consider(approver, (await proposalById(approver, proposal))!))!.lines;
    assert.ok(said.some(({ group, field, after }) => group === 'files' && field === 'name' && after === 'papir.pdf'));
    const [file] = await reader().select({ id: proposalFile.id }).from(proposalFile).where(eq(proposalFile.proposalId, proposal));
    assert.equal((await proposedFile(approver, file!.id))?.storeKey, first.storeKey);
    assert.equal(await proposedFile(await person('contributor', 'organisation'), file!.id), null);
    await assert.rejects(() => store.drop(first.storeKey));
    await sweep();
    assert.equal(await bytesOf(first.storeKey), 1);
    accepted(await approved(proposal));
    assert.equal((await reader().select().from(documentFile).where(eq(documentFile.storeKey, first.storeKey))).length, 1);
    assert.equal(await proposedFile(approver, file!.id), null);
    const second = await arrived('drugi');
    const refused = accepted(await proposeFiles(author, { ...which, files: [second] }));
    const held = (await proposalById(approver, refused))!;
    accepted(await decide(approver, { id: refused, version: held.version, requestId: randomUUID(), today, note: null, entry: { verdict: 'reject', message: 'није тај', recordVersion: null, entryHash: held.entryHash, keep: [] } }));
    assert.equal(await bytesOf(second.storeKey), 0);
    assert.equal(await bytesOf(first.storeKey), 1);
  });

  test('a note goes with an undone correction; on a draft nobody is told anything', async () => {
    accepted(await changeSetting(systemViewer, { entry: parsed(settingEntry, { key: ['four_eyes'], value: [], reason: ['проба'] }) } as never));
    const [row] = await reader().select({ id: organisation.id }).from(organisation).where(eq(organisation.slug, 'novi-sad'));
    const fields = organisationFields((await organisationById(author, row!.id))!);
    const entry = parsed(organisationEntry, { ...fields, website: ['https://primer.rs'] });
    accepted(await revise(author, { id: row!.id, entry, note: local({ sr: 'Исправљена адреса.' }) }));
    assert.equal(await reader().$count(correctionNote, eq(correctionNote.recordId, row!.id)), 1);
    const [last] = await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, row!.id)).orderBy(desc(change.seq)).limit(1);
    accepted(await undo(author, 'organisation', { id: row!.id, seq: last!.seq }));
    assert.equal(await reader().$count(correctionNote, eq(correctionNote.recordId, row!.id)), 0);
    const [draft] = await reader().select({ id: document.id }).from(document).where(eq(document.publication, 'draft')).limit(1);
    assert.equal(draft ? await reader().$count(correctionNote, eq(correctionNote.recordId, draft.id)) : 0, 0);
  });

  test('what is tried out is forgotten also where it throws', async () => {
    const was = await ledger();
    const key = randomUUID();
    await assert.rejects(() => rehearse(async () => {
      await aside((db) => db.insert(fileChunk).values({ storeKey: key, place: 0, bytes: Buffer.from('проба') }));
      assert.equal(await reader().$count(fileChunk, eq(fileChunk.storeKey, key)), 1, 'what is tried out is seen within');
      throw new Error('кола су стала');
    }), /кола/);
    assert.equal(await reader().$count(fileChunk, eq(fileChunk.storeKey, key)), 0);
    assert.deepEqual(await ledger(), was);
  });
});
