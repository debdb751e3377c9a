import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import type { WaitingKind } from '#office/desk/desk.ts';
import { waitingFor, waitingOf } from '#office/desk/waiting.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
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
    assert.deepEqual(await codes({ ...partner, grants: [{ role: 'contributor', noun: 'project', recordId: project }] }, 'overdue'), []);
  });

  test('what waits for review, behind seventy drafts that came later', async () => {
    await put('project', { code: 'ASKS', title: text('На преглед'), publication: 'in_review' });
    for (let at = 0; at < 70; at += 1) await put('project', { code: `PILE-${at}`, title: text('Нацрт') });
    assert.ok((await codes(publisher, 'toReview')).includes('ASKS'));
  });

  test('and all of a kind are on the page to which the desk leads', async () => {
    const desk = await waitingFor(publisher, today);
    for (const { kind, total, lines } of desk) {
      const all = await waitingOf(publisher, today, kind);
      assert.deepEqual(all?.lines.slice(0, lines.length), lines, kind);
      assert.equal(all.lines.length, all.total, kind);
      if (kind !== 'toPublish') assert.equal(all.total, total, kind);
    }
    assert.equal((await waitingOf(publisher, today, 'ends'))?.lines.some(({ code }) => code === 'NEAR-13'), true);
    assert.equal(await waitingOf(publisher, today, 'unsent'), null);
  });
});
