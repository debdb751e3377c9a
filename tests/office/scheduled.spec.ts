import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import { demands, draft, revise } from '#office/organisation/write.ts';
import { recordHead } from '#office/record.ts';
import { lastStep } from '#office/reviewing.ts';
import { scheduleRecord, unscheduleRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { publishDue } from '#server/jobs/publishing.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, staff } from '../verbs.ts';

const register = registerOf('organisation');
const asked = demands as unknown as Parameters<typeof scheduleRecord>[3];
const whole = { 'name.sr-Cyrl': ['Град Лесковац'], 'name.en': ['City of Leskovac'], kind: ['local_government'] };
const [before, moment, after] = [new Date('2026-12-01T07:00Z'), new Date('2026-12-01T08:00Z'), new Date('2026-12-01T08:00:02Z')];

async function scheduled(by = staff('publisher')): Promise<string> {
  const id = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, whole) }));
  accepted(await scheduleRecord(by, register, { id, moment, now: before }, asked));
  return id;
}

describe('what was scheduled', () => {
  useEmptyDatabase();

  test('stands before the public when its moment has come, not before, once; the ledger says who had scheduled it', async () => {
    const publisher = staff('publisher');
    const id = await scheduled(publisher);
    assert.equal(await publishDue(before), undefined);
    assert.equal(await organisationById(visitor, id), null);
    assert.match(await publishDue(after) ?? '', /was published as scheduled/);
    assert.notEqual(await organisationById(visitor, id), null);
    const [last] = await reader().select().from(change).where(eq(change.recordId, id)).orderBy(desc(change.seq)).limit(1);
    assert.deepEqual([last?.action, last?.actorKind, last?.actorId], ['organisation.publish', 'system', publisher.id]);
    const held = await ledger();
    assert.equal(await publishDue(after), undefined);
    assert.deepEqual(await ledger(), held);
  });

  test('two instances at once publish it once', async () => {
    const id = await scheduled();
    const [changes] = await ledger();
    await Promise.all([publishDue(after), publishDue(after), publishDue(after)]);
    await publishDue(after);
    assert.equal((await ledger())[0]! - changes!, 1);
    assert.equal((await recordHead(systemViewer, 'organisation', id))?.publication, 'published');
  });

  test('and is no longer ready goes back with the reason, and is not tried again', async () => {
    const publisher = staff('publisher');
    const id = await scheduled(publisher);
    accepted(await revise(publisher, { id, today: '2026-11-22', entry: parsed(organisationEntry, { ...whole, 'description.sr-Cyrl': ['само српски'] }) }));
    assert.match(await publishDue(after) ?? '', /could not be published as scheduled: description\.en englishOrWaiver/);
    assert.equal((await recordHead(systemViewer, 'organisation', id))?.publication, 'returned');
    assert.match((await lastStep('organisation', id))?.reason ?? '', /Заказана објава није успела.*енглески/s);
    const held = await ledger();
    assert.equal(await publishDue(after), undefined);
    assert.deepEqual(await ledger(), held);
    assert.equal(await organisationById(visitor, id), null);
  });

  test('and was cancelled stays where it is', async () => {
    const publisher = staff('publisher');
    const id = await scheduled(publisher);
    accepted(await unscheduleRecord(publisher, register, { id }));
    assert.equal(await publishDue(after), undefined);
    assert.equal((await recordHead(systemViewer, 'organisation', id))?.publication, 'approved');
  });
});
