import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { project, projectAct } from '#db/schema/project.ts';
import { migrate } from '#db/migrate.ts';
import { local } from '#messages/local-text.ts';
import { aside, change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { arrange, membershipActKinds, stateOn } from '#office/membership/membership.ts';
import { dateOf, milestoneActKinds, milestoneState } from '#office/milestone/milestone.ts';
import { projectActKinds, projectState } from '#office/project/project.ts';
import { systemViewer } from '#office/viewer.ts';
import { asOwner, useFreshDatabase } from '../fixtures.ts';
import { accepted } from '../verbs.ts';

const nouns = ['organisation', 'programme', 'project', 'membership', 'milestone', 'document'] as const;
const written = [null, '2019', '2019-06-15', '2020-05', '2025-12', '2025-12-31', '2025/2026', '2027', '2030-01-01', '../2024-06', '2021-03/..'];
const days = ['2018-12-31', '2019-01-01', '2019-12-31', '2020-05-01', '2024-06-30', '2025-12-30', '2025-12-31', '2026-03-01', '2027-06-06', '2027-12-31', '2030-01-01', '2099-01-01'];
const dates = written.map((day) => (day ? parseFuzzyDate(day) : null));
const acts = <K extends string>(kinds: readonly K[]) => fc.array(fc.record({ kind: fc.constantFrom(...kinds), on: fc.constantFrom(...dates) }), { maxLength: 5 });

describe('the narrow rows of the registers', () => {
  const database = useFreshDatabase();

  test('hold for every record, after the office’s own were laid down, what would be derived of it now', async () => {
    for (const noun of nouns) assert.ok(await holdsWhatIsDerived(noun) > 0 || noun === 'document', noun);
  });

  test('say the state of every day as the pure functions do, over random acts that come, change and go', async () => {
    for (const [first, second] of fc.sample(fc.tuple(acts(projectActKinds), acts(projectActKinds)), 40)) {
      const id = await layProject([]);
      for (const held of [first!, second!, []]) {
        await replace('project', id, held);
        for (const day of days) assert.equal(await stateHeld('project', id, day), projectState(held, day), `${JSON.stringify(held)} on ${day}`);
      }
    }
    for (const held of fc.sample(acts([...membershipActKinds, 'joined', 'suspended', 'resumed', 'suspended', 'resumed']), 40).map(arrange)) {
      const id = await layMembership();
      await replace('membership', id, held);
      for (const day of days) assert.equal(await stateHeld('membership', id, day), stateOn(held, day), `${JSON.stringify(held)} on ${day}`);
    }
    for (const held of fc.sample(acts(milestoneActKinds), 25)) {
      const id = await layMilestone();
      await replace('milestone', id, held);
      const { rows: [row] } = await reader().execute<{ state: string }>(sql`select state from milestone_index where id = ${id}`);
      assert.equal(row?.state, milestoneState({ acts: held, progress: 40 }), JSON.stringify(held));
    }
    for (const { acts: held, planned, actual } of fc.sample(fc.record({ acts: acts(milestoneActKinds), planned: fc.constantFrom(...dates), actual: fc.constantFrom(...dates) }), 30)) {
      const id = await layMilestone({ planned, actual });
      await replace('milestone', id, held);
      const { rows: [row] } = await reader().execute<{ earliest: string | null; known: boolean }>(sql`select earliest, known from milestone_index where id = ${id}`);
      const on = dateOf({ acts: held, planned, actual });
      assert.deepEqual(row, { earliest: on?.earliest ?? null, known: on !== null }, JSON.stringify({ held, planned, actual }));
    }
    for (const noun of nouns) await holdsWhatIsDerived(noun);
  });

  test('follow an act that goes to another record, and a record that goes', async () => {
    const [one, other] = [await layProject([{ kind: 'running', on: null }]), await layProject([])];
    accepted(await change(systemViewer, { action: 'project.revise', table: project, id: one }, async (pen) => {
      await pen.db.update(projectAct).set({ projectId: other }).where(sql`project_id = ${one}`);
      await pen.revise(project, {});
    }));
    assert.deepEqual([await stateHeld('project', one, '2026-03-01'), await stateHeld('project', other, '2026-03-01')], ['unknown', 'running']);
    await asOwner(database.url(), (owner) => owner.query(`begin; alter table project disable trigger ledger_revision; delete from project where id = '${one}'; alter table project enable trigger ledger_revision; commit`));
    assert.equal(await stateHeld('project', one, '2026-03-01'), undefined);
  });

  test('are laid down anew where one is missing, and all of them where the rule is another', async () => {
    await asOwner(database.url(), (owner) => owner.query("set role povelja_owner; delete from project_index; comment on table milestone_index is 'older'; update milestone_index set state = 'cancelled'"));
    await migrate(database.url());
    for (const noun of nouns) await holdsWhatIsDerived(noun);
  });

  test('are written by triggers alone', async () => {
    for (const noun of nouns) await assert.rejects(aside((db) => db.execute(sql`delete from ${sql.identifier(`${noun}_index`)}`)), (error: Error) => /permission denied/.test(String(error.cause)));
  });
});

/** How many rows there are, each equal to what its record says now, and none beside them. */
async function holdsWhatIsDerived(noun: (typeof nouns)[number]): Promise<number> {
  const held = sql.identifier(`${noun}_index`);
  const derived = sql`select * from ${sql.identifier(`povelja_narrow_${noun}`)}(array(select id from ${sql.identifier(noun)}))`;
  const { rows: [told] } = await reader().execute<{ apart: number; many: number }>(sql`select
    (select count(*) from ((table ${held} except ${derived}) union all (${derived} except table ${held})) as apart)::int as apart, (select count(*) from ${held})::int as many`);
  assert.equal(told?.apart, 0, noun);
  return told?.many ?? 0;
}

async function stateHeld(noun: 'project' | 'membership', id: string, day: string): Promise<string | undefined> {
  const { rows } = await reader().execute<{ state: string }>(sql`select states[width_bucket(${day}::date, state_from)] as state from ${sql.identifier(`${noun}_index`)} where id = ${id}`);
  return rows[0]?.state;
}

const parts = { project: { table: project, acts: projectAct, owner: projectAct.projectId }, membership: { table: membership, acts: membershipAct, owner: membershipAct.membershipId }, milestone: { table: milestone, acts: milestoneAct, owner: milestoneAct.milestoneId } };

async function replace(noun: keyof typeof parts, id: string, held: readonly object[]): Promise<void> {
  const { table, acts: told, owner } = parts[noun];
  accepted(await change(systemViewer, { action: `${noun}.revise`, table: table as typeof project, id }, async (pen) => {
    // The record first, so that only its parts tell of what they say.
    await pen.revise(table as typeof project, {});
    await pen.replaceParts(told, owner, held);
  }));
}

let running = 0;
function named() {
  running += 1;
  return { code: `NI-T-${running}`, slug: `t-${running}` };
}

async function layProject(held: readonly Pick<typeof projectAct.$inferInsert, 'kind' | 'on'>[]): Promise<string> {
  return accepted(await change(systemViewer, { action: 'project.draft', table: project }, async (pen) => {
    await pen.draft(project, { ...named(), title: local({ sr: `Пројекат ${running}` }) });
    await pen.replaceParts(projectAct, projectAct.projectId, [...held]);
  }));
}

async function layMembership(): Promise<string> {
  return accepted(await change(systemViewer, { action: 'membership.draft', table: membership }, (pen) => pen.draft(membership, named())));
}

async function layMilestone(own: Partial<Pick<typeof milestone.$inferInsert, 'planned' | 'actual'>> = {}): Promise<string> {
  return accepted(await change(systemViewer, { action: 'milestone.draft', table: milestone }, (pen) => pen.draft(milestone, { ...own, ...named(), title: local({ sr: `Рок ${running}` }), progress: 40 })));
}
