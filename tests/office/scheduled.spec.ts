import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { outbox } from '#db/schema/outbox.ts';
import { waitingFor } from '#office/desk/waiting.ts';
import { aside } from '#office/change.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { ownLetters } from '#office/mail/read.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import { demands, draft, publish, revise } from '#office/organisation/write.ts';
import { recordHead } from '#office/record.ts';
import { lastStep } from '#office/reviewing.ts';
import { returnRecord, scheduleRecord, unscheduleRecord } from '#office/publishing-steps.ts';
import { missPublication } from '#office/missed-publication.ts';
import { registerOf } from '#office/register-of.ts';
import { deactivate } from '#office/person/write.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { publishDue } from '#server/jobs/publishing.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, staff } from '../verbs.ts';
import { invited, revokeAs } from './person-ground.ts';
import { put, text } from './search-ground.ts';

const register = registerOf('organisation');
const asked = demands as unknown as Parameters<typeof scheduleRecord>[3];
const whole = { 'name.sr-Cyrl': ['Град Лесковац'], 'name.en': ['City of Leskovac'], kind: ['local_government'] };
const [before, moment, after] = [new Date('2026-12-01T07:00Z'), new Date('2026-12-01T08:00Z'), new Date('2026-12-01T08:00:02Z')];

/** A publisher of the office, who may sign in. */
async function publisherNow(): Promise<Staff> {
  return { ...staff('publisher'), id: (await invited('publisher')).id };
}

async function scheduled(by?: Staff): Promise<string> {
  const id = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, whole) }));
  accepted(await scheduleRecord(by ?? await publisherNow(), register, { id, moment, now: before }, asked));
  return id;
}

