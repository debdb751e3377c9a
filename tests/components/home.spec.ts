import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement as h } from 'react';
import type { WrittenForm } from '#messages/local-text.ts';
import { draw } from './drawing.ts';

const { Sentence } = await import('#components/home/sentence.tsx');
const { HomeFigures } = await import('#components/home/figures.tsx');
const { Steps } = await import('#components/steps.tsx');
const { Trust } = await import('#components/home/trust.tsx');

const figures = (networks: number, agreements: number, projects: number) => ({ networks, agreements, projects });
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

const noFigures = { signed: 0, bindingNow: 0, since: { known: 0, unknown: 0 }, undated: 0, years: [], fields: [], countries: [] };

test('the pictures say their figures as text and lead to what they count', () => {
  const html = draw(h(HomeFigures, { form: 'en', figures: {
    ...noFigures, bindingNow: 3, since: { known: 2, unknown: 1 }, undated: 4, years: [{ year: 2020, count: 1 }, { year: 2021, count: 2 }],
    fields: [{ value: 'tourism', count: 2 }], countries: Array.from({ length: 8 }, (_, place) => ({ value: ['SE', 'DE', 'US', 'CN', 'RS', 'BG', 'GR', 'IT'][place] ?? '', count: 8 - place })),
  } }), 'en');
  assert.match(html, /aria-label="Number of agreements in force by year, from 2020; 2 at the most, 2 today"/);
  assert.match(html, /4 more signed agreements have no date from which they hold and are not drawn/);
  assert.match(html, /href="\/en\/agreements\?field=tourism">tourism<\/a><b class="num">2</);
  assert.match(html, /and 2 more countries/);
  assert.equal(html.match(/country=/g)?.length, 6);
});

test('the line over the years is stepped and ends at its last number', () => {
  const html = draw(h(Steps, { label: 'x', steps: [{ year: 2020, count: 1 }, { year: 2021, count: 2 }, { year: 2022, count: 0 }] }));
  assert.match(html, /class="s-line" d="M0 37H106\.7V8H213\.3V66H320"/);
});

test('where nothing is dated a sentence stands in the place of the line', () => {
  const html = draw(h(HomeFigures, { form: 'sr-Cyrl', figures: { ...noFigures, signed: 3, undated: 3 } }));
  assert.match(html, /3 потписана споразума немају датум од којег важе, па нема шта да се нацрта по годинама\./);
  assert.doesNotMatch(html, /<svg/);
});

test('how far it was checked is said for none, some and all', () => {
  const told = (checked: number, total: number) => draw(h(Trust, { all: { total, checked, disputed: 0, changedAt: new Date('2026-11-21T22:59:00Z') }, form: 'sr-Cyrl' })).replace(/<[^>]+>/g, ' ');
  assert.match(told(0, 50), /од 50 записа ниједан још није проверен\. .*Последња измена: 21\. новембра 2026\. $/);
  assert.match(told(3, 50), /проверена су 3 записа од 50\./);
  assert.match(told(50, 50), /Сви записи су проверени\./);
});
