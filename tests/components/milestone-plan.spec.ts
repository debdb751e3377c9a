import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from '@playwright/test';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { createElement as h } from 'react';
import { barsOf, byMonth, placeIn, ticksOf } from '#components/milestone/gantt.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { untouched } from '#office/outcome.ts';
import { findBrowser } from '../browser.ts';
import { draw } from './drawing.ts';

const { PlanShowcase, lines } = await import('./plan-showcase.tsx');
const { PushedList } = await import('#components/milestone/pushed-list.tsx');
const sheet = 'app/styles.css';

let browser: Browser;
let css: string;
before(async () => {
  ({ css } = await postcss([tailwind()]).process(readFileSync(sheet, 'utf8'), { from: sheet }));
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: await findBrowser(console.log), args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args });
});
after(() => browser.close());

test('a day lies where it should, what lies outside at the edge', () => {
  const x = placeIn({ from: '2026-01-01', to: '2026-12-31' }, 365);
  assert.deepEqual([x('2026-01-01'), x('2026-01-01', 'end'), x('2026-12-31', 'end'), x('2025-01-01'), x('2027-01-01')], [0, 1, 365, 0, 365]);
});

test('ticks are as many as can be read: years, months or Mondays', () => {
  assert.deepEqual(ticksOf({ from: '2003-05-01', to: '2026-12-31' }).map(({ day }) => day.slice(0, 4)), ['2004', '2007', '2010', '2013', '2016', '2019', '2022', '2025']);
  assert.equal(ticksOf({ from: '2026-01-01', to: '2026-12-31' }).length, 12);
  assert.deepEqual(ticksOf({ from: '2026-11-01', to: '2026-11-30' }).map(({ day }) => day), ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
});

test('a bar says what is late, and keeps the date that was planned before', () => {
  const bars = barsOf(lines, '2026-11-22');
  assert.deepEqual(bars.map(({ state, late }) => [state, late]), [['done', false], ['planned', true], ['running', true], ['postponed', false], ['cancelled', false], ['done', false], ['planned', false]]);
  assert.deepEqual(bars[3]?.before, [{ from: '2026-07-01', to: '2026-07-01' }]);
});

test('rows stand under their months, a year under itself, what was reached on an unknown day under none, numbered as they are drawn', () => {
  assert.deepEqual(byMonth(lines).map(({ month, rows }) => [month, rows.map(({ number }) => number)]), [['2026-04', [1]], ['2026-10', [2]], ['2026-09', [3]], ['2026-12', [4]], ['2026-06', [5]], ['2026', [7]], ['reached', [6]]]);
});

test('what was put off by as many days already says so, and is not offered to be put off once more', () => {
  const asked = { lines: [lines[1]!, lines[3]!], form: 'sr-Cyrl' as const, path: '/p', of: 'x', request: () => 'r', may: () => true, action: async () => untouched };
  const drawn = (by: number) => draw(h(PushedList, { ...asked, after: parseFuzzyDate('2026-11-01'), by })).split('<li').slice(1).map((row) => [row.includes('Помери за'), row.includes('већ померена')]);
  assert.deepEqual(drawn(167), [[true, false], [false, true]]);
  assert.deepEqual(drawn(166), [[true, false], [true, false]]);
});

for (const [width, colorScheme, form] of [[1280, 'light', 'sr-Cyrl'], [390, 'dark', 'sr-Latn'], [320, 'light', 'en']] as const) {
  test(`the plan, ${width} px, ${colorScheme}: axe finds nothing, nothing overflows, the drawing takes the focus or gives way to the list`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(`<!doctype html><html lang="sr-Cyrl-RS"><head><title>–</title><style>${css}</style></head><body>${draw(h(PlanShowcase, { form }), form)}</body></html>`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    const drawing = page.locator('.gantt section');
    assert.equal(await drawing.isVisible(), width > 700);
    if (width > 700) {
      await drawing.focus();
      assert.equal(await drawing.evaluate((one) => document.activeElement === one), true);
    }
    assert.equal(await page.locator('.months tbody tr:not(.months-head)').count(), lines.length);
    if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/plan.${width}.${colorScheme}.png`, fullPage: true });
    await context.close();
  });
}
