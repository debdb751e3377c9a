import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { consider } from '#app/considering.ts';
import { decide } from '#app/deciding.ts';
import { mergeAsSaid, mergeForm } from '#app/merging.ts';
import { propose } from '#app/proposing.ts';
import { tryOut } from '#app/trying.ts';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import * as agreements from '#office/agreement/write.ts';
import { addressNow } from '#office/forwarding.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { proposalById } from '#office/proposal/read.ts';
import { turnOf } from '#office/proposal/turn.ts';
import { recordHead } from '#office/record.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { settingsOf } from '#office/setting/read.ts';
import { changeSetting } from '#office/setting/write.ts';
import { undo } from '#office/undoing.ts';
import { undoableOf } from '#office/undoable.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith } from '../verbs.ts';
import { person, today } from './import-ground.ts';
import { differing, everything } from './register-rows.ts';

describe('a merge that is proposed', () => {
  useFreshDatabase();
  let author: Staff;
  let publisher: Staff;
  let approver: Staff;
  before(async () => {
    [author, publisher, approver] = [await person('editor'), await person('publisher'), await person('publisher')];
    await fourEyes('on');
  });

  async function fourEyes(choice: 'on' | 'off') {
    const version = (await settingsOf(systemViewer)).find(({ key }) => key === 'four_eyes')?.version || undefined;
    accepted(await changeSetting(systemViewer, { version, entry: parsed(settingEntry, { key: ['four_eyes'], value: choice === 'on' ? ['on'] : [], reason: ['проба'] }) } as never));
  }

  async function partner(name: string, more: FormValues = {}): Promise<string> {
    const id = accepted(await organisations.draft(systemViewer, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more }) }));
    accepted(await organisations.publish(systemViewer, { id }));
    return id;
  }

  const versionOf = async (id: string) => (await recordHead(systemViewer, 'organisation', id))!.version;
  const fieldsOf = async (doubleId: string, take: string[] = []): Promise<FormValues> =>
    ({ register: ['partners'], doubleId: [doubleId], doubleVersion: [String(await versionOf(doubleId))], take, reason: ['исто тело, уписано два пута'] });

  async function sent(kept: string, fields: FormValues, proposal?: string) {
    return await propose(author, { deed: 'organisation.merge', fields, id: kept, version: undefined, requestId: undefined }, { reason: 'види оба', proposal }) as never;
  }

  async function approve(who: Staff, id: string) {
    const held = (await proposalById(who, id))!;
    const entry = { verdict: 'approve', message: null, recordVersion: await versionOf(held.recordId!), entryHash: held.entryHash, keep: [] } as const;
    return decide(who, { id, version: held.version, requestId: randomUUID(), today, note: null, entry: { ...entry, keep: [] } });
  }

  test('is refused to one alone and to its author, is tried out without a trace, and approved comes to what a merge comes to', async () => {
    const kept = await partner('Кућа књиге');
    const double = await partner('Књижна кућа', { website: ['https://knjiga.example'], 'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['Књижара'] });
    accepted(await agreements.draft(systemViewer, { entry: parsed(agreementEntry, { 'title.sr-Cyrl': ['Са двојником'], type: ['cooperation_agreement'], procedure: ['other'], 'parties.rows': ['1'], 'parties.0.organisationId': [double], 'parties.0.side': ['them'] }) }));
    const fields = await fieldsOf(double, ['website']);
    await refusedWith(() => mergeAsSaid(publisher, 'organisation', { id: kept, entry: parsed(mergeForm, fields) }), 403, [':fourEyesPropose']);

    const proposal = accepted(await sent(kept, fields));
    const held = (await proposalById(approver, proposal))!;
    const website = (await consider(approver, held))!.lines.find(({ field }) => field === 'website');
    assert.deepEqual([website?.before, website?.after], [null, 'https://knjiga.example']);
    const was = await ledger();
    assert.deepEqual(await tryOut(approver, held, async () => (await organisationById(systemViewer, kept))?.website), { seen: 'https://knjiga.example' });
    assert.deepEqual(await ledger(), was);
    await refusedWith(() => approve(author, proposal), 403, [':notAllowed']);
    accepted(await approve(approver, proposal));
    assert.equal(await organisationById(approver, double), null);
    assert.equal((await addressNow('organisation', 'knjizna-kuca'))?.slug, 'kuca-knjige');
    assert.equal(await undoableOf(approver, (await recordHead(approver, 'organisation', kept))!, new Date()), null, 'with four eyes on nobody undoes alone');
    const byTwo = await everything();

    await fourEyes('off');
    const [last] = await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, kept)).orderBy(desc(change.seq)).limit(1);
    accepted(await undo(approver, 'organisation', { id: kept, seq: last!.seq }));
    assert.equal((await organisationById(systemViewer, double))?.website, 'https://knjiga.example');
    assert.equal((await proposalById(approver, proposal))?.state, 'approved');
    accepted(await mergeAsSaid(publisher, 'organisation', { id: kept, entry: parsed(mergeForm, await fieldsOf(double, ['website'])) }));
    assert.deepEqual(differing(byTwo, await everything()).filter((key) => !/corrected|correction/.test(key)), []);
    await fourEyes('on');
  });

  test('a publisher who proposed it does not approve it; what changed meanwhile is told, and sent again it is approved', async () => {
    const [kept, double] = [await partner('Савез река'), await partner('Речни савез')];
    const proposal = accepted(await propose(publisher, { deed: 'organisation.merge', fields: await fieldsOf(double), id: kept, version: undefined, requestId: undefined }, { reason: null, proposal: undefined }) as never);
    await refusedWith(() => approve(publisher, proposal), 403, [':fourEyesOwn']);
    const entry = parsed(organisationEntry, { 'name.sr-Cyrl': ['Речни савез Подунавља'], kind: ['ngo'] });
    accepted(await organisations.revise(systemViewer, { id: double, entry }));
    await refusedWith(() => approve(approver, proposal), 422, ['doubleId:doubleChanged']);
    assert.equal((await consider(approver, (await proposalById(approver, proposal))!))?.barred, true, 'no approval is offered that would be refused');
    const turns = async () => { const now = (await proposalById(approver, proposal))!; return [turnOf(approver, now), turnOf(publisher, now), turnOf(author, now)]; };
    assert.deepEqual(await turns(), ['return', 'amend', null], 'each is told what is his to do');
    accepted(await propose(publisher, { deed: 'organisation.merge', fields: await fieldsOf(double), id: kept, version: undefined, requestId: undefined }, { reason: null, proposal }) as never);
    assert.equal((await consider(approver, (await proposalById(approver, proposal))!))?.barred, false);
    accepted(await approve(approver, proposal));
    assert.equal(await organisationById(approver, double), null);
  });

  test('what would refuse it is told to its author, and nothing is kept', async () => {
    const [kept, double] = [await partner('Дом младих'), await partner('Омладински дом')];
    const draft = accepted(await organisations.draft(systemViewer, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': ['Нацрт дома'], kind: ['ngo'] }) }));
    await refusedWith(async () => sent(kept, await fieldsOf(kept)), 422, ['doubleId:itself']);
    await refusedWith(async () => sent(kept, { ...await fieldsOf(double), doubleId: [randomUUID()] }), 422, ['doubleId:notFound']);
    await refusedWith(async () => sent(draft, await fieldsOf(double)), 422, ['doubleId:keepThePublished']);
    await refusedWith(async () => sent(kept, { ...await fieldsOf(double), doubleVersion: ['999'] }), 422, ['doubleId:doubleChanged']);
    const stale = { ...await fieldsOf(double), doubleVersion: ['999'] };
    await refusedWith(() => propose({ ...author, grants: [] }, { deed: 'organisation.merge', fields: stale, id: kept, version: undefined, requestId: undefined }, { reason: null, proposal: undefined }) as never, 403, [':notAllowed']);
    accepted(await sent(double, await fieldsOf(kept)));
    await refusedWith(async () => sent(kept, await fieldsOf(double)), 422, ['doubleId:doubleHasProposals']);
  });
});
