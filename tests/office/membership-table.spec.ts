import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { local } from '#messages/local-text.ts';
import { membershipsHolding, membershipTable } from '#office/membership/list.ts';
import { narrowRows } from '#office/narrow-row.ts';
import type { Side } from '#office/page-of-hits.ts';
import { stacked } from '#office/stacks.ts';
import { sightOf } from '#office/tables.ts';
import { visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
import { put, text } from './search-ground.ts';

const today = '2026-11-22';
const editor = staff('editor');
const ids: Record<string, string> = {};

useEmptyDatabase();

async function found(q: string, viewer: Viewer = editor, sort?: string): Promise<string[]> {
  const asked = { form: 'sr-Cyrl' as const, q, ...(sort ? { sort } : {}) };
  const { lines, total } = await membershipTable.page(viewer, asked, today);
  assert.deepEqual([total, lines.map(({ id }) => id)], [await membershipTable.count(viewer, { q }, today), await membershipTable.ids(viewer, asked, today)]);
  return lines.map(({ id }) => Object.entries(ids).find(([, held]) => held === id)?.[0] ?? id).toSorted();
}

describe('the table of memberships', () => {
  before(async () => {
    const published = { publication: 'published' };
    const network = await put('organisation', { code: 'ORG-1', name: local({ sr: 'Европски градови против дрога' }), acronym: local({ sr: 'ECAD', origin: 'sr-Latn' }), kind: 'network', ...published });
    const hidden = await put('organisation', { code: 'ORG-2', name: text('Тајновита мрежа'), kind: 'network' });
    const city = await put('organisation', { code: 'ORG-3', name: text('Град Ниш'), isSelf: true, ...published });
    const town = await put('organisation', { code: 'ORG-4', name: text('Град Лил'), kind: 'local_government', ...published });
    ids.ours = await put('membership', { code: 'NI-CLA-001', networkId: network, memberId: city, ...published });
    ids.theirs = await put('membership', { code: 'NI-CLA-002', networkId: network, memberId: town });
    ids.unseen = await put('membership', { code: 'NI-CLA-003', networkId: hidden, memberId: city, ...published });
  });

  test('a membership is found in its table by its network, by its member and by its code', async () => {
    for (const sort of [undefined, 'code']) {
      for (const q of ['против дрога', 'protiv droga', 'ECAD']) assert.deepEqual(await found(q, editor, sort), ['ours', 'theirs'], q);
      assert.deepEqual(await found('Лил', editor, sort), ['theirs']);
      for (const q of ['Лил против дрога', 'ECAD Лил', '„против дрога“ град Лил']) assert.deepEqual(await found(q, editor, sort), ['theirs'], q);
      assert.deepEqual(await found('Лил Тајновита', editor, sort), []);
      assert.deepEqual(await found('ni-cla-002', editor, sort), ['theirs']);
      assert.deepEqual(await found('нешто друго', editor, sort), []);
      assert.deepEqual(await found('…', editor, sort), []);
    }
  });

  // A register of many is counted from the side on which there are fewer.
  test('what words find and what they do not are the whole, whoever asks, and each membership is told the same by itself', async () => {
    const asked = ['против дрога', 'Лил', 'град', 'ECAD', 'тајновита', 'ni-cla-002', 'нешто друго', 'ECAD Лил', 'град тајновита', '…'];
    for (const viewer of [editor, staff('contributor'), visitor]) {
      for (const q of asked) {
        const { hits, others, holds } = membershipsHolding(viewer, q);
        const read = async (from: SQL) => (await reader().execute<{ id: string }>(sql`select id from (${from}) as read order by id`)).rows.map(({ id }) => id);
        const held = await read(hits);
        assert.deepEqual([...held, ...await read(others)].toSorted(), Object.values(ids).toSorted(), q);
        assert.deepEqual(await read(sql`select ${membership.id} from ${membership} where ${holds(membership.id)}`), held, q);
      }
    }
    assert.equal((await reader().execute(membershipsHolding(editor, 'град').hits)).rows.length, 3);
    assert.equal((await reader().execute(membershipsHolding(visitor, 'тајновита').hits)).rows.length, 0);
  });

  test('put in order by their networks they are the same from either side', async () => {
    const stacks = { by: narrowRows.membership.networkId, inOrder: async (named: readonly string[]) => named.toSorted() };
    for (const [viewer, q, many] of [[editor, 'град', 3], [editor, 'Лил', 1], [editor, 'нешто друго', 0], [visitor, 'град', 2], [visitor, 'дрога', 1]] as const) {
      const words = membershipsHolding(viewer, q);
      const rule = sightOf(viewer, 'membership');
      const read = async (side: Side) => {
        const { total, ids: page } = await stacked(narrowRows.membership, { rule, words, side }, stacks);
        return [total, await page(0, 1, false), await page(1, 5, false), await page(0, 5, true)];
      };
      const held = await read({ ids: words.hits, are: true });
      assert.deepEqual(await read({ ids: words.others, are: false }), held, q);
      assert.equal(held[0], many, q);
      assert.equal([held[1], held[2]].flat().length, many, q);
    }
  });

  test('nor does the name of a network that the viewer may not see find it', async () => {
    assert.deepEqual(await found('Тајновита'), ['unseen']);
    assert.deepEqual(await found('Тајновита', staff('contributor')), []);
  });
});
