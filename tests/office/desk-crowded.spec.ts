import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Publication } from '#db/columns.ts';
import { programme } from '#db/schema/programme.ts';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { change } from '#office/change.ts';
import type { WaitingKind } from '#office/desk/desk.ts';
import { proposalCount } from '#office/desk/counts.ts';
import { waitingFor, waitingOf } from '#office/desk/waiting.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { myProposals, proposalsWaiting } from '#office/proposal/read.ts';
import { send } from '#office/proposal/write.ts';
import { systemViewer, type Staff, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';
import { invited } from './person-ground.ts';
import { put, text } from './search-ground.ts';

useEmptyDatabase();

// The days are real ones, since the narrow rows are watched from the day on which they were derived.
const today = belgradeToday(new Date());
const publisher = staff('publisher');

async function codes(viewer: Staff, kind: WaitingKind): Promise<string[]> {
  return (await waitingFor(viewer, today)).filter((group) => group.kind === kind).flatMap(({ lines }) => lines.map(({ code }) => code));
}

async function drafted(by: Staff, code: string): Promise<string> {
  return accepted(await change(by, { action: 'programme.draft', table: programme }, (pen) => pen.draft(programme, { code, slug: code.toLowerCase(), name: text('Нацрт') })));
}

describe('much of what is another’s hides nothing', () => {
  test('a deadline of the one agreement that somebody keeps, behind many that are nearer', async () => {
    for (let at = 0; at < 14; at += 1) await inForce(`NEAR-${at}`, addDays(addMonths(today, -12), 5));
    const id = await inForce('HIS-LATE', addDays(addMonths(today, -12), 60));
    const keeper: Staff = { ...staff('editor'), grants: [{ role: 'editor', noun: 'agreement', recordId: id }] };
    assert.deepEqual(await codes(keeper, 'ends'), ['HIS-LATE']);
    assert.equal((await waitingFor(keeper, today)).find(({ kind }) => kind === 'ends')?.total, 1);
    assert.deepEqual(await codes({ ...keeper, grants: [{ role: 'editor', noun: 'project', recordId: id }] }, 'ends'), []);
  });

  test('a late milestone of mine, behind sixty of another that are later still', async () => {
    const [{ id: me }, { id: another }] = [await invited('editor'), await invited('editor')];
    const project = await put('project', { code: 'BUSY', title: text('Пројекат'), publication: 'published' });
    for (let at = 0; at < 60; at += 1) await put('milestone', { code: `LONG-${at}`, title: text('Давно'), planned: parseFuzzyDate(addDays(today, -90)), ownerId: another, projectId: project });
    await put('milestone', { code: 'MINE-LATE', title: text('Моје'), planned: parseFuzzyDate(addDays(today, -2)), ownerId: me, projectId: project });
    assert.ok((await codes({ ...staff('editor'), id: me }, 'overdue')).includes('MINE-LATE'));
    const partner: Staff = { ...staff('editor'), id: me, grants: [{ role: 'editor', noun: 'project', recordId: project }] };
    assert.deepEqual(await codes(partner, 'overdue'), ['MINE-LATE'], 'of his project alone');
    assert.deepEqual(await codes({ ...partner, grants: [{ role: 'contributor', noun: 'project', recordId: project }] }, 'overdue'), ['MINE-LATE'], 'who may only propose it is told as well');
  });

  test('what waits for review, behind seventy drafts that came later', async () => {
    await put('project', { code: 'ASKS', title: text('На преглед'), publication: 'in_review' });
    for (let at = 0; at < 70; at += 1) await put('project', { code: `PILE-${at}`, title: text('Нацрт') });
    assert.ok((await codes(publisher, 'toReview')).includes('ASKS'));
  });

  test('a proposal that an editor may decide, behind more than a hundred that he may only read', async () => {
    const [stands, drawnUp] = [await put('programme', { code: 'PUBLIC', publication: 'published' }), await put('programme', { code: 'DRAFT' })];
    const [writer, editor] = [staff('contributor'), staff('editor')];
    const author: Staff = { ...writer, grants: [...writer.grants, { role: 'contributor', noun: 'programme', recordId: drawnUp }] };
    const asked = async (recordId: string) => accepted(await send(author, { noun: 'programme', recordId, action: 'programme.revise', deed: 'programme.revise', opened: {}, typed: {}, reason: null, baseVersion: 1 }));
    for (let at = 0; at < 104; at += 1) await asked(stands);
    const his = await asked(drawnUp);
    assert.deepEqual((await proposalsWaiting(editor)).lines.map(({ id }) => id), [his]);
    assert.equal((await waitingFor(editor, today)).find(({ kind }) => kind === 'proposal')?.lines[0]?.place, `/workspace/proposals/${his}`);
    assert.equal(await proposalCount(editor), 1);
    const [all, last] = [await proposalsWaiting(publisher), await proposalsWaiting(publisher, { page: 5 })];
    assert.deepEqual([all.total, all.pages, all.lines.length, last.lines.length, last.lines.at(-1)?.id], [105, 5, 25, 5, his]);
    const mine = await myProposals(author, { page: 5 });
    assert.deepEqual([mine.total, mine.lines.length], [105, 5]);
    assert.deepEqual([(await myProposals(editor)).total, (await proposalsWaiting(author)).total], [0, 0]);
  });

  test('is counted to the last one, by whoever publishes all of it and by whoever has only his own', async () => {
    const totals = async (viewer: Staff) => (await waitingFor(viewer, today)).filter(({ kind }) => kind === 'toPublish' || kind === 'ownDraft').map(({ kind, total }) => [kind, total]);
    const before = (await totals(publisher))[0]?.[1] as number;
    const { id: me } = await invited('editor');
    const mine: Staff = { ...staff('editor'), id: me };
    for (let at = 0; at < 66; at += 1) await drafted(mine, `OWN-${at}`);
    assert.deepEqual(await totals(mine), [['ownDraft', 66]]);
    assert.deepEqual(await totals(publisher), [['toPublish', before + 66]]);
    assert.deepEqual(await totals({ ...mine, grants: publisher.grants }), [['toPublish', before + 66]], 'from the moment at which he is given that right');
  });

  test('and all of a kind are on the page to which the desk leads', async () => {
    const desk = await waitingFor(publisher, today);
    for (const { kind, total, lines } of desk) {
      const all = await waitingOf(publisher, today, kind);
      assert.deepEqual(all?.lines.slice(0, lines.length), lines, kind);
      assert.equal(all.lines.length, all.total, kind);
      assert.equal(all.total, total, kind);
    }
    assert.equal((await waitingOf(publisher, today, 'ends'))?.lines.some(({ code }) => code === 'NEAR-13'), true);
    assert.equal(await waitingOf(publisher, today, 'unsent'), null);
  });

  test('nor what was taken off the clock, or what the clock gave back, behind more than sixty in the same state that came later', async () => {
    const [me, another]: Staff[] = [{ ...publisher, id: (await invited('publisher')).id }, { ...publisher, id: (await invited('publisher')).id }];
    const totals = async (viewer: Staff) => Object.fromEntries((await waitingFor(viewer, today)).map(({ kind, total }) => [kind, total]));
    const usual = (await totals(me!)).toPublish ?? 0;
    const move = async (by: Viewer, id: string, verb: 'schedule' | 'unschedule' | 'return', publication: Publication) =>
      accepted(await change(by, { action: `programme.${verb}`, table: programme, id }, (pen) => pen.revise(programme, { publication, scheduledFor: publication === 'scheduled' ? new Date('2031-01-05T09:00:00Z') : null })));
    for (let at = 0; at < 62; at += 1) {
      const id = await put('programme', { code: `OFF-${at}`, name: text('Скинут'), publication: 'approved' });
      await move(me!, id, 'schedule', 'scheduled');
      await move(another!, id, 'unschedule', 'approved');
    }
    const missed = await put('programme', { code: 'MISSED', name: text('Промашен'), publication: 'approved' });
    await move(me!, missed, 'schedule', 'scheduled');
    await move(systemViewer, missed, 'return', 'returned');
    for (let at = 0; at < 66; at += 1) {
      await put('programme', { code: `LATER-${at}`, name: text('Одобрен'), publication: 'approved' });
      await put('programme', { code: `BACK-${at}`, name: text('Враћен'), publication: 'returned' });
    }
    const [mine, theirs] = [await totals(me!), await totals(another!)];
    assert.deepEqual([mine.unscheduled, mine.missed, mine.toPublish], [62, 1, usual + 66]);
    assert.deepEqual([theirs.unscheduled, theirs.missed, theirs.toPublish], [undefined, 1, usual + 66 + 62]);
    assert.deepEqual(await codes(me!, 'missed'), ['MISSED']);
    assert.equal((await waitingOf(me!, today, 'unscheduled'))?.lines.length, 62);

    const editor: Staff = { ...staff('editor'), id: (await invited('editor')).id };
    for (let at = 0; at < 61; at += 1) await move(me!, await drafted(editor, `HIS-${at}`), 'return', 'returned');
    assert.equal((await totals(editor)).missed, undefined);
    assert.equal((await totals({ ...editor, grants: publisher.grants })).missed, 1, 'from the moment at which he is given the right to publish');
  });
});
