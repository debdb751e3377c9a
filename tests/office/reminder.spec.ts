import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementAct, agreement as agreements } from '#db/schema/agreement.ts';
import { change as ledgerChange } from '#db/schema/ledger.ts';
import { milestone } from '#db/schema/milestone.ts';
import { outbox } from '#db/schema/outbox.ts';
import { person } from '#db/schema/person.ts';
import { reminderStep } from '#db/schema/reminder.ts';
import { belgradeInstant, belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { historyOf } from '#office/audit/read.ts';
import { aside, change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { putIntoWords } from '#office/mail/letter.ts';
import { letRun } from '#office/agreement/let-run.ts';
import { complete } from '#office/milestone/write.ts';
import { completionEntry } from '#office/milestone/entry.ts';
import { deactivate } from '#office/person/write.ts';
import { acknowledge } from '#office/reminder/acknowledge.ts';
import { remindersFor, remindersOf } from '#office/reminder/read.ts';
import { remind } from '#office/reminder/remind.ts';
import type { Rule } from '#office/reminder/reminder.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { remindNow } from '#server/jobs/reminding.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';
import { employ } from './person-ground.ts';
import { put, set, text } from './search-ground.ts';

const placeOf = (noun: string, id: string) => `/workspace/${noun}s/${id}`;
const dueOn = '2027-06-15';

describe('reminders', () => {
  useEmptyDatabase();
  beforeEach(async () => {
    await aside(async (db) => {
      await db.delete(outbox);
      await db.delete(reminderStep);
    });
    await quiet();
  });

  let count = 0;
  const someone = async (role: 'contributor' | 'editor' | 'publisher' = 'editor'): Promise<Staff> => ({ ...staff(role), id: (await employ(role)).id });
  const laid = (more: object = {}, day = dueOn) => put('milestone', { code: `M-${count += 1}`, slug: `m-${count}`, title: text(`Извештај ${count}`), kind: 'report_due', planned: parseFuzzyDate(day), ...more });
  /** What other tests of this file laid down reminds nobody any more. */
  const quiet = async () => {
    for (const { id } of await reader().select({ id: milestone.id }).from(milestone).where(isNull(milestone.actual))) await set('milestone', id, { actual: parseFuzzyDate('2020') });
    for (const { id } of await reader().select({ id: person.id }).from(person).where(isNull(person.deactivatedAt))) await setPerson(id, { deactivatedAt: new Date('2020-01-01') });
  };
  const setPerson = (id: string, values: Partial<typeof person.$inferInsert>) => change(systemViewer, { action: 'person.revise', table: person, id }, (pen) => pen.revise(person, values)).then(accepted);
  const on = (day: string) => remind(day, placeOf);
  const steps = async () => (await reader().select().from(reminderStep).orderBy(reminderStep.sentOn, desc(reminderStep.step))).map(({ sentOn, step }) => `${sentOn} ${step}`);
  const toWhom = async (day: string) => new Set((await reader().select({ id: outbox.personId }).from(outbox).where(and(eq(outbox.kind, 'reminders'), eq(outbox.due, day)))).map(({ id }) => id));
  const seen = (viewer: Staff | typeof visitor, recordId: string, today: string, rule: Rule = 'due', day = dueOn) => acknowledge(viewer, { entry: { rule, recordId, dueOn: day }, today });

  test('go once for each step, on its day, however often the day is asked, and by two instances at once', async () => {
    const ana = await someone();
    await laid({ ownerId: ana.id });
    const days = ['2027-05-15', '2027-05-16', '2027-05-16', '2027-05-17', '2027-06-01', '2027-06-08', '2027-06-14', '2027-06-15', '2027-06-16'];
    for (const day of days) await Promise.all([on(day), on(day)]);
    assert.deepEqual(await steps(), ['2027-05-16 30', '2027-06-01 14', '2027-06-08 7', '2027-06-14 1', '2027-06-15 0', '2027-06-16 -1']);
    const letters = await reader().select().from(outbox).where(eq(outbox.personId, ana.id));
    assert.deepEqual(letters.map(({ due }) => due).toSorted(), ['2027-05-16', '2027-06-01', '2027-06-08', '2027-06-14', '2027-06-15', '2027-06-16']);
  });

  test('after days without the app one goes for each date, and all of a person are one letter', async () => {
    const ana = await someone();
    await laid({ ownerId: ana.id });
    await laid({ ownerId: ana.id }, '2027-06-20');
    await laid({ ownerId: ana.id }, '2027-09-01');
    await on('2027-05-16');
    await on('2027-06-10');
    assert.deepEqual(await steps(), ['2027-05-16 30', '2027-06-10 14', '2027-06-10 7']);
    const [letter] = await reader().select().from(outbox).where(eq(outbox.due, '2027-06-10'));
    const { subject, text: words } = putIntoWords({ kind: 'reminders', form: 'en', site: 'https://povelja.example', at: new Date(), due: '2027-06-10', said: letter!.said, link: null });
    assert.equal(subject, '2 deadlines to know of, 10 Jun 2027');
    assert.match(words, /due on 15 Jun 2027, in 5 days\n {2}You are in charge of this record\.\n {2}https:\/\/povelja\.example\/en\/workspace\/milestones\//);
    assert.match(words, /due on 20 Jun 2027, in 10 days/);
  });

  test('climb the ladder until somebody has seen them, and whoever has left is skipped', async () => {
    const [ana, beka, ceca] = [await someone(), await someone(), await someone('publisher')];
    const id = await laid({ ownerId: ana.id, deputyId: beka.id });
    await on('2027-05-16');
    assert.deepEqual(await toWhom('2027-05-16'), new Set([ana.id]));
    await on('2027-06-01');
    assert.deepEqual(await toWhom('2027-06-01'), new Set([ana.id, beka.id]));
    await on('2027-06-08');
    assert.deepEqual(await toWhom('2027-06-08'), new Set([ana.id, beka.id, ceca.id]));
    assert.deepEqual((await remindersFor(ceca, '2027-06-08')).map(({ recordId }) => recordId), [id]);
    accepted(await seen(beka, id, '2027-06-08'));
    for (const one of [ana, beka, ceca]) assert.deepEqual(await remindersFor(one, '2027-06-08'), []);
    await on('2027-06-14');
    assert.deepEqual(await toWhom('2027-06-14'), new Set([ana.id]), 'from the beginning');
    accepted(await deactivate(systemViewer, { id: ana.id, today: '2027-06-14' }));
    await on('2027-06-15');
    assert.deepEqual(await toWhom('2027-06-15'), new Set([beka.id]));
  });

  test('of a record without anybody in charge go to all publishers; of its milestone to whoever is in charge of the record', async () => {
    const [ana, ceca, deja] = [await someone(), await someone('publisher'), await someone('publisher')];
    await laid();
    await on('2027-06-01');
    assert.deepEqual(await toWhom('2027-06-01'), new Set([ceca.id, deja.id]));
    await quiet();
    for (const one of [ana, ceca]) await setPerson(one.id, { deactivatedAt: null });
    const project = await put('project', { code: 'P-1', slug: 'p-1', title: text('Пројекат'), ownerId: ana.id });
    await laid({ projectId: project });
    await on('2027-06-08');
    assert.deepEqual(await toWhom('2027-06-08'), new Set([ana.id]));
  });

  test('are not sent as a letter to whoever wants none; the desk has them, and the ladder climbs all the same', async () => {
    const [ana, beka] = [await someone(), await someone()];
    await setPerson(ana.id, { dailyLetter: false });
    await laid({ ownerId: ana.id, deputyId: beka.id });
    assert.equal(await on('2027-05-16'), 1);
    assert.equal((await toWhom('2027-05-16')).size, 0);
    assert.equal((await remindersFor(ana, '2027-05-16')).length, 1);
    await on('2027-06-01');
    assert.deepEqual(await toWhom('2027-06-01'), new Set([beka.id]));
  });

  test('a clock that ran ahead and was put right takes nothing away from the right day', async () => {
    const ana = await someone();
    await laid({ ownerId: ana.id });
    await on('2027-05-16');
    await on('2027-06-08');
    assert.deepEqual(await steps(), ['2027-05-16 30', '2027-06-08 7']);
    await on('2027-05-17');
    assert.deepEqual(await steps(), ['2027-05-16 30']);
    for (const day of ['2027-06-01', '2027-06-08', '2027-06-09']) await on(day);
    assert.deepEqual(await steps(), ['2027-05-16 30', '2027-06-01 14', '2027-06-08 7']);
    assert.equal((await reader().select().from(outbox).where(and(eq(outbox.due, '2027-06-08'), isNull(outbox.occasion)))).length, 1);
  });

  test('the day is the one in Belgrade, and begins to remind at seven: at 23:30, at 00:30, and on the days on which the clock is changed', async () => {
    const ana = await someone();
    await laid({ ownerId: ana.id }, '2026-10-25');
    await laid({ ownerId: ana.id }, '2027-03-28');
    await laid({ ownerId: ana.id }, '2028-02-29');
    for (const day of ['2026-10-25', '2027-03-28', '2028-02-29']) {
      const eve = addDays(day, -1);
      for (const [at, time] of [[eve, '07:00'], [eve, '23:30'], [day, '00:30'], [day, '03:30'], [day, '06:59'], [day, '07:00'], [day, '23:30'], [addDays(day, 1), '00:30']] as const) {
        await remindNow(belgradeInstant(at, time)!);
      }
      assert.deepEqual((await steps()).slice(-2), [`${eve} 1`, `${day} 0`]);
    }
    assert.equal((await steps()).length, 4, 'what is more than a year over is forgotten');
  });

  test('stop when the matter is settled: a milestone that was reached, an agreement that was decided about', async () => {
    const today = belgradeToday(new Date());
    const ana = await someone();
    const id = await laid({ ownerId: ana.id }, addDays(today, 7));
    const on9 = parseFuzzyDate(addMonths(addDays(today, 37), -9));
    const deal = await put('agreement', { code: 'D-1', slug: 'd-1', title: text('Споразум'), ownerId: ana.id, termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 });
    accepted(await change(systemViewer, { action: 'agreement.recordAct', table: agreements, id: deal }, async (pen) => {
      await pen.revise(agreements, { registryNo: '1' });
      await pen.replaceParts(agreementAct, agreementAct.agreementId, [{ kind: 'signature', on: on9 }, { kind: 'entry_into_force', on: on9 }]);
    }));
    await on(today);
    assert.deepEqual((await remindersFor(ana, today)).map(({ rule, step }) => `${rule} ${step}`).toSorted(), ['decide 7', 'due 7']);
    accepted(await complete(systemViewer, { id, today, entry: parsed(completionEntry, { 'on.year': [today.slice(0, 4)], 'on.month': [today.slice(5, 7)], 'on.day': [today.slice(8)] }) }));
    accepted(await letRun(systemViewer, { id: deal, entry: { reason: 'Наставља се.' }, today }));
    assert.deepEqual(await remindersFor(ana, today), []);
    assert.equal(await on(addDays(today, 1)), 0);
  });

  test('that one has been seen is a change in the ledger and in the history of its record; the second of two who press is told, and so is who comes too late', async () => {
    const [ana, beka] = [await someone(), await someone()];
    const id = await laid({ ownerId: ana.id });
    await on('2027-06-08');
    const outcomes = await Promise.all([seen(ana, id, '2027-06-08'), seen(beka, id, '2027-06-08')]);
    assert.deepEqual(outcomes.map((one) => (one.done ? 'done' : one.issues[0]?.rule)).toSorted(), ['done', 'reminderSeen']);
    const [last] = await reader().select({ action: ledgerChange.action, noun: ledgerChange.noun }).from(ledgerChange).orderBy(desc(ledgerChange.seq)).limit(1);
    assert.deepEqual(last, { action: 'reminder.acknowledge', noun: 'reminder' });
    assert.ok((await historyOf(ana, 'milestone', id)).some(({ action }) => action === 'reminder.acknowledge'));
    assert.notEqual((await remindersOf(ana, [id], '2027-06-08'))[0]?.seen, null);
    await refusedWith(() => seen(ana, id, '2027-06-08'), 422, [':reminderSeen']);
    await refusedWith(() => seen(ana, id, '2027-06-08', 'due', '2027-06-16'), 422, [':reminderOver']);
    await refusedWith(() => seen(ana, id, '2026-01-01'), 422, [':reminderOver']);
    await refusedWith(() => seen(staff('contributor'), id, '2027-06-14'), 404, [':notFound']);
    await refusedWith(() => seen(visitor, id, '2027-06-14'), 404, [':notFound']);
    await refusedWith(() => seen({ ...beka, grants: [] }, id, '2027-06-14'), 404, [':notFound']);
    await refusedWith(() => seen({ ...ana, grants: [] }, id, '2027-06-14'), 403, [':notAllowed']);
    await set('milestone', id, { publication: 'published' });
    await refusedWith(() => seen({ ...beka, grants: [] }, id, '2027-06-14'), 403, [':notAllowed']);
    accepted(await seen({ ...staff('contributor'), id: ana.id }, id, '2027-06-14'));
  });
});
