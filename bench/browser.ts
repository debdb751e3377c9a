import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import type { Closing } from '#server/closing.ts';
import { admin } from '../tests/site.ts';
import { kilobytes, median, milliseconds, percentile, type Figure } from './figures.ts';
import type { MeasuredSite } from './site.ts';

const desk = '/sr-Cyrl/workspace';
const limits = { list: 200, form: 250, save: 180, inp: 200, script: 220_000 };
const slower = 4;

/**
 * The workspace in a real browser: what its scripts weigh on each kind of page, how soon a list, a form and a saved record stand
 * there, and how soon a press or a key is answered with the processor slowed four times. Times include the browser.
 */
export async function measureBrowser(site: MeasuredSite, closing: Closing, rounds: number): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  closing.add('The browser of the bench', () => browser.close());
  return [...await weights(browser, site), ...await movements(browser, site, rounds), ...await answers(browser, site)];
}

async function enter(browser: Browser, site: MeasuredSite): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.address, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto('/sr-Cyrl/sign-in');
  await page.locator('#email').fill(admin.email);
  await page.locator('#password').fill(admin.password);
  await page.locator('.btns button[type=submit]').click();
  await page.waitForURL(/\/workspace/);
  return page;
}

async function firstRecord(page: Page, register: string): Promise<string> {
  await page.goto(`${desk}/${register}?sort=code`);
  const href = await page.locator(`main a[href^="${desk}/${register}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').find((one) => /[0-9a-f-]{36}$/.test(one)));
  if (!href) throw new Error(`No record stands in the table of ${register}.`);
  return href;
}

/** Bytes of script over the wire at a first visit, with nothing in the browser's memory. */
async function weights(browser: Browser, site: MeasuredSite): Promise<Figure[]> {
  const page = await enter(browser, site);
  const agreement = await firstRecord(page, 'agreements');
  const paths = { desk, table: `${desk}/agreements`, record: agreement, 'largest form': `${agreement}/edit`, 'form of a project': `${desk}/projects/new`, 'time line': `${desk}/milestones/timeline`, import: `${desk}/import` };
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const bytes = await scriptBytes(page, line, path);
    figures.push({ name: `JavaScript of a workspace page over the wire: ${name}`, value: kilobytes(bytes), goal: `≤ ${kilobytes(limits.script)}`, met: bytes <= limits.script });
  }
  await page.context().close();
  return figures;
}

async function scriptBytes(page: Page, line: CDPSession, path: string): Promise<number> {
  const scripts = new Set<string>();
  let bytes = 0;
  const seen = ({ requestId, type }: { requestId: string; type: string }) => void (type === 'Script' && scripts.add(requestId));
  const ended = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => { if (scripts.has(requestId)) bytes += encodedDataLength; };
  line.on('Network.responseReceived', seen);
  line.on('Network.loadingFinished', ended);
  await page.goto(path, { waitUntil: 'networkidle' });
  line.off('Network.responseReceived', seen);
  line.off('Network.loadingFinished', ended);
  return bytes;
}

/** From the press to what stands there. */
async function movements(browser: Browser, site: MeasuredSite, rounds: number): Promise<Figure[]> {
  const page = await enter(browser, site);
  const record = await firstRecord(page, 'partners');
  const took = { list: [] as number[], form: [] as number[], save: [] as number[], saved: [] as number[] };
  for (let round = -2; round < rounds; round += 1) {
    await page.goto(record, { waitUntil: 'networkidle' });
    const form = await timed(page, () => page.locator(`main a[href="${record}/edit"]`).first().click(), () => location.pathname.endsWith('/edit') && document.querySelector('main form [name=website]') !== null);
    await page.waitForLoadState('networkidle');
    await page.locator('main form [name=website]').fill(`https://povelja.example/${Date.now()}`);
    await page.waitForTimeout(1_500); // what is typed was kept meanwhile
    const pressed = performance.now();
    const save = await timed(page, () => page.locator('main form .btns button[type=submit]').first().click(), () => !location.pathname.endsWith('/edit') || document.querySelector('main form .btns button[type=submit]')?.textContent === 'Сачувано');
    await page.waitForFunction(() => !location.pathname.endsWith('/edit') && document.querySelector('main h1') !== null, undefined, { polling: 'raf' });
    const saved = performance.now() - pressed;
    await page.waitForLoadState('networkidle');
    const list = await timed(page, () => page.locator(`nav a[href="${desk}/partners"]`).first().click(), () => location.pathname.endsWith('/partners') && document.querySelectorAll('main table tbody tr').length > 5);
    if (round >= 0) for (const [name, one] of Object.entries({ list, form, save, saved })) took[name as keyof typeof took].push(one);
  }
  await page.context().close();
  const names = { list: 'the list shown again', form: 'the form of a record', save: 'a save confirmed', saved: 'the saved record shown' };
  return Object.entries(took).map(([name, samples]) => {
    const [p50, p95] = [median(samples), percentile(samples, 0.95)];
    const limit = name in limits ? limits[name as keyof typeof limits] : Infinity;
    return { name: `in the browser: ${names[name as keyof typeof took]}`, value: `p50 ${milliseconds(p50)} (p95 ${milliseconds(p95)})`, goal: limit < Infinity ? `p50 < ${limit} ms` : '', met: limit < Infinity ? p50 < limit : null };
  });
}

