import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { membership, membershipAct, type MembershipActKind } from '#db/schema/membership.ts';
import { milestone, milestoneAct, type MilestoneActKind } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project, projectAct } from '#db/schema/project.ts';
import { local } from '#messages/local-text.ts';
import { agreementTable } from '#office/agreement/table.ts';
import { change } from '#office/change.ts';
import { documentTable } from '#office/document/list.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { membershipTable } from '#office/membership/list.ts';
import { arrange, membershipActKinds, membershipStates, stateOn } from '#office/membership/membership.ts';
import { milestoneTable } from '#office/milestone/list.ts';
import { milestoneActKinds, milestoneState, milestoneStates } from '#office/milestone/milestone.ts';
import { organisationTable } from '#office/organisation/list.ts';
import { ready } from '#office/organisation/write.ts';
import { programmeTable } from '#office/programme/list.ts';
import { projectTable } from '#office/project/list.ts';
import { projectActKinds, projectState, projectStates } from '#office/project/project.ts';
import { countProjects } from '#office/register/figures.ts';
import type { Listing, RowChoice } from '#office/rows.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { reader } from '#db/client.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';

const today = '2026-03-01';
const form = 'sr-Cyrl' as const;
const editor = staff('editor');
const tables: Record<string, { table: Listing<RowChoice, { id: string }>; sorts: string[] }> = {
  agreement: { table: agreementTable as unknown as Listing<RowChoice, { id: string }>, sorts: ['changed', 'title', 'code', 'signed'] },
  organisation: { table: organisationTable, sorts: ['name', 'code', 'changed'] }, membership: { table: membershipTable, sorts: ['network', 'code', 'changed'] },
  programme: { table: programmeTable, sorts: ['name', 'period', 'code', 'changed'] }, project: { table: projectTable, sorts: ['name', 'start', 'code', 'changed'] },
  milestone: { table: milestoneTable, sorts: ['date', 'name', 'code', 'changed'] }, document: { table: documentTable, sorts: ['name', 'dated', 'code', 'changed'] },
};

