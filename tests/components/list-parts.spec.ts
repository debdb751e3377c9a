import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement as h } from 'react';
import { addressWithout, keptBut, listAddress } from '#components/list-address.ts';
import { draw } from './drawing.ts';

const { Facets } = await import('#components/facets.tsx');
const { PerPage } = await import('#components/per-page.tsx');
const { Tags } = await import('#components/tags.tsx');

const asked = { q: ['ћ & д'], type: ['a', 'b'], standing: [], page: ['3'] };

describe('the address of a list', () => {
  test('carries every choice, leaves out what is empty, and begins at the first page unless a page is asked for', () => {
    assert.equal(listAddress('/en/x', asked), `/en/x?q=${encodeURIComponent('ћ')}+%26+${encodeURIComponent('д')}&type=a&type=b`);
    assert.equal(listAddress('/en/x', { type: ['a'] }, { page: ['2'] }), '/en/x?type=a&page=2');
    assert.equal(listAddress('/en/x', { type: [] }), '/en/x');
  });

  test('loses one value of a parameter, and the others stay', () => {
    assert.equal(addressWithout('/en/x', { type: ['a', 'b'], sort: ['code'] }, 'type', 'a'), '/en/x?type=b&sort=code');
  });

  test('is carried by a form without the parameters that the form sends itself', () => {
    assert.deepEqual(keptBut(asked, 'type'), { q: ['ћ & д'] });
  });
});

describe('a facet of many values', () => {
  const options = Array.from({ length: 80 }, (_, place) => ({ value: `v${place}`, label: `V${place}`, count: 2_000 - place, chosen: place === 70 }));
  const html = draw(h(Facets, { action: '/en/x', kept: {}, facets: [{ name: 'party', legend: 'Party', options, of: 4_000 }] }), 'en');
  const [front = '', more = ''] = html.split('<details>');

  test('shows the first six and what is chosen, puts some behind a door, and says how many are not drawn', () => {
    assert.deepEqual([...front.matchAll(/value="(v\d+)"/g)].map(([, value]) => value), ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v70']);
    assert.match(front, /value="v70"[^>]*checked|checked[^>]*value="v70"/);
    assert.equal([...more.matchAll(/value="v\d+"/g)].length, 13);
    assert.match(more, /13 more/);
    assert.match(more, /Not shown: 3,980/);
  });

  test('of few values has no door; of none it is not drawn', () => {
    const few = draw(h(Facets, { action: '/en/x', kept: {}, facets: [{ name: 'type', legend: 'Type', options: options.slice(0, 6) }, { name: 'none', legend: 'None', options: [] }] }), 'en');
    assert.doesNotMatch(few, /<details|None/);
    assert.match(few, /2,000/);
  });
});

test('the number on a page is offered where the list is longer than the least, and the chosen one is no link', () => {
  const drawn = (total: number) => draw(h(PerPage, { choices: [25, 50, 100], chosen: 50, total, hrefOf: (choice: number) => `?per-page=${choice}` }), 'en');
  assert.equal(drawn(25), '');
  assert.deepEqual([...drawn(26).matchAll(/href="([^"]+)"/g)].map(([, href]) => href), ['?per-page=25', '?per-page=100']);
});

test('all that narrows is taken away at once from the second tag on', () => {
  const tags = [{ href: '?a', label: 'A' }, { href: '?b', label: 'B' }];
  assert.match(draw(h(Tags, { tags, clear: '/all' }), 'en'), /href="\/all"/);
  assert.doesNotMatch(draw(h(Tags, { tags: tags.slice(1), clear: '/all' }), 'en'), /href="\/all"/);
});
