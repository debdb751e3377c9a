import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { change as ledgerChange } from '#db/schema/ledger.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { local } from '#messages/local-text.ts';
import { assign } from '#office/agreement/assign.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import * as agreements from '#office/agreement/write.ts';
import { change } from '#office/change.ts';
import { oldMembershipActEntry } from '#office/membership/entry.ts';
import { recordOldAct } from '#office/membership/record-act.ts';
import { assign as assignMilestone } from '#office/milestone/assign.ts';
import { completionEntry } from '#office/milestone/entry.ts';
import { milestoneById, milestonesOf } from '#office/milestone/read.ts';
import { milestoneState } from '#office/milestone/milestone.ts';
import * as milestones from '#office/milestone/write.ts';
import { dutyEntry, settlementEntry } from '#office/obligation/entry.ts';
import { dutyFields } from '#office/obligation/fields.ts';
import { layDown } from '#office/obligation/laying.ts';
import { obligationStandsOn, recurrenceOf, ruleOf } from '#office/obligation/obligation.ts';
import { dutiesOf, dutyOf, plainDuties } from '#office/obligation/read.ts';
import { historyOf } from '#office/audit/read.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, ledger, parsed, refusedWith, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';

const today = '2026-11-22';
const editor = staff('editor');
const publisher = staff('publisher');
const contributor = staff('contributor');

describe('a recurrence in the words of the form', () => {
  test('becomes a rule of RFC 5545 and comes back', () => {
    const until = fc.option(fc.constantFrom('2030-12-31', '2028-02-29'));
    fc.assert(fc.property(fc.integer({ min: 1, max: 120 }), fc.constantFrom('years' as const, 'months' as const), until, (every, unit, last) => {
      assert.deepEqual(recurrenceOf(ruleOf({ every, unit, until: last })), { every, unit, until: last });
    }));
    assert.equal(ruleOf({ every: 1, unit: 'years', until: null }), 'FREQ=YEARLY');
    assert.equal(recurrenceOf('FREQ=MONTHLY;BYDAY=-1FR'), null);
  });

  test('asks for a first time, and for an end that comes after it', () => {
    assert.deepEqual(faults(dutyEntry, { 'text.sr-Cyrl': ['Чланарина'], repeats: ['years'] }), ['due.year:firstTimeNeeded']);
    assert.deepEqual(faults(dutyEntry, { 'text.sr-Cyrl': ['Чланарина'], repeats: ['months'], every: ['0'], 'due.year': ['2026'], until: ['2025-01-01'] }), ['every:atLeast']);
    assert.deepEqual(faults(dutyEntry, { 'text.sr-Cyrl': ['Чланарина'], repeats: ['years'], 'due.year': ['2026'], until: ['2025-01-01'] }), ['until:endBeforeStart']);
    assert.deepEqual(faults(dutyEntry, {}), ['text.sr-Cyrl:required', 'repeats:required']);
  });

  test('late is said of a duty that falls due once, never of one whose milestones say it', () => {
    const due = { edtf: '2020', earliest: '2020-01-01', latest: '2020-12-31' };
    assert.equal(obligationStandsOn({ state: 'open', due, recurrence: null }, today), 'late');
    assert.equal(obligationStandsOn({ state: 'open', due, recurrence: 'FREQ=YEARLY' }, today), 'open');
    assert.equal(obligationStandsOn({ state: 'waived', due, recurrence: null }, today), 'waived');
  });
});

