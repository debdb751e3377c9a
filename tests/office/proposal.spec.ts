import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { decide } from '#app/deciding.ts';
import { consider } from '#app/considering.ts';
import { propose } from '#app/proposing.ts';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { proposalEntry } from '#db/schema/proposal.ts';
import { local } from '#messages/local-text.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { draft, publish, revise, withdraw } from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { myReturned, proposalById, proposalsWaiting } from '#office/proposal/read.ts';
import { differs } from '#office/proposal/said.ts';
import { amend, comment, takeBack } from '#office/proposal/write.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith, staff } from '../verbs.ts';

const today = '2026-11-22';
const fields: FormValues = {
  'name.sr-Cyrl': ['Град Нови Сад'], 'name.en': ['City of Novi Sad'], kind: ['local_government'], website: ['https://novisad.example'],
  'contacts.rows': ['1'], 'contacts.0.name': ['Јелена Тајна'], 'contacts.0.email': ['tajna@primer.rs'], 'contacts.0.legalBasis': ['сагласност'],
};

/** A published organisation with one contact that the public does not see. */
async function published(): Promise<string> {
  const id = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, fields) }));
  accepted(await publish(systemViewer, { id, today }));
  return id;
}

async function formOf(viewer: Viewer, id: string): Promise<{ form: FormValues; version: number }> {
  const record = await organisationById(viewer, id);
  return { form: organisationFields(record!), version: record!.version };
}

/** What `viewer` would have the record say, with these fields typed anew. */
async function proposed(viewer: Viewer, id: string, typed: FormValues, wish: { reason?: string; proposal?: string } = {}) {
  const { form, version } = await formOf(viewer, id);
  return propose(viewer, { deed: 'organisation.revise', fields: { ...form, ...typed }, id, version, requestId: undefined }, { reason: wish.reason ?? null, proposal: wish.proposal });
}

async function verdict(viewer: Viewer, id: string, given: Partial<Parameters<typeof decide>[1]['entry']> = {}) {
  const held = (await proposalById(viewer, id))!;
  const recordVersion = held && (await organisationById(viewer, held.recordId!))!.version;
  return decide(viewer, {
    id, version: held.version, requestId: undefined, today, note: null,
    entry: { verdict: 'approve', message: null, recordVersion, entryHash: held.entryHash, keep: [], ...given },
  } as Parameters<typeof decide>[1]);
}

