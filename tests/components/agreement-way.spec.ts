import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from '@playwright/test';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { createElement as h, Fragment, type ReactElement } from 'react';
import type { WrittenForm } from '#messages/local-text.ts';
import { procedures, type Act, type Procedure } from '#office/agreement/agreement.ts';
import { isOpen, nextActs } from '#office/agreement/moves.ts';
import { outlookOf } from '#office/agreement/outlook.ts';
import { pathOf, takenBy } from '#office/agreement/path.ts';
import { periodsOf } from '#office/agreement/periods.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { findBrowser } from '../browser.ts';
import { anAct, situation, them, us } from '../office/agreement-facts.ts';
import { draw } from './drawing.ts';

const { ActAside } = await import('#components/agreement/act-aside.tsx');
const { NextStep, split } = await import('#components/agreement/next-step.tsx');
const { Periods } = await import('#components/agreement/periods.tsx');
const { AgreementWay } = await import('#components/agreement/way.tsx');

const today = '2026-11-21';
const forms: readonly WrittenForm[] = ['sr-Cyrl', 'sr-Latn', 'en'];
const may = ['revise', 'addParty', 'recordAct', 'draftDocument'] as const;

/** The workspace page's upper part for one procedure, a decision of one assembly found. */
function way(form: WrittenForm, procedure: Procedure, acts: readonly Act[], terms = {}): ReactElement {
  const at = situation({ acts, terms: { procedure, ...terms }, authenticLanguages: ['sr', 'en'], draftLanguages: ['sr'] });
  const standing = standingOn(at, today);
  const named = (text: string) => ({ name: { origin: 'sr-Cyrl', 'sr-Cyrl': { text, state: 'checked' }, en: { text: 'Town', state: 'checked' } }, isSelf: false });
  const agreement = {
    id: 'x', procedure, standing, acts: acts.map((one) => ({ number: null, gazette: null, ...one })), verification: 'unverified', type: 'cooperation_agreement',
    parties: [{ ...us, organisation: named('Град Ниш') }, { ...them, organisation: named('Град Примерград') }],
  } as unknown as AgreementRecord;
  const steps = pathOf(at, standing, today);
  const now = steps.find(({ state }) => state === 'now');
  const offered = nextActs(at, today).map((move) => ({ ...move, open: isOpen(move) }));
  return h('section', { className: 'way' }, h('h2', {}, procedure), h(AgreementWay, { agreement, steps, form }),
    h(NextStep, { agreement, path: '/x', form, may, ...split(offered, takenBy[now?.kind ?? 'initiative'] ?? []), annex: 'possible' }),
    h(Periods, { periods: periodsOf(at, standing, today), form }),
    h(ActAside, { agreement, publication: 'published', outlook: outlookOf(at, 'notice', today), keepers: { owner: 'Ана Анић', deputy: null }, form }));
}

function ways(form: WrittenForm): ReactElement {
  const begun = [anAct('initiative', '2024-01-10'), anAct('drafting_started', '2024-02'), anAct('text_agreed', '2024-03-01')];
  const tacit = { validFrom: parseFuzzyDate('2024-03-01'), termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 };
  return h('main', {}, h('h1', {}, 'h'), ...procedures.map((procedure, place) => h(Fragment, { key: procedure }, way(form, procedure, place === 1 ? [...begun, anAct('council_decision', '2024-04-01', 'us')] : begun.slice(0, 1 + (place % 3))))),
    way(form, 'foreign_city', [anAct('signature', '2023'), anAct('entry_into_force', '2024-03-01')], tacit));
}

test('what is most likely comes first: the consent before its refusal, whatever the order of the moves', () => {
  const asked = [anAct('initiative', '2024-01-10'), anAct('drafting_started', '2024-02'), anAct('text_agreed', '2024-03-01'), anAct('council_decision', '2024-04-01', 'us'), anAct('consent_request', '2024-05-01')];
  const html = draw(way('sr-Cyrl', 'foreign_city', asked));
  const buttons = [...html.matchAll(/<a class="(btn[^"]*)" href="\/x\/acts\/new\/(consent-[a-z]+)"/g)].map(([, look, act]) => [act, look]);
  assert.deepEqual(buttons, [['consent-given', 'btn'], ['consent-refused', 'btn btn-line']]);
});

let browser: Browser;
let css: string;
before(async () => {
  ({ css } = await postcss([tailwind()]).process(readFileSync('app/styles.css', 'utf8'), { from: 'app/styles.css' }));
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath: await findBrowser(console.log), args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args });
});
after(() => browser.close());

for (const form of forms) {
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']] as const) {
    test(`the way of every procedure in ${form}, ${width} px, ${colorScheme}: axe finds nothing, nothing overflows`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await page.setContent(`<!doctype html><html lang="${form === 'en' ? 'en' : `${form}-RS`}"><head><title>–</title><style>${css}</style></head><body><div class="desk-main">${draw(ways(form), form)}</div></body></html>`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      // Several pages stand under one another here, so what is one in each of them is repeated.
      const { violations } = await new AxeBuilder({ page }).disableRules(['heading-order', 'landmark-unique', 'landmark-complementary-is-top-level', 'duplicate-id', 'duplicate-id-aria']).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      await context.close();
    });
  }
}