describe('what was scheduled', () => {
  const database = useEmptyDatabase();

  test('stands before the public when its moment has come, not before, once; the ledger says who had scheduled it', async () => {
    const publisher = await publisherNow();
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

  test('by a fault that nobody foresaw holds up none that stands behind it', async () => {
    const [broken, sound] = [await scheduled(), await scheduled()];
    const owner = (statement: string) => asOwner(database.url(), (client) => client.query(statement));
    await owner(`create function unforeseen() returns trigger language plpgsql as $$ begin raise exception 'unforeseen'; end $$;
      create trigger unforeseen before update on organisation for each row when (old.id = '${broken}') execute function unforeseen()`);
    await assert.rejects(publishDue(after));
    assert.deepEqual(await Promise.all([broken, sound].map(async (id) => (await recordHead(systemViewer, 'organisation', id))?.publication)), ['scheduled', 'published']);
    await owner('drop trigger unforeseen on organisation');
    assert.match(await publishDue(after) ?? '', /was published as scheduled/);
  });

  test('and is no longer ready goes back with the reason, and is not tried again', async () => {
    const publisher = await publisherNow();
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
    const publisher = await publisherNow();
    const id = await scheduled(publisher);
    accepted(await unscheduleRecord(publisher, register, { id }));
    assert.equal(await publishDue(after), undefined);
    assert.equal((await recordHead(systemViewer, 'organisation', id))?.publication, 'approved');
  });

  test('and whose scheduler has left or lost the role goes back unpublished, also where it is ready', async () => {
    const [left, demoted] = [await publisherNow(), await publisherNow()];
    const [one, other] = [await scheduled(left), await scheduled(demoted)];
    accepted(await deactivate(systemViewer, { id: left.id, today: '2026-11-22' }));
    accepted(await revokeAs(systemViewer, demoted.id, 'publisher'));
    assert.match(await publishDue(after) ?? '', /could not be published as scheduled: schedulerMayNot.*schedulerMayNot/);
    for (const id of [one, other]) {
      assert.equal((await recordHead(systemViewer, 'organisation', id))?.publication, 'returned');
      assert.equal(await organisationById(visitor, id), null);
      assert.match((await lastStep('organisation', id))?.reason ?? '', /више нема право/);
    }
  });
});

describe('what somebody else takes off the clock', () => {
  useEmptyDatabase();
  beforeEach(() => aside((db) => db.delete(outbox)));
  const told = async () => (await reader().select({ kind: outbox.kind, recordId: outbox.recordId, personId: outbox.personId }).from(outbox)).filter(({ kind }) => kind === 'publicationOff').map(({ recordId, personId }) => [recordId, personId]);
  const off = async (viewer: Staff) => (await waitingFor(viewer, '2026-11-22')).filter(({ kind }) => kind === 'unscheduled').flatMap(({ lines }) => lines.map(({ id }) => id));
  const changed = { entry: parsed(organisationEntry, { ...whole, 'place.sr-Cyrl': ['Лесковац'], 'place.en': ['Leskovac'] }), today: '2026-11-22' };

  test('by changing it, giving it back or cancelling it, is told to whoever had scheduled it, by letter and on the desk, until it is scheduled again', async () => {
    const [publisher, other, editor] = [await publisherNow(), await publisherNow(), staff('editor')];
    const acts: ((id: string) => Promise<unknown>)[] = [
      async (id) => accepted(await revise(editor, { id, ...changed })),
      async (id) => accepted(await returnRecord(other, register, { id, reason: 'рано је' })),
      async (id) => accepted(await unscheduleRecord(other, register, { id })),
    ];
    for (const act of acts) {
      const id = await scheduled(publisher);
      await act(id);
      assert.equal((await recordHead(systemViewer, 'organisation', id))?.scheduledFor, null);
      assert.deepEqual(await told(), [[id, publisher.id]]);
      assert.deepEqual([await off(publisher), await off(other)], [[id], []]);
      assert.ok((await waitingFor(publisher, '2026-11-22')).every(({ kind, lines }) => kind === 'unscheduled' || lines.every((line) => line.id !== id)), 'it is named once');
      assert.match((await ownLetters(publisher, 'en'))[0]?.text ?? '', /you scheduled for 1 December 2026.*will not take place[^]*City of Leskovac[^]*\/en\/workspace$/m);
      accepted(await scheduleRecord(publisher, register, { id, moment, now: before }, asked));
      assert.deepEqual(await off(publisher), []);
      await aside((db) => db.delete(outbox));
    }
  });

  test('also by merging it away', async () => {
    const [publisher, other] = [await publisherNow(), await publisherNow()];
    const [id, kept] = [await scheduled(publisher), accepted(await draft(systemViewer, { entry: parsed(organisationEntry, { ...whole, 'name.sr-Cyrl': ['Лесковац'] }) }))];
    accepted(await merge(other, 'organisation', { id: kept, entry: parsed(mergeEntry, { doubleId: [id], take: [], doubleVersion: [''], reason: ['исто тело'] }), demands: async () => [] }));
    assert.deepEqual(await told(), [[id, publisher.id]]);
  });

  test('is told to nobody where he did it himself, where it stays scheduled or is published, where he has left, or where the act was refused', async () => {
    const [publisher, other, gone] = [await publisherNow(), await publisherNow(), await publisherNow()];
    accepted(await unscheduleRecord(publisher, register, { id: await scheduled(publisher) }));
    accepted(await revise(other, { id: await scheduled(publisher), ...changed }));
    accepted(await publish(other, { id: await scheduled(publisher), today: '2026-11-22' }));
    const [left, held] = [await scheduled(gone), await scheduled(publisher)];
    accepted(await deactivate(systemViewer, { id: gone.id, today: '2026-11-22' }));
    accepted(await returnRecord(other, register, { id: left, reason: 'рано је' }));
    assert.equal((await returnRecord(other, register, { id: held, version: 99, reason: 'рано је' })).done, false);
    assert.deepEqual([await told(), await off(publisher)], [[], []]);
  });
});

describe('what could not be published at its time', () => {
  useEmptyDatabase();
  beforeEach(() => aside((db) => db.delete(outbox)));
  const told = async () => (await reader().select({ kind: outbox.kind, recordId: outbox.recordId, personId: outbox.personId }).from(outbox)).filter(({ kind }) => kind === 'publicationMissed');
  const missed = async (viewer: Staff) => (await waitingFor(viewer, '2026-12-01')).filter(({ kind }) => kind === 'missed').flatMap(({ lines }) => lines.map(({ id }) => id));
  const spoil = async (by: Staff, id: string) => accepted(await revise(by, { id, today: '2026-11-22', entry: parsed(organisationEntry, { ...whole, 'description.sr-Cyrl': ['само српски'] }) }));

  test('is told by letter to whoever scheduled it and whoever keeps it, once, with the reason, and waits on their desks until somebody works on it', async () => {
    const [publisher, author] = [await publisherNow(), { ...staff('contributor'), id: (await invited('contributor')).id }];
    await invited('publisher');
    const id = accepted(await draft(author, { entry: parsed(organisationEntry, whole) }));
    accepted(await scheduleRecord(publisher, register, { id, moment, now: before }, asked));
    await spoil(publisher, id);
    await Promise.all([publishDue(after), publishDue(after)]);
    assert.deepEqual((await told()).map(({ personId }) => personId).toSorted(), [publisher.id, author.id].toSorted());
    const [letter] = await ownLetters(author, 'en');
    assert.match(letter?.text ?? '', /scheduled for 1 December 2026[^]*\/en\/workspace\/partners\/[^]*Enter the English text/);
    assert.match((await ownLetters(publisher, 'sr-Latn'))[0]?.text ?? '', /Leskovac[^]*engleski/);
    assert.deepEqual([await missed(publisher), await missed(author)], [[id], [id]]);
    assert.deepEqual(await missed(staff('contributor')), [], 'it is not everybody’s');
    assert.ok((await waitingFor(author, '2026-12-01')).every(({ kind }) => kind !== 'returned'), 'and it is named once');
    accepted(await revise(publisher, { id, today: '2026-11-22', entry: parsed(organisationEntry, whole) }));
    assert.deepEqual([await missed(publisher), await missed(author)], [[], []]);
  });

  test('is told to those in charge, and to all who publish where nobody else may work on it', async () => {
    const [gone, keeper, other] = [await publisherNow(), { ...staff('editor'), id: (await invited('editor')).id }, await publisherNow()];
    const agreements = registerOf('agreement');
    const of = async (ownerId: string | null) => {
      const id = await put('agreement', { title: text('Споразум'), ownerId });
      accepted(await scheduleRecord(gone, agreements, { id, moment, now: before }, (async () => []) as never));
      return id;
    };
    const [kept, unkept] = [await of(keeper.id), await of(null)];
    accepted(await deactivate(systemViewer, { id: gone.id, today: '2026-11-22' }));
    await publishDue(after);
    const letters = await told();
    assert.deepEqual(letters.filter(({ recordId }) => recordId === kept).map(({ personId }) => personId), [keeper.id]);
    assert.ok(letters.some(({ recordId, personId }) => recordId === unkept && personId === other.id));
    assert.ok(letters.every(({ personId }) => personId !== gone.id), 'who has left is written nothing');
    assert.ok((await missed(keeper)).includes(kept));
    const onlyKept: Staff = { ...keeper, grants: [{ role: 'editor', noun: 'agreement', recordId: kept }] };
    assert.deepEqual(await missed(onlyKept), [kept], 'also of whoever may not publish and has not entered it');
    assert.equal(await reader().$count(agreement, eq(agreement.publication, 'returned')), 2);
  });

  test('tells nobody when the record could not be given back: the letter stands and falls with it', async () => {
    const id = await scheduled();
    const due = { noun: 'organisation', id, version: 99, scheduledBy: null } as const;
    const held = await ledger();
    const outcome = await missPublication(due, { reason: 'проба', issues: [], today: '2026-12-01', place: '/workspace' });
    assert.equal(!outcome.done && outcome.status, 409);
    assert.deepEqual([await told(), await ledger()], [[], held]);
  });
});