describe('a recurring duty', () => {
  useEmptyDatabase();
  let agreementId = '';
  before(async () => void (agreementId = await putAgreement()));

  test('lays down thirteen months of milestones, inside, once, as the system, and never what has passed', async () => {
    const duty = await entered({ repeats: ['months'], every: ['3'], 'due.day': ['30'], 'due.month': ['11'], 'due.year': ['2024'], kind: ['report_due'] });
    assert.deepEqual(await layDown(today, duty), { laid: 5, struck: 0 });
    assert.deepEqual(await plannedFor(duty), ['2026-11-30', '2027-02-28', '2027-05-30', '2027-08-30', '2027-11-30']);
    const written = await ledger();
    assert.deepEqual(await layDown(today, duty), { laid: 0, struck: 0 });
    assert.deepEqual(await ledger(), written);
    const [first] = await lines(duty);
    assert.deepEqual([first?.isPublic, first?.publication, first?.createdBy, first?.kind, first?.title?.['sr-Cyrl']?.text], [false, 'draft', null, 'report_due', 'Извештај, 11/2026']);
    const [last] = await reader().select({ kind: ledgerChange.actorKind, action: ledgerChange.action }).from(ledgerChange).where(eq(ledgerChange.recordId, first!.id));
    assert.deepEqual(last, { kind: 'system', action: 'milestone.draft' });
    assert.equal((await milestonesOf(visitor, { agreementId })).length, 0);
  });

  test('two instances at once lay down each time once', async () => {
    const duty = await entered({ repeats: ['months'], every: ['1'], 'due.day': ['31'], 'due.month': ['12'], 'due.year': ['2026'] });
    const both = await Promise.all([layDown(today, duty), layDown(today, duty)]);
    assert.equal(both[0].laid + both[1].laid, 12);
    assert.deepEqual((await plannedFor(duty)).slice(0, 4), ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']);
    assert.equal((await lines(duty)).length, 12);
  });

  test('doing one leaves the next, however far it is', async () => {
    const duty = await entered({ repeats: ['years'], every: ['3'], 'due.month': ['6'], 'due.year': ['2024'] });
    await layDown(today, duty);
    assert.deepEqual(await plannedFor(duty), ['2027-06']);
    const [one] = await lines(duty);
    accepted(await milestones.complete(editor, { id: one!.id, entry: parsed(completionEntry, {}), today }));
    assert.deepEqual(await layDown(today, duty), { laid: 1, struck: 0 });
    assert.deepEqual(await plannedFor(duty), ['2027-06', '2030-06']);
  });

  test('the time that is running, known to its year, is laid down too, and struck where the duty is settled', async () => {
    const duty = await entered({ repeats: ['years'], 'due.year': ['2026'] });
    assert.deepEqual(await layDown(today, duty), { laid: 2, struck: 0 });
    assert.deepEqual(await plannedFor(duty), ['2026', '2027']);
    accepted(await settle(editor, duty));
    assert.deepEqual(await layDown(today, duty), { laid: 0, struck: 2 });
    assert.deepEqual(await statesOf(duty), ['2026-01-01 cancelled', '2027-01-01 cancelled']);
  });

  test('goes with its record to whoever keeps that now, but not from whom somebody has put in charge of one time', async () => {
    const [hers, his] = [(await invited('editor')).id, (await invited('editor')).id];
    const duty = await entered({ repeats: ['months'], every: ['6'], 'due.day': ['1'], 'due.month': ['2'], 'due.year': ['2027'] });
    const kept = async () => (await lines(duty)).map(({ ownerId }) => ownerId);
    accepted(await assign(editor, { id: agreementId, ownerId: hers }));
    await layDown(today, duty);
    assert.deepEqual(await kept(), [hers, hers]);
    accepted(await assign(editor, { id: agreementId, ownerId: his }));
    await layDown(today, duty);
    assert.deepEqual(await kept(), [his, his]);
    accepted(await assign(editor, { id: agreementId, ownerId: hers }));
    await layDown('2027-09-01', duty);
    assert.deepEqual([...new Set(await kept())], [hers], 'what is late goes along');
    accepted(await assign(editor, { id: agreementId, ownerId: his }));
    await layDown(today, duty);
    const [first] = await lines(duty);
    accepted(await assignMilestone(editor, { id: first!.id, ownerId: hers }));
    accepted(await assign(editor, { id: agreementId, ownerId: null }));
    await layDown(today, duty);
    assert.deepEqual(new Set(await kept()), new Set([hers, null]));
  });

  test('that falls due only once from now on reminds by itself, whatever stood in the plan for it', async () => {
    const at: FormValues = { 'due.day': ['15'], 'due.month': ['1'], 'due.year': ['2027'] };
    const duty = await entered({ repeats: ['years'], ...at });
    const reminds = async () => (await plainDuties(editor, 'agreement', { from: '2027-01-01', to: '2027-01-31', today, limit: 100 })).some(({ day }) => day === '2027-01-15');
    await layDown(today, duty);
    assert.equal(await reminds(), false, 'its milestone does');
    await entered({ repeats: ['once'], ...at, dutyId: [duty] });
    await layDown(today, duty);
    assert.equal(await reminds(), true);
  });

  test('another recurrence strikes the times that no longer come, and brings them back', async () => {
    const march: FormValues = { repeats: ['years'], 'due.day': ['31'], 'due.month': ['3'], 'due.year': ['2026'] };
    const duty = await entered(march);
    await layDown(today, duty);
    await entered({ ...march, dutyId: [duty], 'due.month': ['6'], 'due.day': ['30'] });
    assert.deepEqual(await layDown(today, duty), { laid: 1, struck: 1 });
    assert.deepEqual(await statesOf(duty), ['2027-03-31 cancelled', '2027-06-30 planned']);
    await entered({ ...march, dutyId: [duty] });
    assert.deepEqual(await layDown(today, duty), { laid: 1, struck: 1 });
    assert.deepEqual(await statesOf(duty), ['2027-03-31 planned', '2027-06-30 cancelled']);
  });

  test('once waived it lays nothing down, and what it laid down is struck unless somebody acted on it', async () => {
    const duty = await entered({ repeats: ['months'], every: ['6'], 'due.day': ['1'], 'due.month': ['1'], 'due.year': ['2027'] });
    await layDown(today, duty);
    const [first] = await lines(duty);
    accepted(await milestones.complete(editor, { id: first!.id, entry: parsed(completionEntry, { 'on.year': ['2026'] }), today }));
    await refusedWith(() => settle(contributor, duty), 404, [':notFound']);
    await refusedWith(() => settle(editor, randomUUID()), 422, [':dutyNotThere']);
    accepted(await settle(editor, duty));
    await refusedWith(() => settle(editor, duty), 422, [':alreadySettled']);
    assert.deepEqual(await layDown(today, duty), { laid: 0, struck: 1 });
    assert.deepEqual(await statesOf(duty), ['2027-01-01 done', '2027-07-01 cancelled']);
    const now = await dutyOf(editor, { noun: 'agreement', id: agreementId }, duty);
    assert.deepEqual([now?.state, now?.settledOn, now?.evidence?.['sr-Cyrl']?.text], ['waived', today, 'Писмо мреже']);
  });

  test('a membership that ended owes nothing more', async () => {
    const id = accepted(await change(systemViewer, { action: 'membership.draft', table: membership }, (pen) => pen.draft(membership, { code: 'NI-CLA-900', slug: 'proba' })));
    accepted(await enterDuty(editor, { noun: 'membership', id, today, entry: dutyOfForm({ repeats: ['years'], 'due.day': ['29'], 'due.month': ['2'], 'due.year': ['2024'] }) }));
    // Whose duty it is, the page of the history says itself.
    assert.deepEqual((await historyOf(editor, 'membership', id))[0]?.differences.map(({ field }) => field).filter((field) => field.endsWith('Id')), []);
    const [owed] = await dutiesOf(editor, { noun: 'membership', id });
    assert.deepEqual(await layDown(today, owed!.id), { laid: 1, struck: 0 });
    assert.deepEqual(await plannedFor(owed!.id), ['2027-02-28']);
    accepted(await recordOldAct(editor, { id, today, entry: parsed(oldMembershipActEntry, { kind: ['joined'], 'on.year': ['2010'] }) }));
    accepted(await recordOldAct(editor, { id, today, entry: parsed(oldMembershipActEntry, { kind: ['withdrawal_decided'] }) }));
    accepted(await recordOldAct(editor, { id, today, entry: parsed(oldMembershipActEntry, { kind: ['ended'] }) }));
    assert.deepEqual(await layDown(today, owed!.id), { laid: 0, struck: 1 });
  });

  test('a form of the whole record leaves what it does not show, and cannot strike a duty with milestones', async () => {
    const id = await putAgreement();
    accepted(await enterDuty(editor, { noun: 'agreement', id, today, entry: dutyOfForm({ repeats: ['months'], every: ['5'], 'due.day': ['1'], 'due.month': ['1'], 'due.year': ['2027'], isPublic: ['on'], kind: ['fee_due'] }) }));
    const [stood] = await dutiesOf(editor, { noun: 'agreement', id });
    const fields = agreementFields((await agreementById(editor, id, today))!);
    accepted(await agreements.revise(editor, { id, entry: parsed(agreementEntry, fields), today }));
    assert.deepEqual(await dutiesOf(editor, { noun: 'agreement', id }), [stood]);
    await layDown(today, stood!.id);
    const without = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('obligations')));
    await refusedWith(() => agreements.revise(editor, { id, entry: parsed(agreementEntry, without), today }), 422, ['obligations:dutyHasMilestones']);
  });

  test('a duty belongs to whoever may revise its record; what is not there cannot be named', async () => {
    const id = await putAgreement('published');
    await refusedWith(() => enterDuty(editor, { noun: 'agreement', id, today, entry: dutyOfForm({ repeats: ['once'] }) }), 403, [':notAllowed']);
    await refusedWith(() => enterDuty(publisher, { noun: 'agreement', id, today, entry: dutyOfForm({ repeats: ['once'], ownerId: [randomUUID()], organisationId: [randomUUID()] }) }), 422, ['organisationId:notFound', 'ownerId:notFound']);
    await refusedWith(() => enterDuty(publisher, { noun: 'agreement', id, today, entry: dutyOfForm({ repeats: ['months'], 'due.year': ['2027'] }) }), 422, ['due.year:firstTimeTooVague']);
    accepted(await enterDuty(publisher, { noun: 'agreement', id, today, entry: dutyOfForm({ repeats: ['once'] }) }));
    assert.ok((await agreementById(visitor, id, today))?.correctedAt);
  });

  test('what its form shows, posted back, changes nothing of it', async () => {
    const id = await entered({ repeats: ['months'], every: ['7'], 'due.day': ['15'], 'due.month': ['2'], 'due.year': ['2027'], until: ['2031-01-01'], isPublic: ['on'] });
    const stood = await dutyOf(editor, { noun: 'agreement', id: agreementId }, id);
    await entered({ ...dutyFields(stood!), dutyId: [id] });
    assert.deepEqual(await dutyOf(editor, { noun: 'agreement', id: agreementId }, id), stood);
  });

  /** Enters a duty under the agreement, or revises it, and answers with its id. */
  async function entered(typed: FormValues): Promise<string> {
    const stood = new Set((await dutiesOf(editor, { noun: 'agreement', id: agreementId })).map(({ id }) => id));
    accepted(await enterDuty(editor, { noun: 'agreement', id: agreementId, today, entry: dutyOfForm(typed) }));
    const fresh = (await dutiesOf(editor, { noun: 'agreement', id: agreementId })).find(({ id }) => !stood.has(id));
    return fresh?.id ?? typed.dutyId?.[0] ?? '';
  }

  function settle(viewer: typeof editor, dutyId: string) {
    return settleDuty(viewer, { noun: 'agreement', id: agreementId, today, entry: parsed(settlementEntry, { dutyId: [dutyId], state: ['waived'], 'evidence.sr-Cyrl': ['Писмо мреже'] }) });
  }
});

function dutyOfForm(typed: FormValues) {
  return parsed(dutyEntry, { 'text.sr-Cyrl': ['Извештај'], ...typed });
}

async function lines(dutyId: string) {
  return reader().select().from(milestone).where(eq(milestone.obligationId, dutyId)).orderBy(milestone.occurrence);
}

async function plannedFor(dutyId: string): Promise<(string | undefined)[]> {
  return (await lines(dutyId)).map(({ planned }) => planned?.edtf);
}

async function statesOf(dutyId: string): Promise<string[]> {
  return Promise.all((await lines(dutyId)).map(async ({ id, occurrence }) => `${occurrence} ${milestoneState((await milestoneById(editor, id))!)}`));
}

async function putAgreement(publication: 'draft' | 'published' = 'draft'): Promise<string> {
  const code = `NI-SAR-${randomUUID().slice(0, 8)}`;
  return accepted(await change(systemViewer, { action: 'agreement.draft', table: agreement }, (pen) => pen.draft(agreement, { title: local({ sr: `Споразум ${code}` }), code, slug: code.toLowerCase(), publication, type: 'cooperation_agreement', procedure: 'other' })));
}