async function timed(page: Page, press: () => Promise<void>, stands: () => boolean): Promise<number> {
  const began = performance.now();
  await press();
  await page.waitForFunction(stands, undefined, { polling: 'raf' });
  return performance.now() - began;
}

/** The slowest answer to a press or a key, as the browser itself measures it (Event Timing), the processor slowed. */
async function answers(browser: Browser, site: MeasuredSite): Promise<Figure[]> {
  const page = await enter(browser, site);
  await page.addInitScript(() => {
    const all = ((globalThis as { heard?: { name: string; took: number }[] }).heard = [] as { name: string; took: number }[]);
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) if (one.interactionId) all.push({ name: one.name, took: one.duration });
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
  const agreement = await firstRecord(page, 'agreements');
  const line = await page.context().newCDPSession(page);
  const acts: Record<string, [path: string, act: () => Promise<void>]> = {
    'the largest form': [`${agreement}/edit`, async () => {
      await page.locator('main form [name="title.sr-Cyrl"]').click();
      await page.keyboard.type(' проба даље', { delay: 60 });
      await page.locator('main form select').first().focus();
      await page.keyboard.press('ArrowDown');
      const add = page.locator('main form button[type=button]').first();
      if (await add.isVisible()) await add.click();
    }],
    'the table': [`${desk}/agreements?per-page=100`, async () => {
      const boxes = page.locator('main table input[type=checkbox]');
      for (const place of [1, 2, 3]) await boxes.nth(place).click();
      await boxes.first().click();
      await page.locator('main summary').first().click();
    }],
    'the palette': [desk, async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').first().waitFor();
      await page.keyboard.type('споразум', { delay: 60 });
      await page.waitForTimeout(800);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    }],
  };
  const figures: Figure[] = [];
  for (const [name, [path, act]] of Object.entries(acts)) {
    await line.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto(path, { waitUntil: 'networkidle' });
    await line.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await act();
    await page.waitForTimeout(1_500);
    const heard = await page.evaluate(() => (globalThis as { heard?: { name: string; took: number }[] }).heard ?? []);
    const worst = heard.reduce((a, b) => (b.took > a.took ? b : a), { name: 'nothing longer than 16 ms', took: 0 });
    figures.push({ name: `slowest answer with the processor slowed ${slower} times: ${name}`, value: `${milliseconds(worst.took)} (${worst.name}; ${heard.length} over 16 ms)`, goal: `< ${limits.inp} ms`, met: worst.took < limits.inp });
  }
  await page.context().close();
  return figures;
}
