import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement as h } from 'react';
import type { WrittenForm } from '#messages/local-text.ts';
import { draw } from './drawing.ts';

const { Sentence } = await import('#components/home/sentence.tsx');
const { Rings } = await import('#components/home/rings.tsx');
const { Trust } = await import('#components/home/trust.tsx');

const known = (dated: number, undated = 0) => ({ dated, undated });
const figures = (networks: number, agreements: number, projects: number) => ({ networks: known(0, networks), agreements: known(0, agreements), projects: known(0, projects) });
const said = (counts: [number, number, number], form: WrittenForm) => draw(h(Sentence, { figures: figures(...counts), form }), form).replace(/<[^>]+>/g, '');

test('the sentence of figures counts in words and agrees with them', () => {
  assert.deepEqual([[8, 3, 5], [1, 1, 1], [2, 2, 2], [0, 0, 0], [21, 21, 21], [34, 34, 34], [112, 112, 112]].map((counts) => said(counts as [number, number, number], 'sr-Cyrl')), [
    'Ниш је у осам мрежа градова, потписао је три споразума и учесник је пет пројеката.',
    'Ниш је у једној мрежи градова, потписао је један споразум и учесник је једног пројекта.',
    'Ниш је у две мреже градова, потписао је два споразума и учесник је два пројекта.',
    'Ниш није ни у једној мрежи градова, није потписао ниједан споразум и није учесник ниједног пројекта.',
    'Ниш је у 21 мрежи градова, потписао је 21 споразум и учесник је 21 пројекта.',
    'Ниш је у 34 мреже градова, потписао је 34 споразума и учесник је 34 пројекта.',
    'Ниш је у 112 мрежа градова, потписао је 112 споразума и учесник је 112 пројеката.',
  ]);
  assert.equal(said([8, 3, 5], 'sr-Latn'), 'Niš je u osam mreža gradova, potpisao je tri sporazuma i učesnik je pet projekata.');
  assert.equal(said([8, 3, 1], 'en'), 'Niš is in eight city networks, has signed three agreements and takes part in one project.');
  assert.equal(said([0, 0, 1000], 'en'), 'Niš is in no city network, has signed no agreement and takes part in 1,000 projects.');
});

test('it is one heading with three links to the registers of the form', () => {
  const html = draw(h(Sentence, { figures: figures(8, 3, 5), form: 'en' }), 'en');
  assert.deepEqual([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href), ['/en/networks', '/en/agreements', '/en/projects']);
  assert.match(html, /^<h1>.*<\/h1>$/);
});

test('around Niš every record has one circle in each drawing, full where its start is known', () => {
  const html = draw(h(Rings, { figures: { agreements: known(1, 2), projects: known(0, 5), networks: known(2, 6) } }));
  assert.equal(html.match(/class="pt" /g)?.length, 2 * 3 + 1);
  assert.equal(html.match(/class="pt-area"/g)?.length, 2 * 13 + 1);
  assert.match(html, /датум почетка познат: 3<.*датум почетка није познат: 13</);
  assert.equal(draw(h(Rings, { figures: figures(0, 0, 0) })), '');
});

test('the circles of a ring of five hundred still lie within the drawing and do not overlap much', () => {
  const html = draw(h(Rings, { figures: figures(500, 0, 0) }));
  const [wide = ''] = html.split('m-thin');
  const circles = [...wide.matchAll(/class="pt-area" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, ...numbers]) => numbers.map(Number));
  assert.equal(circles.length, 500);
  for (const [x = 0, y = 0, r = 0] of circles) assert.ok(x - r >= 0 && x + r <= 760 && y - r >= 0 && r >= 2 && r < 4);
});

test('how far it was checked is said for none, some and all', () => {
  const told = (checked: number, total: number) => draw(h(Trust, { all: { total, checked, disputed: 0, changedAt: new Date('2026-11-21T22:59:00Z') }, form: 'sr-Cyrl' })).replace(/<[^>]+>/g, ' ');
  assert.match(told(0, 50), /од 50 записа ниједан још није проверен\. .*Последња измена: 21\. новембра 2026\. $/);
  assert.match(told(3, 50), /проверена су 3 записа од 50\./);
  assert.match(told(50, 50), /Сви записи су проверени\./);
});
