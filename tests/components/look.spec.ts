import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { createElement as h } from 'react';
import { findBrowser } from '../browser.ts';
import { draw } from './drawing.ts';

const { Showcase } = await import('./showcase.tsx');
const { FormShowcase } = await import('./form-showcase.tsx');
const sheet = 'app/styles.css';

let browser: Browser;
let css: string;
before(async () => {
  ({ css } = await postcss([tailwind()]).process(readFileSync(sheet, 'utf8'), { from: sheet }));
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: await findBrowser(console.log), args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args });
});
after(() => browser.close());

const drawings = {
  'the parts': () => draw(h(Showcase, { form: 'sr-Cyrl' })),
  'a form with faults': () => draw(h(FormShowcase, { as: 'wrong' })),
  'a form in conflict': () => draw(h(FormShowcase, { as: 'conflict' })),
};

for (const [name, body] of Object.entries(drawings)) {
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']] as const) {
    test(`${name}, ${width} px, ${colorScheme}: axe finds nothing, nothing overflows, no lone target is too small`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await show(page, body());
      // The showcase puts several pages into one, so the rules on a page's one heading hold elsewhere.
      const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'heading-order', 'empty-heading', 'landmark-unique', 'landmark-one-main']).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      const small = await page.evaluate(() => [...document.querySelectorAll('button, select, input:not([type=hidden]), .btn')]
        .map((target) => [target.outerHTML.slice(0, 100), target.getBoundingClientRect()] as const)
        .filter(([, box]) => box.width > 0 && (box.height < 20 || box.width < 20)).map(([html]) => html));
      assert.deepEqual(small, []);
      await context.close();
    });
  }
}

test('the narrowest page, 320 px, holds', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  for (const body of Object.values(drawings)) {
    await show(page, body());
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }
  await page.close();
});

/** Draws it in the fonts of the site: in those of the machine it would be wider on one than on another. */
async function show(page: Page, body: string): Promise<void> {
  const html = `<!doctype html><html lang="sr-Cyrl-RS"><head><title>–</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head><body>${body}</body></html>`;
  await page.unrouteAll();
  await page.route('http://look.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname.startsWith('/fonts/') ? route.fulfill({ path: `public${pathname}` }) : route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto('http://look.test/');
  assert.ok(await page.evaluate(async () => [...await document.fonts.ready].some(({ status }) => status === 'loaded')));
}
