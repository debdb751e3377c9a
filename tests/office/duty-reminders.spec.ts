import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement as agreements } from '#db/schema/agreement.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { outbox } from '#db/schema/outbox.ts';
import { reminderStep } from '#db/schema/reminder.ts';
import { aside, change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { ownLetters } from '#office/mail/read.ts';
import { dutyEntry, settlementEntry } from '#office/obligation/entry.ts';
import { layDown } from '#office/seed/lay-down.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { acknowledge } from '#office/reminder/acknowledge.ts';
import { alarms } from '#office/reminder/alarms.ts';
import { remindersOf } from '#office/reminder/read.ts';
import { remind } from '#office/reminder/remind.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';
import { put, text } from './search-ground.ts';

const today = '2027-05-16';
const dueOn = '2027-06-15';

describe('a duty without a milestone', () => {
  useEmptyDatabase();
  beforeEach(() => aside(async (db) => {
    await db.delete(outbox);
    await db.delete(reminderStep);
  }));

  const someone = async (): Promise<Staff> => ({ ...staff('editor'), id: (await invited('editor')).id });
  const recordOf = (ownerId: string | null, noun: 'agreement' | 'membership' = 'agreement') => noun === 'agreement'
    ? put('agreement', { title: text('Споразум са обавезом'), ownerId })
    : put('organisation', { name: text('Мрежа'), kind: 'network' }).then(async (network) => put('membership', { networkId: network, memberId: network, ownerId }));
  const duty = (id: string, values: FormValues = {}, noun: 'agreement' | 'membership' = 'agreement') => enterDuty(systemViewer, {
    noun, id, today, entry: parsed(dutyEntry, { 'text.sr-Cyrl': ['Завршни извештај'], 'text.en': ['Final report'], repeats: ['once'], 'due.year': ['2027'], 'due.month': ['6'], 'due.day': ['15'], ...values }),
  }).then(accepted);
  const on = (day: string) => remind(day, (noun, id) => `/workspace/${noun}s/${id}`);
  const told = async () => (await reader().select({ id: outbox.personId }).from(outbox)).map(({ id }) => id);
  const near = async (id: string, day = today) => (await alarms(systemViewer, day, { ids: [id] })).filter(({ rule }) => rule.endsWith('Duty')).map(({ rule, dueOn: at, step }) => `${rule} ${at} ${step}`);

  test('reminds whoever keeps it, or else its record, on each step once, of agreements and memberships', async () => {
    const [keeper, owner] = [await someone(), await someone()];
    const [agreement, member] = [await recordOf(owner.id), await recordOf(owner.id, 'membership')];
    await duty(agreement, { ownerId: [keeper.id] });
    await duty(member, {}, 'membership');
    for (const day of ['2027-05-15', '2027-05-16', '2027-05-16', '2027-05-17']) await Promise.all([on(day), on(day)]);
    assert.deepEqual((await told()).toSorted(), [keeper.id, owner.id].toSorted());
    assert.match((await ownLetters(keeper, 'en'))[0]?.text ?? '', /Final report · [^\n]*\n {2}the duty is due on 15 Jun 2027, in 30 days[^]*\/workspace\/agreements\//);
    assert.deepEqual(await near(agreement, '2027-06-16'), [`agreementDuty ${dueOn} -1`]);
  });

  test('reminds nobody once it is settled, before its time, or when its record is over', async () => {
    const owner = await someone();
    const [one, over] = [await recordOf(owner.id), await recordOf(owner.id, 'membership')];
    await duty(one);
    await duty(over, {}, 'membership');
    assert.deepEqual(await near(one, '2027-03-01'), []);
    assert.deepEqual(await near(over), [`membershipDuty ${dueOn} 30`]);
    accepted(await change(systemViewer, { action: 'membership.recordAct', table: membership, id: over }, async (pen) => {
      await pen.revise(membership, {});
      await pen.replaceParts(membershipAct, membershipAct.membershipId, [{ kind: 'ended', on: parseFuzzyDate('2027-01-01') }]);
    }));
    assert.deepEqual(await near(over), []);
    const [row] = await reader().select({ id: obligation.id }).from(obligation).where(eq(obligation.agreementId, one));
    assert.deepEqual(await near(one), [`agreementDuty ${dueOn} 30`]);
    accepted(await settleDuty(systemViewer, { noun: 'agreement', id: one, today, entry: parsed(settlementEntry, { dutyId: [row!.id], state: ['done'], 'evidence.sr-Cyrl': ['Предато'] }) }));
    assert.deepEqual(await near(one), []);
  });

  test('that recurs is left to its milestones; one whose recurrence cannot be reckoned is reminded of by its first day', async () => {
    const owner = await someone();
    const [recurring, odd] = [await recordOf(owner.id), await recordOf(owner.id)];
    await duty(recurring, { repeats: ['years'], every: ['1'] });
    assert.deepEqual(await near(recurring), [], 'also before its milestones are laid down');
    await layDown(today);
    assert.deepEqual(await near(recurring), []);
    await duty(odd);
    accepted(await change(systemViewer, { action: 'agreement.revise', table: agreements, id: odd }, async (pen) => {
      await pen.revise(agreements, {});
      await pen.db.update(obligation).set({ recurrence: 'FREQ=SECONDLY;BYSETPOS=x' }).where(eq(obligation.agreementId, odd));
    }));
    assert.deepEqual(await near(odd), [`agreementDuty ${dueOn} 30`]);
  });

  test('is acknowledged on its record by whoever sees it, and by nobody else', async () => {
    const owner = await someone();
    const id = await recordOf(owner.id);
    await duty(id);
    const see = (viewer: Staff | typeof visitor, rule: 'agreementDuty' | 'membershipDuty' = 'agreementDuty') => acknowledge(viewer, { entry: { rule, recordId: id, dueOn }, today });
    await refusedWith(() => see(visitor), 404, [':notFound']);
    await refusedWith(() => see(staff('editor', 'project')), 404, [':notFound']);
    await refusedWith(() => see(owner, 'membershipDuty'), 404, [':notFound']);
    assert.deepEqual((await remindersOf(owner, [id], today)).map(({ rule, seen }) => [rule, seen]), [['agreementDuty', null]]);
    accepted(await see(owner));
    await refusedWith(() => see(owner), 422, [':reminderSeen']);
    await on(today);
    assert.ok(!(await told()).includes(owner.id), 'the office knows');
  });
});
