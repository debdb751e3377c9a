import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { matching } from '#office/matching.ts';
import { search } from '#office/search/read.ts';
import { visitor } from '#office/viewer.ts';
import { corpus } from '../corpus.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ids, nothing, put, text, today } from './search-ground.ts';

describe('whatever is typed', () => {
  useEmptyDatabase();
  const asked = (q: string) => Promise.all([
    search(visitor, { q, chosen: nothing, form: 'sr-Latn' }, today),
    reader().$count(agreement, matching(q, 'agreement', agreement.id)),
  ]);

  for (const { name, text: q } of corpus) test(`${name} is a search like any other`, async () => { await asked(q); });

  test('operators, quotation marks and signs alone ask for nothing, and in between they part words', async () => {
    const id = await put('organisation', { name: text('Жути Зуб'), kind: 'other', publication: 'published' });
    for (const q of ['', ' ', '!&|:*()<->', '"', '„“', '\u202E\u200B', '-', '""', '* | !']) assert.equal(await search(visitor, { q, chosen: nothing, form: 'en' }, today), null, q);
    for (const q of ['жути & зуб', '!жути', 'жути | зуб', 'зуб:*', '(жути', 'жути <-> зуб', '"жути зуб', '„жути зуб"', 'жути\0зуб', "жути'; --зуб"]) assert.deepEqual(await ids(visitor, q), [id], q);
    assert.deepEqual(await ids(visitor, '„зуб жути“'), []);
  });

  test('no line of any signs is an error', async () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom(..."аш!&|:*()<->'\"\\{},=~^@ \t\u0000\u202e\u200d"), maxLength: 40 }));
    await fc.assert(fc.asyncProperty(line, async (q) => { await asked(q); }), { numRuns: 150 });
  });

  test('ten thousand signs cost no more than a few words', async () => {
    const started = performance.now();
    await asked('реч '.repeat(2_500));
    await asked('ш'.repeat(10_000));
    assert.ok(performance.now() - started < 5_000);
  });
});
