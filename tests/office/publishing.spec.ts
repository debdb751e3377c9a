import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { setting } from '#db/schema/setting.ts';
import { eq } from 'drizzle-orm';
import { local } from '#messages/local-text.ts';
import { belgradeInstant } from '#messages/dates.ts';
import { attach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import * as documents from '#office/document/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import { demands, draft, publish, revise, verify, withdraw } from '#office/organisation/write.ts';
import { send } from '#office/proposal/write.ts';
import { approveRecord, embargoRecord, returnRecord, scheduleRecord, submitRecord, unscheduleRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';
import { checklist } from '#office/reviewing.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';
import { arrived, pdf } from './files.ts';

const today = '2026-11-22';
const register = registerOf('organisation');
const entry = parsed(organisationEntry, { 'name.sr-Cyrl': ['Град Ниш'], 'name.en': ['City of Niš'], kind: ['local_government'] });
const other = parsed(organisationEntry, { 'name.sr-Cyrl': ['Град Ниш'], 'name.en': ['The City of Niš'], kind: ['local_government'] });
const unready = parsed(organisationEntry, { 'name.sr-Cyrl': ['Град'], kind: ['other'], 'description.sr-Cyrl': ['само српски'] });
const asked = demands as unknown as Parameters<typeof approveRecord>[3];
const now = new Date('2026-11-22T08:00Z');

async function state(id: string) {
  const [row] = await reader().select({ publication: organisation.publication, scheduledFor: organisation.scheduledFor, embargoUntil: organisation.embargoUntil }).from(organisation).where(eq(organisation.id, id));
  return row!;
}

async function drafted(viewer: Staff | typeof systemViewer = systemViewer, what = entry): Promise<string> {
  return accepted(await draft(viewer, { entry: what }));
}

describe('the way to the public', () => {
  useEmptyDatabase();

  test('a draft is submitted, returned with a reason, worked on, approved and published', async () => {
    const [author, publisher] = [staff('contributor'), staff('publisher')];
    const id = await drafted(author);
    accepted(await submitRecord(author, register, { id, reason: 'молим проверу' }));
    await refusedWith(() => submitRecord(author, register, { id, reason: null }), 422, [':notInThisState']);
    accepted(await returnRecord(publisher, register, { id, reason: 'недостаје извор' }));
    assert.equal((await state(id)).publication, 'returned');
    accepted(await revise(author, { id, entry, today }));
    assert.equal((await state(id)).publication, 'draft');
    accepted(await submitRecord(author, register, { id, reason: null }));
    await refusedWith(() => approveRecord(staff('editor'), register, { id }, asked), 403, [':notAllowed']);
    accepted(await approveRecord(publisher, register, { id }, asked));
    accepted(await publish(publisher, { id, today }));
    assert.notEqual(await organisationById(visitor, id), null);
  });

  test('what was approved was approved as it stood: an editor’s change brings it back under review, a publisher’s does not', async () => {
    const id = await drafted();
    const publisher = staff('publisher');
    accepted(await submitRecord(publisher, register, { id, reason: null }));
    accepted(await scheduleRecord(publisher, register, { id, moment: new Date('2027-01-01T10:00Z'), now }, asked));
    accepted(await revise(publisher, { id, entry: other, today }));
    assert.equal((await state(id)).publication, 'scheduled');
    accepted(await verify(staff('editor'), { id, verification: 'checked', today }));
    assert.equal((await state(id)).publication, 'scheduled');
    accepted(await revise(staff('editor'), { id, entry, today }));
    assert.deepEqual(await state(id), { publication: 'in_review', scheduledFor: null, embargoUntil: null });
  });

  test('approval and scheduling demand what publishing demands, and the checklist names it, met or not', async () => {
    const publisher = staff('publisher');
    const id = await drafted(systemViewer, unready);
    accepted(await submitRecord(publisher, register, { id, reason: null }));
    await refusedWith(() => approveRecord(publisher, register, { id }, asked), 422, ['description.en:englishOrWaiver']);
    await refusedWith(() => scheduleRecord(publisher, register, { id, moment: new Date('2027-01-01T10:00Z'), now }, asked), 422, ['description.en:englishOrWaiver']);
    const found = await checklist(publisher, 'organisation', id, asked, today);
    assert.deepEqual(found?.map(({ field, issue }) => `${field}:${issue?.rule ?? 'met'}`), ['name:met', 'kind:met', 'description.en:englishOrWaiver']);
    assert.equal(await checklist(staff('contributor'), 'organisation', id, asked, today), null);
  });

  test('an embargo holds back publishing and scheduling of every noun until its day', async () => {
    const publisher = staff('publisher');
    const id = await drafted();
    accepted(await embargoRecord(publisher, register, { id, until: '2026-12-01', reason: 'до потписивања' }));
    await refusedWith(() => publish(publisher, { id, today }), 422, ['embargoUntil:embargo']);
    const held = async () => (await checklist(publisher, 'organisation', id, asked, today))?.filter(({ issue }) => issue).map(({ field }) => field);
    assert.deepEqual(await held(), ['embargoUntil']);
    await refusedWith(() => scheduleRecord(publisher, register, { id, moment: belgradeInstant('2026-11-30', '23:59')!, now }, asked), 422, ['day:embargo']);
    await refusedWith(() => scheduleRecord(publisher, register, { id, moment: new Date('2026-11-22T07:59Z'), now }, asked), 422, ['day:momentPast']);
    accepted(await scheduleRecord(publisher, register, { id, moment: belgradeInstant('2026-12-01', '00:00')!, now }, asked));
    assert.deepEqual(await held(), [], 'it goes before the public when the embargo is over');
    accepted(await unscheduleRecord(publisher, register, { id }));
    assert.equal((await state(id)).publication, 'approved');
    accepted(await publish(publisher, { id, today: '2026-12-01' }));
    await refusedWith(() => embargoRecord(publisher, register, { id, until: '2027-01-01', reason: null }), 422, [':notInThisState']);
  });

  test('a moment is a day and an hour of Belgrade, in winter, in summer and on both days between', () => {
    const utc = (day: string, time: string) => belgradeInstant(day, time)?.toISOString() ?? null;
    assert.equal(utc('2026-01-15', '09:00'), '2026-01-15T08:00:00.000Z');
    assert.equal(utc('2026-07-15', '09:00'), '2026-07-15T07:00:00.000Z');
    assert.equal(utc('2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(utc('2026-03-29', '02:30'), null); // leapt over
    assert.equal(utc('2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z');
    assert.equal(utc('2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z'); // of the two, the first
    assert.equal(utc('2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
    for (const [day, time] of [['2026-02-30', '09:00'], ['2026-01-15', '24:00'], ['2026-01-15', '9:00'], ['', '']] as const) assert.equal(utc(day, time), null);
  });
});

describe('with four eyes on', () => {
  useEmptyDatabase();
  beforeEach(async () => {
    const [on] = await reader().select().from(setting);
    if (!on) accepted(await changeSetting(systemViewer, { entry: { key: 'four_eyes', value: true, reason: 'проба' } }));
  });

  test('whoever wrote last does not publish, schedule or approve; another does', async () => {
    const [one, two] = [staff('publisher'), staff('publisher')];
    const id = await drafted(one);
    await refusedWith(() => publish(one, { id, today }), 403, [':fourEyesOwn']);
    await refusedWith(() => scheduleRecord(one, register, { id, moment: new Date('2027-01-01T10:00Z'), now }, asked), 403, [':fourEyesOwn']);
    accepted(await submitRecord(one, register, { id, reason: null }));
    await refusedWith(() => approveRecord(one, register, { id }, asked), 403, [':fourEyesOwn']);
    accepted(await approveRecord(two, register, { id }, asked));
    accepted(await publish(one, { id, today })); // as another approved it
  });

  test('an own change after another’s approval undoes it', async () => {
    const [one, two] = [staff('publisher'), staff('publisher')];
    const id = await drafted(one);
    accepted(await submitRecord(one, register, { id, reason: null }));
    accepted(await approveRecord(two, register, { id }, asked));
    accepted(await revise(one, { id, entry: other, today }));
    assert.equal((await state(id)).publication, 'in_review');
    await refusedWith(() => publish(one, { id, today }), 403, [':fourEyesOwn']);
    accepted(await publish(two, { id, today }));
  });

  test('a published record is changed by a proposal that another carries out, and never by its author', async () => {
    const [one, two] = [staff('publisher'), staff('publisher')];
    const id = await drafted();
    accepted(await publish(one, { id, today }));
    await refusedWith(() => revise(one, { id, entry: other, today }), 403, [':fourEyesPropose']);
    const proposal = accepted(await send(one, { noun: 'organisation', recordId: id, action: 'organisation.revise', deed: 'organisation.revise', opened: {}, typed: { kind: ['other'] }, reason: null, baseVersion: 2 }));
    await refusedWith(() => revise(one, { id, entry: other, today, carries: { id: proposal } }), 403, [':fourEyesOwn']);
    await refusedWith(() => revise(two, { id, entry: other, today, carries: { id } }), 404, [':notFound']);
    accepted(await revise(two, { id, entry: other, today, carries: { id: proposal } }));
    await refusedWith(() => revise(two, { id, entry, today, carries: { id: proposal } }), 422, [':proposalDecided']);
    accepted(await withdraw(one, { id, reason: local({ sr: 'грешка', en: 'a mistake' }) })); // taking away needs nobody else
  });

  test('the author of an approved proposal has written the record, not who approved it', async () => {
    const [one, two] = [staff('publisher'), staff('publisher')];
    const id = await drafted(two);
    const proposal = accepted(await send(one, { noun: 'organisation', recordId: id, action: 'organisation.revise', deed: 'organisation.revise', opened: {}, typed: { kind: ['other'] }, reason: null, baseVersion: 1 }).then((outcome) => outcome));
    accepted(await revise(two, { id, entry: other, today, carries: { id: proposal } }));
    await refusedWith(() => publish(one, { id, today }), 403, [':fourEyesOwn']);
    accepted(await publish(two, { id, today }));
  });

  test('a file does not go before the public in one man’s hand', async () => {
    const publisher = staff('publisher');
    const paper = parsed(documentEntry, { 'title.sr-Cyrl': ['Записник'], 'title.en': ['Minutes'], kind: ['minutes'], language: ['sr'], visibility: ['public'], 'absentReason.sr-Cyrl': ['није скенирано'], 'absentReason.en': ['not scanned'] });
    const id = accepted(await documents.draft(systemViewer, { entry: paper }));
    accepted(await documents.publish(publisher, { id, today }));
    const files = [await arrived(pdf('један'))];
    await refusedWith(() => attach(publisher, { id, entry: { role: 'scan', language: null, replacesId: null }, files }), 403, [':fourEyesPropose']);
  });
});