describe('a proposal', () => {
  useEmptyDatabase();

  test('changes nothing of the record until it is approved, and then exactly what was typed; the ledger names both', async () => {
    const [author, approver] = [staff('contributor'), staff('publisher')];
    const id = await published();
    const proposal = accepted(await proposed(author, id, { 'name.en': ['The City of Novi Sad'] }, { reason: 'тако се сам зове' }));
    assert.equal((await organisationById(visitor, id))?.name?.en?.text, 'City of Novi Sad');
    assert.deepEqual((await proposalsWaiting(approver)).lines.map((one) => one.id), [proposal]);
    assert.deepEqual((await proposalsWaiting(author)).lines, []);
    accepted(await verdict(approver, proposal));
    const now = await organisationById(visitor, id);
    assert.equal(now?.name?.en?.text, 'The City of Novi Sad');
    assert.equal(now?.website, 'https://novisad.example');
    const [last] = await reader().select().from(change).orderBy(desc(change.seq)).limit(1);
    assert.deepEqual([last?.action, last?.actorId], ['organisation.revise', approver.id]);
    const held = await proposalById(approver, proposal);
    assert.deepEqual([held?.state, held?.changeSeq, held?.createdBy], ['approved', last?.seq, author.id]);
  });

  test('leaves contacts that its author does not see as they stand, and keeps none of their values in the ledger', async () => {
    const id = await published();
    const author = staff('contributor');
    const proposal = accepted(await proposed(author, id, { website: ['https://ns.example'] }));
    accepted(await verdict(staff('publisher'), proposal));
    const now = await organisationById(systemViewer, id);
    assert.deepEqual(now?.contacts.map(({ name, email }) => [name, email]), [['Јелена Тајна', 'tajna@primer.rs']]);

    const editor = staff('editor');
    const another = accepted(await proposed(editor, id, { 'contacts.0.email': ['nova.tajna@primer.rs'] }));
    const everything = JSON.stringify(await reader().select({ before: revision.before, after: revision.after }).from(revision));
    assert.ok(!everything.includes('nova.tajna@primer.rs') && !everything.includes('Јелена'));
    accepted(await takeBack(editor, { id: another }));
    const [kept] = await reader().select().from(proposalEntry).where(eq(proposalEntry.proposalId, another));
    assert.ok(!JSON.stringify(kept).includes('tajna'));
    assert.equal((await proposalById(editor, another))?.state, 'taken_back'); // its hash still holds
  });

  test('made against an older version is merged field by field; where both changed one, the approver may keep what stands', async () => {
    const id = await published();
    const [author, approver] = [staff('contributor'), staff('publisher')];
    const proposal = accepted(await proposed(author, id, { 'name.en': ['Novi Sad'], website: ['https://predlog.example'] }));
    const { form, version } = await formOf(approver, id);
    accepted(await revise(approver, { id, version, today, entry: parsed(organisationEntry, { ...form, website: ['https://sada.example'], country: ['RS'] }) }));
    const considered = await consider(approver, (await proposalById(approver, proposal))!);
    assert.deepEqual([considered?.moved, considered?.disputed], [true, ['website']]);
    assert.deepEqual(considered?.lines.filter(differs).map(({ field, face, before, after }) => [field, face, before, after]), [
      ['name', 'en', 'City of Novi Sad', 'Novi Sad'], ['website', null, 'https://sada.example', 'https://predlog.example'],
    ]);
    accepted(await verdict(approver, proposal, { keep: ['website'] }));
    const now = await organisationById(visitor, id);
    assert.deepEqual([now?.name?.en?.text, now?.website, now?.country], ['Novi Sad', 'https://sada.example', 'RS']);
  });

  test('says that its record was withdrawn meanwhile, to its author too, who sees the record no more but what he wrote', async () => {
    const id = await published();
    const [author, approver] = [staff('contributor'), staff('publisher')];
    const proposal = accepted(await proposed(author, id, { 'name.en': ['Novi Sad'] }));
    assert.deepEqual((await consider(author, (await proposalById(author, proposal))!))?.fate, { is: 'there' });
    accepted(await withdraw(approver, { id, reason: local({ sr: 'Објављено грешком.' }) }));
    const toDecider = await consider(approver, (await proposalById(approver, proposal))!);
    assert.deepEqual([toDecider?.fate.is, toDecider?.barred, toDecider?.fate.is === 'withdrawn' && toDecider.fate.why?.['sr-Cyrl']?.text], ['withdrawn', false, 'Објављено грешком.']);
    const toAuthor = await consider(author, (await proposalById(author, proposal))!);
    assert.deepEqual([toAuthor?.fate.is, toAuthor?.code, toAuthor?.version, toAuthor?.barred], ['withdrawn', null, null, true]);
    assert.deepEqual(toAuthor?.lines.map(({ field, face, before, after }) => [field, face, before, after]), [['name', 'en', 'City of Novi Sad', 'Novi Sad']], 'and nothing else of the record');
    assert.ok(!JSON.stringify(toAuthor).includes('Тајна'));
    accepted(await verdict(approver, proposal));
    assert.equal((await organisationById(approver, id))?.name?.en?.text, 'Novi Sad');
  });

  test('leads on, once decided, to the record into which its own was merged', async () => {
    const [id, kept] = [await published(), await published()];
    const [author, approver] = [staff('editor'), staff('publisher')];
    const proposal = accepted(await proposed(author, id, { 'name.en': ['Novi Sad'] }));
    accepted(await decide(approver, { id: proposal, version: 1, requestId: undefined, today, note: null, entry: { verdict: 'reject', message: 'двојник', recordVersion: null, entryHash: '', keep: [] } } as unknown as Parameters<typeof decide>[1]));
    accepted(await merge(approver, 'organisation', { id: kept, entry: parsed(mergeEntry, { doubleId: [id], reason: ['исто'] }), demands: async () => [] }));
    const { fate, lines } = (await consider(author, (await proposalById(author, proposal))!))!;
    assert.deepEqual([fate.is, fate.is === 'merged' && fate.into.id, lines.filter(differs).length], ['merged', kept, 1]);
  });

  test('is not approved as something else than was read: the record moved on, or its author amended it', async () => {
    const id = await published();
    const [author, approver] = [staff('contributor'), staff('publisher')];
    const proposal = accepted(await proposed(author, id, { website: ['https://prvi.example'] }));
    const read = (await proposalById(approver, proposal))!;
    accepted(await proposed(author, id, { website: ['https://drugi.example'] }, { proposal }));
    await refusedWith(() => verdict(approver, proposal, { entryHash: read.entryHash }), 409, [':stale']);
    await refusedWith(() => verdict(approver, proposal, { recordVersion: 1 }), 409, [':stale']);
    assert.equal((await organisationById(visitor, id))?.website, 'https://novisad.example');
    accepted(await verdict(approver, proposal));
    assert.equal((await organisationById(visitor, id))?.website, 'https://drugi.example');
    await refusedWith(() => verdict(approver, proposal), 422, [':proposalDecided']);
  });

  test('is not amended by the form of another record or another act', async () => {
    const [id, other] = [await published(), await published()];
    const author = staff('contributor');
    const proposal = accepted(await proposed(author, id, { website: ['https://prvi.example'] }));
    await refusedWith(() => proposed(author, other, { website: ['https://drugi.example'] }, { proposal }), 404, [':notFound']);
    const { opened, typed } = (await proposalById(author, proposal))!;
    await refusedWith(() => amend(author, { id: proposal, recordId: id, deed: 'organisation.merge', opened, typed, reason: null, baseVersion: 2 }), 404, [':notFound']);
    assert.equal((await proposalById(author, proposal))?.typed.website?.[0], 'https://prvi.example');
    accepted(await takeBack(author, { id: proposal }));
  });

  test('is returned with a reason, sent again, and in the end rejected; nothing of the record was written', async () => {
    const id = await published();
    const [author, approver] = [staff('contributor'), staff('publisher')];
    const proposal = accepted(await proposed(author, id, { website: ['https://nije.example'] }));
    await refusedWith(() => verdict(approver, proposal, { verdict: 'return' }), 422, ['message:required']);
    accepted(await verdict(approver, proposal, { verdict: 'return', message: 'недостаје извор' }));
    assert.deepEqual((await myReturned(author)).lines.map((one) => one.id), [proposal]);
    await refusedWith(() => verdict(approver, proposal), 422, [':proposalDecided']);
    accepted(await comment(author, { id: proposal, entry: { field: 'website', text: 'извор је сајт града' } }));
    const { opened, typed } = (await proposalById(author, proposal))!;
    accepted(await amend(author, { id: proposal, recordId: id, deed: 'organisation.revise', opened, typed, reason: 'са извором', baseVersion: 2 }));
    accepted(await verdict(approver, proposal, { verdict: 'reject', message: 'није тачно' }));
    const held = await proposalById(author, proposal);
    assert.deepEqual([held?.state, held?.comments.map(({ field, text }) => [field, text])], [
      'rejected', [['', 'недостаје извор'], ['website', 'извор је сајт града'], ['', 'није тачно']],
    ]);
    assert.equal((await organisationById(visitor, id))?.website, 'https://novisad.example');
  });

  test('that changes nothing, of an older version, or about what the author may not see, is refused and leaves no trace', async () => {
    const id = await published();
    const author = staff('contributor');
    const { form } = await formOf(author, id);
    const asked = { deed: 'organisation.revise', fields: form, id, version: 2, requestId: undefined };
    const wish = { reason: null, proposal: undefined };
    await refusedWith(() => propose(author, asked, wish), 422, [':proposalEmpty']);
    await refusedWith(() => propose(author, { ...asked, version: 1 }, wish), 409, [':stale']);
    await refusedWith(() => propose(author, { ...asked, deed: 'organisation.publish' }, wish), 404, [':notFound']);
    const hidden = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, fields) }));
    await refusedWith(() => propose(author, { ...asked, id: hidden, version: 1 }, wish), 404, [':notFound']);
    await refusedWith(() => propose(visitor, asked, wish), 422, [':proposalEmpty']);
    await refusedWith(() => propose(visitor, { ...asked, fields: { ...form, website: ['https://x.example'] } }, wish), 403, [':notAllowed']);
  });

  test('is seen by its author and by those who edit such records, and by nobody else', async () => {
    const id = await published();
    const author = staff('contributor');
    const proposal = accepted(await proposed(author, id, { website: ['https://vidi.example'] }));
    const seen = async (viewer: Viewer) => (await proposalById(viewer, proposal)) !== null;
    assert.deepEqual(await Promise.all([author, staff('editor'), staff('publisher'), staff('editor', 'organisation')].map(seen)), [true, true, true, true]);
    assert.deepEqual(await Promise.all([staff('contributor'), staff('admin'), staff('editor', 'project'), visitor].map(seen)), [false, false, false, false]);
  });

  test('two who approve it at once: one change, one clear answer', async () => {
    const id = await published();
    const proposal = accepted(await proposed(staff('contributor'), id, { website: ['https://dvoje.example'] }));
    const [before] = await ledger();
    const both = await Promise.all([verdict(staff('publisher'), proposal), verdict(staff('publisher'), proposal)]);
    const [after] = await ledger();
    assert.equal(both.filter(({ done }) => done).length, 1);
    assert.equal(after! - before!, 1);
  });
});
