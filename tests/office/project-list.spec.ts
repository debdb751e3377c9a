import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { organisation } from '#db/schema/organisation.ts';
import { project, projectAct, projectPartner, type ProjectActKind } from '#db/schema/project.ts';
import type { Verification } from '#db/columns.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { countProjects } from '#office/project/facets.ts';
import { knownProjectValues } from '#office/project/known.ts';
import type { ProjectChoice } from '#office/project/narrow.ts';
import { projectActKinds, projectState } from '#office/project/project.ts';
import { listProjects } from '#office/project/read.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';

const today = '2026-03-01';
type Acts = readonly (readonly [ProjectActKind, string | null])[];
type Put = { acts?: Acts; start?: string; partners?: readonly string[]; verification?: Verification; publication?: 'published' | 'draft' };

let running = 0;
const ids: Record<string, string> = {};

async function putOrganisation(slug: string, country: string | null, { isSelf = false, publication = 'published' as 'published' | 'draft' } = {}): Promise<void> {
  ids[slug] = accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, (pen) =>
    pen.draft(organisation, { name: local({ sr: slug }), code: slug.toUpperCase(), slug, country, isSelf, kind: 'ngo', publication })));
}

async function putProject({ acts = [], start, partners = [], verification = 'unverified', publication = 'published' }: Put): Promise<string> {
  running += 1;
  return accepted(await change(systemViewer, { action: 'project.draft', table: project }, async (pen) => {
    await pen.draft(project, { title: local({ sr: `Пројекат ${running}` }), code: `NI-PRO-${running}`, slug: `p-${running}`, plannedStart: start ? parseFuzzyDate(start) : null, verification, publication });
    await pen.replaceParts(projectAct, projectAct.projectId, acts.map(([kind, on]) => ({ kind, on: on ? parseFuzzyDate(on) : null })));
    await pen.replaceParts(projectPartner, projectPartner.projectId, partners.map((slug) => ({ organisationId: ids[slug]!, role: 'partner' })));
  }));
}

const counted = (counts: readonly { value: string; count: number }[]) => Object.fromEntries(counts.map(({ value, count }) => [value, count]).toSorted());

describe('the state of a project in SQL', () => {
  useEmptyDatabase();

  test('is that of the rule, whatever acts a project has', async () => {
    const day = fc.constantFrom(null, '2008', '2009-05', '2009-05-03', '2010~', '2031', '../2012', '2014/..', '2026-03-01', '2026-03-02');
    const acts = fc.array(fc.tuple(fc.constantFrom(...projectActKinds), day), { maxLength: 5 });
    const samples = [[], ...fc.sample(acts, { seed: 7, numRuns: 150 })] as Acts[];
    for (const list of samples) await putProject({ acts: list });
    const { lines } = await listProjects(visitor, { perPage: 1_000 }, today);
    const expected = Map.groupBy(lines, (line) => projectState(line.acts, today));
    assert.ok(expected.size > 8);
    for (const [state, held] of expected) {
      const found = (await listProjects(visitor, { standings: [state], perPage: 1_000 }, today)).lines;
      assert.deepEqual(found.map(({ code }) => code).toSorted(), held.map(({ code }) => code).toSorted(), state);
    }
    assert.deepEqual(counted((await countProjects(visitor, {}, today)).standing), Object.fromEntries([...expected].map(([state, held]) => [state, held.length]).toSorted()));
  });
});

describe('the facets of projects', () => {
  useEmptyDatabase();

  test('each counts what stands under the other choices; nothing is told of what the viewer may not see', async () => {
    await putOrganisation('grad', 'RS', { isSelf: true });
    await putOrganisation('novi-sad', 'RS');
    await putOrganisation('giz', 'DE');
    await putOrganisation('tajna', 'FR', { publication: 'draft' });
    await putProject({ start: '2009-05', partners: ['grad', 'giz'], acts: [['closed', null]], verification: 'checked' });
    await putProject({ start: '2009', partners: ['grad', 'giz', 'novi-sad', 'tajna'], acts: [['running', '2010']] });
    await putProject({ start: '2015/2020', partners: ['novi-sad'] });
    await putProject({ start: '2011', partners: ['giz'], publication: 'draft' });
    const all = await countProjects(visitor, {}, today);
    assert.deepEqual(
      [counted(all.standing), counted(all.party), counted(all.country), counted(all.year), counted(all.verification)],
      [{ closed: 1, running: 1, unknown: 1 }, { giz: 2, 'novi-sad': 2 }, { DE: 2, RS: 2 }, { 2009: 2, 2015: 1 }, { checked: 1, unverified: 2 }],
    );
    const narrowed = await countProjects(visitor, { parties: ['giz'], verifications: ['checked'] }, today);
    assert.deepEqual(
      [counted(narrowed.standing), counted(narrowed.party), counted(narrowed.verification), counted(narrowed.year)],
      [{ closed: 1 }, { giz: 1 }, { checked: 1, unverified: 1 }, { 2009: 1 }],
    );
    assert.deepEqual(counted((await countProjects(staff('editor'), {}, today)).country), { DE: 3, FR: 1, RS: 2 });
    const total = async (choice: ProjectChoice) => (await listProjects(visitor, choice, today)).total;
    assert.deepEqual([await total({ parties: ['tajna'] }), await total({ countries: ['FR'] }), await total({ countries: ['RS'] }), await total({ years: [2009], standings: ['running'] })], [0, 0, 2, 1]);
    assert.deepEqual(await knownProjectValues(visitor, { parties: ['giz', 'tajna', 'nema'], years: [2009, 2011, 1999] }), { parties: ['giz'], years: [2009] });
  });
});
