import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { project } from '#db/schema/project.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { lookUp } from '#office/matching.ts';
import { narrowRows } from '#office/narrow-row.ts';
import { pageOfHits, smallerSide } from '#office/page-of-hits.ts';
import { projectTable } from '#office/project/list.ts';
import { sightOf } from '#office/tables.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';

const form = 'sr-Cyrl' as const;
const today = '2026-03-01';
const editor = staff('editor');
const row = narrowRows.project;

describe('a page of what words find', () => {
  useFreshDatabase();
  before(async () => {
    for (let n = 0; n < 23; n += 1) {
      accepted(await change(systemViewer, { action: 'project.draft', table: project }, (pen) => pen.draft(project, {
        code: `NI-T-${n}`, slug: `t-${n}`, title: local({ sr: `${'ЖАШбн'[n % 5]} ${n % 4 ? 'речна обала' : 'паркови'} ${n}` }),
        verification: n % 3 ? 'checked' : 'disputed', publication: n % 2 ? 'published' : 'draft',
      })));
    }
  });

  // Whether the hits are few or many only decides how the page is looked for: both are asked of the same records.
  for (const [way, few] of [['few are put in order', 20_000], ['the order of many is passed through', 0]] as const) {
    for (const [viewerIs, viewer] of [['editor', editor], ['visitor', visitor]] as const) {
      test(`${way}: to the ${viewerIs} the pages are the list, from both ends, and a page behind the last is the last`, async () => {
        for (const [q, verification] of [['обала'], ['обала', 'checked'], ['обала', 'disputed'], ['паркови'], ['паркови', 'checked'], ['нема такве'], ['паркови 8'], ['т']] as const) {
          const all = await projectTable.ids(viewer, { form, q, verification }, today);
          const words = lookUp(q, 'project');
          assert.ok(words);
          const many = await projectTable.count(viewer, {}, today);
          const asked = { noun: 'project' as const, words, many, whole: verification ? undefined : many, rule: and(sightOf(viewer, 'project'), verification && eq(row.verification, verification)) };
          for (const turned of [false, true]) {
            const order = { steps: [{ by: row.nameCyrl, way: 'up' }, { by: row.id, way: 'up' }] as const, turned };
            const paged: string[] = [];
            for (let page = 1; page <= Math.ceil(all.length / 3); page += 1) {
              const found = await pageOfHits(asked, order, { page, perPage: 3 }, few);
              assert.equal(found.total, all.length);
              paged.push(...found.ids);
            }
            assert.deepEqual(paged, turned ? all.toReversed() : all, `${q} ${verification} ${turned}`);
            const last = await pageOfHits(asked, order, { page: 123_456_789, perPage: 3 }, few);
            assert.deepEqual(last, { ids: paged.slice(Math.floor(Math.max(0, all.length - 1) / 3) * 3), total: all.length });
          }
        }
      });
    }
  }

  test('a sample tells on which side the fewer stand, and a register of few is not sampled', async () => {
    for (const [q, are] of [['обала', false], ['паркови', true], ['нема такве', true]] as const) {
      const words = lookUp(q, 'project');
      assert.ok(words);
      assert.equal((await smallerSide(words, 'project', 23, 0)).are, are, q);
      assert.equal((await smallerSide(words, 'project', 23)).are, true);
      const read = async (from: SQL) => (await reader().execute<{ id: string }>(from)).rows.map(({ id }) => id).toSorted();
      const found = await read(words.hits);
      assert.deepEqual(await read(sql`select ${project.id} from ${project} where ${words.holds(project.id)}`), found);
      assert.deepEqual([...found, ...await read(words.others)].toSorted(), await read(sql`select ${project.id} from ${project}`));
    }
  });

  test('how many a preview counts is not told to the public', async () => {
    const open = (await projectTable.page(visitor, { form }, today)).total;
    const [draft] = await reader().select({ id: project.id }).from(project).where(eq(project.publication, 'draft')).limit(1);
    const preview = { ...visitor, asIfPublished: { noun: 'project', id: draft?.id ?? '' } };
    // Another change, so that neither figure is remembered yet.
    accepted(await change(systemViewer, { action: 'project.draft', table: project }, (pen) => pen.draft(project, { code: 'NI-T-99', slug: 't-99', title: local({ sr: 'Ништа од тога' }) })));
    assert.equal((await projectTable.page(preview, { form }, today)).total, open + 1);
    assert.equal((await projectTable.page(visitor, { form }, today)).total, open);
  });

  test('the table with words is the same list, page by page, and says how many there are', async () => {
    const asked = { form, q: 'обала', sort: '-name', perPage: 4 };
    const all = await projectTable.ids(editor, asked, today);
    const first = await projectTable.page(editor, asked, today);
    const last = await projectTable.page(editor, { ...asked, page: 99 }, today);
    assert.deepEqual([first.total, first.pages, last.page], [17, 5, 5]);
    assert.deepEqual([first.lines, last.lines].map((lines) => lines.map(({ id }) => id)), [all.slice(0, 4), all.slice(16)]);
  });
});
