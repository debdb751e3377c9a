import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { decide } from '#app/deciding.ts';
import { letRunOrPropose } from '#app/letting-run.ts';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { deadlines } from '#office/agreement/deadlines.ts';
import { wayToLetRun } from '#office/agreement/let-run.ts';
import { agreementById } from '#office/agreement/read.ts';
import { toDecide } from '#office/agreement/to-decide.ts';
import { proposalById, proposalsOn, proposalsWaiting } from '#office/proposal/read.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';

useEmptyDatabase();

const today = belgradeToday(new Date());
const editor = staff('editor');
const having = (...grants: [role: 'contributor' | 'editor', noun: 'agreement' | 'milestone'][]): Staff => ({ ...staff('contributor'), grants: grants.map(([role, noun]) => ({ role, noun, recordId: null })) });
const ofAgreements = having(['editor', 'agreement']);
const both = having(['editor', 'agreement'], ['contributor', 'milestone']);

const waits = async (id: string) => (await deadlines(editor, today, { kind: 'decide', from: addDays(today, -30), to: addDays(today, 30), whose: 'everybody', limit: 10, ids: [id] })).total > 0;
const said = async (id: string) => toDecide((await agreementById(systemViewer, id, today))!, today);

describe('whoever enters acts of agreements and completes no milestones', () => {
  test('is told which way is his', () => {
    assert.deepEqual([editor, both, ofAgreements, having(['editor', 'milestone']), having(['contributor', 'milestone'])].map(wayToLetRun), ['act', 'propose', null, 'act', 'propose']);
  });

  test('drafts the decision and proposes that it is completed; the day waits until an editor of milestones approves', async () => {
    const id = await inForce('PROPOSED', addMonths(addDays(today, 41), -9), { renewal: 'tacit', renewalMonths: 12, noticeMonths: 3, termMonths: 12 });
    const pressed = { id, entry: { reason: 'Веће је тако закључило.' }, requestId: crypto.randomUUID(), today };
    await refusedWith(() => letRunOrPropose(ofAgreements, pressed), 403, [':notAllowed']);
    await refusedWith(() => letRunOrPropose(having(['editor', 'milestone']), pressed), 422, [':notAllowed']);
    const outcome = await letRunOrPropose(both, pressed);
    assert.ok(outcome.done && outcome.value.proposalId);
    const again = await letRunOrPropose(both, pressed);
    assert.deepEqual(again, outcome, 'pressed twice');
    const [held] = await reader().select({ id: milestone.id, planned: milestone.planned, actual: milestone.actual }).from(milestone).where(eq(milestone.agreementId, id));
    assert.deepEqual([held?.planned?.edtf, held?.actual], [(await agreementById(systemViewer, id, today))!.standing.noticeBy, null]);
    assert.equal((await proposalsOn(both, held!.id)).length, 1);
    assert.deepEqual([await waits(id), (await said(id))?.state], [true, 'waits']);

    const proposal = (await proposalById(editor, outcome.value.proposalId))!;
    assert.ok((await proposalsWaiting(editor)).lines.some((one) => one.id === proposal.id));
    assert.ok((await decide(editor, { entry: { verdict: 'approve', message: null, recordVersion: 1, entryHash: proposal.entryHash, keep: [] }, id: proposal.id, version: proposal.version, requestId: undefined, today, note: null })).done);
    assert.deepEqual([await waits(id), await said(id)], [false, { state: 'decided', on: today }]);
    accepted(await letRunOrPropose(editor, { ...pressed, requestId: crypto.randomUUID() }) as never);
  });
});
