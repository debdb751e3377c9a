import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '#messages/local-text.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import { withdraw } from '#office/programme/write.ts';
import { recordPages, recordPieces } from '#office/register/pages.ts';
import { countTitles, countWithdrawn } from '#office/register/reach.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted } from '../verbs.ts';
import { drafted } from './agreement-ground.ts';

useFreshDatabase();
const paths = async (piece: number, size: number) => (await recordPages(piece, size)).map(({ path }) => path);

describe('the pages of published records', () => {
  test('are each one record with a page of its own, in the order of their paths', async () => {
    const all = await paths(1, 1_000);
    assert.deepEqual(all, all.toSorted());
    assert.equal(new Set(all).size, all.length);
    for (const path of ['/agreements/mou-usaid-sldp', '/networks/ecad', '/programmes/rsedp-2']) assert.ok(all.includes(path), `${path} of ${all.join(' ')}`);
    assert.ok(all.every((path) => /^\/(agreements|networks|programmes|projects|partners)\/[a-z0-9-]+$/.test(path)));
    assert.ok(!all.includes('/partners/grad-nis'), 'the City is no partner of its own');
  });

  test('are cut into pieces without a gap, a repetition or a page too many', async () => {
    const all = await paths(1, 1_000);
    for (const size of [1, 7, all.length, all.length + 1]) {
      const pieces = await recordPieces(size);
      assert.equal(pieces.length, Math.ceil(all.length / size));
      const read = await Promise.all(pieces.map((_, place) => recordPages(place + 1, size)));
      assert.deepEqual(read.flat().map(({ path }) => path), all);
      assert.deepEqual(read.map((piece) => piece.length), pieces.map((piece) => piece.pages));
      assert.deepEqual(read.map((piece) => Math.max(...piece.map(({ changed }) => changed.getTime()))), pieces.map(({ changed }) => changed.getTime()));
    }
    assert.deepEqual(await recordPages(all.length + 1, 1), []);
  });

  test('know neither drafts nor what was withdrawn, which is counted', async () => {
    const before = await paths(1, 1_000);
    const [titled, gone] = [await countTitles(visitor), await countWithdrawn()];
    assert.equal(gone, 0);
    await drafted({});
    assert.deepEqual(await paths(1, 1_000), before);
    assert.deepEqual(await countTitles(visitor), titled);
    assert.ok(titled.translated > 0 && titled.translated <= titled.titled);

    const programme = await programmeBySlug(systemViewer, 'rsedp-2');
    accepted(await withdraw(systemViewer, { id: programme?.id ?? '', reason: local({ sr: 'унето грешком', en: 'entered by mistake' }) }));
    assert.deepEqual(await paths(1, 1_000), before.filter((path) => path !== '/programmes/rsedp-2'));
    assert.equal(await countWithdrawn(), 1);
    assert.equal((await countTitles(visitor)).titled, titled.titled - 1);
  });
});
