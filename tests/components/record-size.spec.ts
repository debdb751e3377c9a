import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { mostTied } from '#app/tied.ts';
import { local } from '#messages/local-text.ts';
import { agreementsOf } from '#office/agreement/read.ts';
import { membershipsIn } from '#office/membership/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { organisationBySlug } from '#office/organisation/read.ts';
import { programmesOf } from '#office/programme/read.ts';
import { projectsOf } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { draw } from './drawing.ts';

useFreshDatabase();
const today = '2026-11-21';
const long = local({ sr: 'Сарадња градова у култури, раду са младима и туризму. '.repeat(150), en: 'Cooperation.' });

/** As many copies of the first one as asked, each written at length. */
function many<T extends { id: string }>(lines: readonly T[], count: number, more: object = {}): T[] {
  const [first] = lines;
  assert.ok(first);
  return Array.from({ length: count }, (_, place) => ({ ...first, ...more, id: `${place}` }));
}

describe('a record with hundreds of ties', () => {
  test('leaves room for the rest of its page under a hundred kilobytes, and says how many there are', async () => {
    const { Ties } = await import('#components/organisation/ties.tsx');
    const usaid = await organisationBySlug(visitor, 'usaid');
    const ecad = await organisationBySlug(visitor, 'ecad');
    assert.ok(usaid && ecad);
    const owner = { organisationId: usaid.id };
    const ties = {
      slug: 'usaid',
      agreements: { lines: many(await agreementsOf(visitor, owner, 'sr-Cyrl', today), mostTied, { summary: long }), total: 900 },
      projects: { lines: many(await projectsOf(visitor, owner, 'sr-Cyrl'), mostTied, { summary: long }), total: 800 },
      milestones: { lines: many(await milestonesOf(visitor, owner), mostTied), total: 700 },
      programmes: many(await programmesOf(visitor, usaid.id), 200),
      memberships: many(await membershipsIn(visitor, ecad.id, today), 200),
    };
    const html = draw(createElement(Ties, { ties, form: 'sr-Cyrl', today }));
    const bytes = Buffer.byteLength(html);
    assert.ok(bytes < 70_000, `${bytes} bytes`);
    assert.match(html, /href="\/sr-Cyrl\/agreements\?party=usaid">Прикажи све \(900\)/);
    assert.match(html, /href="\/sr-Cyrl\/projects\?party=usaid">Прикажи све \(800\)/);
    assert.match(html, /И још 188\./);
  });
});
