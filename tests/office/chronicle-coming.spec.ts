import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comingUp } from '#office/chronicle/coming.ts';
import { datesOf } from '#office/chronicle/dates.ts';
import { chronicle } from '#office/chronicle/read.ts';
import { visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { putAgreement, putMembership, putMilestone, putProject } from './chronicle-ground.ts';

const today = '2026-03-01';
const coming = async (most = 100) => (await comingUp(visitor, most, today)).map(({ act, on }) => `${act} ${on?.edtf}`);

describe('what comes next', () => {
  useEmptyDatabase();

  test('from today on the nearest first, then what is late, the latest first; so many as there is room for', async () => {
    const id = await putAgreement([['signature', '2020-01-01'], ['entry_into_force', '2026-03-04']]);
    const keep = (planned: string) => putMilestone({ agreementId: id }, { kind: 'visit', planned });
    for (const planned of ['2011-05-05', '2026-03-01', '2025-12-31', '2026-03-02', '2024', '2026', '2030-01-01']) await keep(planned);
    await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2026-03-03', actual: '2026-02-02', done: 'done' });
    await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2025-03-03', done: 'cancelled' });
    await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2026-03-03', isPublic: false });
    const all = ['visit 2026-03-01', 'visit 2026-03-02', 'entry_into_force 2026-03-04', 'visit 2030-01-01', 'visit 2026', 'visit 2025-12-31', 'visit 2024', 'visit 2011-05-05'];
    assert.deepEqual(await coming(), all);
    for (const most of [1, 3, 4, 5, 6]) assert.deepEqual(await coming(most), all.slice(0, most));
    const dated = (await datesOf(today, 5)).lines.filter(({ ahead }) => ahead).map(({ on }) => on?.edtf);
    assert.deepEqual(dated, ['2026-03-01', '2026-03-02', '2026-03-04', '2030-01-01', '2025-12-31'], 'and the calendar, of what is known to the month');
    assert.deepEqual((await chronicle(visitor, {}, today)).lines.filter(({ ahead }) => ahead).length, all.length);
  });

  test('what is awaited of a record that is over comes no more, as long as no other record of it goes on', async () => {
    const before = await coming();
    const goesOn = await putProject([['running', '2025']]);
    const over = {
      projects: [await putProject([['rejected', '2025']]), await putProject([['cancelled', null]]), await putProject([['running', '2024-05'], ['closed', '2024']])],
      memberships: [(await putMembership([['joined', '2003'], ['ended', '2025']])).id],
      agreements: [await putAgreement([['signature', '2003'], ['termination', '2025']]), await putAgreement([['dropping', '2025']])],
    };
    const owners = [...over.projects.map((projectId) => ({ projectId })), ...over.memberships.map((membershipId) => ({ membershipId })), ...over.agreements.map((agreementId) => ({ agreementId }))];
    for (const owner of owners) {
      for (const planned of ['2025-02-02', '2026-09-09']) await putMilestone(owner, { kind: 'fee_due', planned });
      await putMilestone(owner, { kind: 'fee_due' });
    }
    const chronicled = async () => {
      const { lines, counted, total } = await chronicle(visitor, { perPage: 1000, types: ['deadline'] }, today);
      assert.equal(total, lines.length);
      assert.equal(counted.filter(({ type }) => type === 'deadline').reduce((sum, { count }) => sum + count, 0), lines.length);
      return lines.map(({ on }) => on?.edtf ?? '–');
    };
    assert.deepEqual(await coming(), before);
    assert.deepEqual(await chronicled(), []);
    for (const owner of owners.filter((one) => !('projectId' in one))) await putMilestone({ ...owner, projectId: goesOn }, { kind: 'fee_due', planned: '2026-08' });
    assert.deepEqual((await coming()).filter((one) => !before.includes(one)), Array.from({ length: 3 }, () => 'fee_due 2026-08'));
    assert.deepEqual(await chronicled(), ['2026-08', '2026-08', '2026-08']);
    const leaves = await putMembership([['joined', '2003'], ['withdrawal_decided', '2026-02'], ['ended', '2026-06']]);
    await putMilestone({ membershipId: leaves.id }, { kind: 'report_due', planned: '2026-07-07' });
    assert.ok((await coming()).includes('report_due 2026-07-07'), 'its end has not come yet');
    assert.ok(!(await comingUp(visitor, 100, '2026-07-01')).some(({ on }) => on?.edtf === '2026-07-07'));
  });
});
