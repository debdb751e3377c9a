import { expect, type Browser, type Page } from '@playwright/test';
import { isPrivate } from '#app/addresses.ts';
import { htmlLang } from '#messages/routing.ts';
import { htmlFaults, workspaceHtmlFaults } from './html-rules.ts';
import { faultsOn, sideways, wordFaults, wordsOn } from './screens/faults.ts';
import { pageRoutes, test, type Looked, type Site } from './screens/looked-at.ts';
import { screensOf } from './screens/screens.ts';

test.describe.configure({ mode: 'parallel' });

// One part of the screens to each test, so that two workers share them.
const parts = 8;
for (let part = 0; part < parts; part += 1) {
  test(`every screen at 1280 in light and at 390 in dark: axe, sideways, words, nothing in the console (${part + 1} of ${parts})`, async ({ browser, site }) => {
    test.setTimeout(240_000);
    const [inside, outside] = [await visitor(browser, site, site.cookies), await visitor(browser, site, site.half)];
    const faults: Record<string, string[]> = {};
    for (const screen of site.screens.filter(({ place }) => place % parts === part)) {
      const { page, said } = isDoor(screen) ? outside : inside;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
      const answer = await page.goto(screen.path);
      const found = wordFaults(await wordsOn(page), screen.form);
      if (answer?.status() !== screen.status) found.push(`answers ${answer?.status()}`);
      if (new URL(page.url()).pathname !== new URL(screen.path, site.address).pathname) found.push(`leads to ${page.url()}`);
      found.push(...await faultsOn(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 390, height: 900 });
      found.push(...await faultsOn(page));
      if (!isPrivate(screen.path)) {
        await page.setViewportSize({ width: 320, height: 900 });
        found.push(...await sideways(page));
      }
      // A page that is missing says so in the console, too.
      found.push(...said.splice(0).filter((line) => screen.status === 200 || !line.includes('status of 404')));
      if (found.length > 0) faults[screen.path] = found;
    }
    for (const { page } of [inside, outside]) await page.context().close();
    expect(faults).toEqual({});
  });
}

test('every screen is valid HTML in its language, with one heading that its title begins with and that no other has', async ({ browser, site }) => {
  test.setTimeout(180_000);
  const [inside, outside] = [await visitor(browser, site, site.cookies), await visitor(browser, site, site.half)];
  const faults: Record<string, string[]> = {};
  const titles = new Map<string, Looked>();
  for (const screen of site.screens) {
    const html = await (await (isDoor(screen) ? outside : inside).page.request.get(screen.path)).text();
    const found = await (isPrivate(screen.path) ? workspaceHtmlFaults : htmlFaults)(html);
    const title = textOf(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
    const headings = [...html.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)].map(([, inner = '']) => textOf(inner.replaceAll(/<[^>]+>/g, ' ')));
    const lang = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1];
    if (lang !== htmlLang(screen.form)) found.push(`its language is ${lang}`);
    if (headings.length !== 1) found.push(`${headings.length} headings`);
    if (!beginsAlike(title, headings[0] ?? '') && !ownHeading.includes(screen.route)) found.push(`“${title}” does not begin with “${headings[0]}”`);
    const called = `${isPrivate(screen.path) ? 'desk' : 'public'} ${screen.form} ${title}`;
    const other = titles.get(called);
    if (other && other.route !== screen.route && screen.status === 200) found.push(`is called like ${other.path}: ${title}`);
    titles.set(called, screen);
    if (found.length > 0) faults[screen.path] = found;
  }
  for (const { page } of [inside, outside]) await page.context().close();
  expect(faults).toEqual({});
});

test('a page without an example is found, and so are words that are missing, unfilled or of another form', () => {
  expect(pageRoutes()).toContain('/workspace/people/[id]');
  expect(() => screensOf(['/workspace', '/workspace/new/[id]'], {})).toThrow('/workspace/new/[id] has no example');
  const words = (text: string, lang = 'sr-Cyrl-RS') => wordFaults([{ text, lang }], 'sr-Cyrl');
  expect([words('[record.acts.new]'), words('Још {count}'), words('Agreements'), words('Sporazumi')].map((found) => found.length)).toEqual([1, 1, 1, 1]);
  expect([words('Споразуми'), words('English', 'en'), words('Sporazumi', 'sr-Latn-RS')]).toEqual([[], [], []]);
});

/** Their headings are a sentence of figures, the day, and what the page is headed with that a preview shows. */
const ownHeading = ['/', '/workspace', '/workspace/[register]/[id]/preview'];

/** A title says what its page is headed with, up to the colon behind which a heading may name what the title names otherwise. */
function beginsAlike(title: string, heading: string): boolean {
  return title.startsWith(heading) || (heading.includes(': ') && title.startsWith(heading.split(': ')[0] ?? ''));
}

/** Whoever is signed in is led on from here. */
function isDoor({ route }: Looked): boolean {
  return route.startsWith('/sign-in');
}

/** Somebody with these cookies, and what the console of the browser says. */
async function visitor(browser: Browser, site: Site, cookies: Site['cookies']): Promise<{ page: Page; said: string[] }> {
  // One page does not fade into the next, or axe meets colours that are on their way.
  const context = await browser.newContext({ baseURL: site.address, reducedMotion: 'reduce' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (line) => { if (line.type() === 'error' || line.type() === 'warning') said.push(`console: ${line.text()}`); });
  page.on('pageerror', (error) => said.push(`thrown: ${error.message}`));
  return { page, said };
}

function textOf(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" })[name] ?? '').replaceAll(/\s+/g, ' ').trim();
}