describe('the tables of the registers', () => {
  useFreshDatabase();
  before(async () => {
    for (let n = 0; n < 9; n += 1) await lay(n);
  });

  for (const [noun, { table, sorts }] of Object.entries(tables)) {
    test(`${noun}: the pages are the list, whatever the order, and the order turned round is the list from its end`, async () => {
      for (const sort of sorts) {
        const all = await table.ids(editor, { form, sort }, today);
        assert.equal(all.length, await table.count(editor, {}, today));
        assert.equal(new Set(all).size, all.length);
        const paged: string[] = [];
        const { pages } = await table.page(editor, { form, sort, perPage: 2 }, today);
        for (let page = 1; page <= pages; page += 1) paged.push(...(await table.page(editor, { form, sort, perPage: 2, page }, today)).lines.map(({ id }) => id));
        assert.deepEqual(paged, all, sort);
        assert.deepEqual(await table.ids(editor, { form, sort: `-${sort}` }, today), all.toReversed(), `-${sort}`);
        assert.deepEqual((await table.page(editor, { form, sort, page: 9_999, perPage: 2 }, today)).page, pages);
      }
    });

    test(`${noun}: narrowed, its pages are found the same whether the few are put in order or the whole order is passed through from its end`, async () => {
      for (const sort of [...sorts, ...sorts.map((name) => `-${name}`)]) {
        const choice = { form, sort, verification: 'unverified' as const, perPage: 2 };
        const all = await table.ids(editor, { form, sort, verification: 'unverified' }, today);
        const { pages, total, lines } = await table.page(editor, choice, today);
        const last = await table.page(editor, { ...choice, page: 9_999 }, today);
        assert.deepEqual([total, last.total, last.page], [all.length, all.length, pages], sort);
        assert.deepEqual(lines.map(({ id }) => id), all.slice(0, 2), sort);
        assert.deepEqual(last.lines.map(({ id }) => id), all.slice((pages - 1) * 2), sort);
      }
    });

    test(`${noun}: a visitor’s lists, counts and ids hold what is published and no more`, async () => {
      const seen = await table.ids(visitor, { form }, today);
      assert.equal(seen.length, await table.count(visitor, {}, today));
      assert.equal(await table.count(visitor, { publication: 'draft' }, today), 0);
      const drafts = await table.ids(editor, { form, publication: 'draft' }, today);
      assert.deepEqual(await table.lines(visitor, drafts, today), []);
      assert.deepEqual(seen.filter((id) => drafts.includes(id)), []);
    });

    test(`${noun}: each filter narrows, and what is changed on a day is changed since that day`, async () => {
      const total = await table.count(editor, {}, today);
      const [checked, disputed, unverified] = await Promise.all((['checked', 'disputed', 'unverified'] as const).map((verification) => table.count(editor, { verification }, today)));
      assert.equal((checked ?? 0) + (disputed ?? 0) + (unverified ?? 0), total);
      assert.deepEqual(await table.counts(editor, [{}, { verification: 'checked' }, { publication: 'draft', verification: 'disputed' }], today), [total, checked, await table.count(editor, { publication: 'draft', verification: 'disputed' }, today)]);
      assert.equal(await table.count(editor, { changedSince: '2020-01-01' }, today), total);
      assert.equal(await table.count(editor, { changedSince: '2999-01-01' }, today), 0);
      assert.equal(await table.count(editor, { createdBy: editor.id }, today), 0);
    });
  }

  test('an organisation is incomplete when publishing would refuse it', async () => {
    const rows = await reader().select().from(organisation);
    const lacking = rows.filter((row) => ready(row).length > 0).map(({ id }) => id);
    assert.deepEqual((await organisationTable.ids(systemViewer, { form, incomplete: true }, today)).toSorted(), lacking.toSorted());
    assert.ok(lacking.length > 0 && lacking.length < rows.length);
  });

  test('states in SQL are those of the pure functions, over random acts', async () => {
    const days = [null, '2019', '2020-05', '2025-12-31', '2027', '2030-01-01'];
    const acts = <K extends string>(kinds: readonly K[]) => fc.array(fc.record({ kind: fc.constantFrom(...kinds), on: fc.constantFrom(...days).map((day) => (day ? parseFuzzyDate(day) : null)) }), { maxLength: 4 });
    const expected: Record<'project' | 'milestone' | 'membership', Map<string, string>> = { project: new Map(), milestone: new Map(), membership: new Map() };
    for (const held of fc.sample(acts<(typeof projectActKinds)[number]>(projectActKinds), 40)) expected.project.set(await layProject(held), projectState(held, today));
    for (const held of fc.sample(acts<MilestoneActKind>(milestoneActKinds), 40)) {
      const progress = held.length % 2 ? 40 : 0;
      expected.milestone.set(await layMilestone(held, progress), milestoneState({ acts: held, progress }));
    }
    for (const held of fc.sample(acts<MembershipActKind>(membershipActKinds), 40)) {
      const arranged = arrange(held);
      expected.membership.set(await layMembership(arranged), stateOn(arranged, today));
    }
    const check = async (noun: keyof typeof expected, states: readonly string[]) => {
      for (const state of states) {
        const found = new Set(await (tables[noun]!.table as Listing<RowChoice & { state: string }, { id: string }>).ids(editor, { form, state }, today));
        for (const [id, is] of expected[noun]) assert.equal(found.has(id), is === state, `${noun} ${is} among ${state}`);
      }
    };
    const unbegun = [...expected.project.values()].filter((state) => ['idea', 'preparing', 'submitted', 'rejected', 'reserve', 'cancelled'].includes(state)).length;
    assert.equal(await countProjects(systemViewer, today), await projectTable.count(systemViewer, {}, today) - unbegun);
    await check('project', projectStates);
    await check('milestone', milestoneStates);
    await check('membership', membershipStates);
  });
});

let running = 0;
const named = () => {
  running += 1;
  return { code: `NI-T-${running}`, slug: `t-${running}` };
};

async function lay(n: number): Promise<void> {
  accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, (pen) => pen.draft(organisation, {
    ...named(), name: local({ sr: `${'ЖАШбн'[n % 5]} проба ${n}` }), kind: n % 3 ? 'ngo' : null, verification: n % 2 ? 'checked' : 'disputed', publication: n % 2 ? 'published' : 'draft',
    description: n === 4 ? local({ sr: 'Само на српском.' }) : null,
  })));
  await layProject([]);
  await layMilestone([], 0);
}

async function layProject(acts: readonly Pick<typeof projectAct.$inferInsert, 'kind' | 'on'>[]): Promise<string> {
  return accepted(await change(systemViewer, { action: 'project.draft', table: project }, async (pen) => {
    await pen.draft(project, { ...named(), title: local({ sr: `Пројекат ${running}` }), plannedStart: running % 3 ? parseFuzzyDate(`${2000 + running % 7}`) : null });
    await pen.replaceParts(projectAct, projectAct.projectId, [...acts]);
  }));
}

async function layMilestone(acts: readonly Pick<typeof milestoneAct.$inferInsert, 'kind' | 'on'>[], progress: number): Promise<string> {
  return accepted(await change(systemViewer, { action: 'milestone.draft', table: milestone }, async (pen) => {
    await pen.draft(milestone, { ...named(), title: local({ sr: `Прекретница ${running}` }), progress, planned: running % 3 ? parseFuzzyDate(`${2000 + running % 7}`) : null });
    await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, [...acts]);
  }));
}

async function layMembership(acts: readonly Pick<typeof membershipAct.$inferInsert, 'kind' | 'on'>[]): Promise<string> {
  return accepted(await change(systemViewer, { action: 'membership.draft', table: membership }, async (pen) => {
    await pen.draft(membership, named());
    await pen.replaceParts(membershipAct, membershipAct.membershipId, [...acts]);
  }));
}
