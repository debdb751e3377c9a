import { expect, test } from '@playwright/test';
import { publicAddress, publicAddresses } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { faultsOf } from './axe.ts';
import { htmlFaults } from './html-rules.ts';
import { ask, crawl, kindOf, linksIn, pagesIn, partsIn } from './walk.ts';

test('every link leads somewhere, in every form', async ({ request }) => {
  test.setTimeout(300_000);
  const found = await crawl(request);
  const dead = [];
  for (const [address, { status, from }] of found) {
    // Other journeys publish and withdraw meanwhile: a link is dead if its page, asked again, still stands and still has it.
    // What is new in the register stands on the home page, a withdrawal too: its address tells the reason (410).
    const toldAsWithdrawn = status === 410 && writtenForms.some((form) => from === `/${form}`);
    const page = status === 200 || toldAsWithdrawn ? null : await ask(request, from);
    if (page?.status === 200 && linksIn(page.text, from).includes(address)) dead.push(`${status} ${address} on ${from}`);
  }
  expect(dead).toEqual([]);
  expect(found.size).toBeGreaterThan(100);
});

test('a link to a part of a page finds that part', async ({ request }) => {
  test.setTimeout(300_000);
  const found = await crawl(request);
  const lost = [...found].flatMap(([address, { text }]) => partsIn(text, address).filter(([page, part]) => found.get(page)?.status === 200 && !found.get(page)?.text.includes(`id="${part}"`)).map((to) => [address, ...to]));
  expect(lost).toEqual([]);
});

test('every kind of public page is reached in every form', async ({ request }) => {
  test.setTimeout(300_000);
  const reached = new Set(pagesIn(await crawl(request)).map(([address]) => kindOf(address)));
  const wanted = writtenForms.flatMap((form) => publicAddresses.map(({ path }) => `/${form}${path}`));
  expect(wanted.filter((kind) => !reached.has(kind))).toEqual([]);
});

test('every public page is a document: its language, one heading, no script, no cookie, its other forms', async ({ request }) => {
  test.setTimeout(300_000);
  for (const [address, { text, headers }] of pagesIn(await crawl(request))) {
    const form = publicAddress(address.split('?')[0] ?? '')?.form ?? 'en';
    const told = {
      address, lang: /<html[^>]* lang="([^"]+)"/.exec(text)?.[1], headings: text.match(/<h1[ >]/g)?.length,
      scripts: [...text.matchAll(/<script(?![^>]*application\/ld\+json)[^>]*>/g)].length, styles: [...text.matchAll(/<[^>]+ style=/g)].length,
      cookie: headers['set-cookie'], described: /<meta name="description" content="[^"]{20,}/.test(text), forms: text.match(/<link rel="alternate" hrefLang="/gi)?.length,
      missing: />\[[\w.-]+\]</.test(text),
    };
    expect(told).toEqual({ address, lang: htmlLang(form), headings: 1, scripts: 0, styles: 0, cookie: undefined, described: true, forms: 4, missing: false });
  }
});

test('every public page is valid HTML of at most 100 KB', async ({ request }) => {
  test.setTimeout(300_000);
  const pages = pagesIn(await crawl(request));
  const faults = new Map<string, string>();
  for (const [address, { text }] of pages) for (const fault of await htmlFaults(text)) if (!faults.has(fault)) faults.set(fault, address);
  expect([...faults]).toEqual([]);
  expect(pages.filter(([, { text }]) => Buffer.byteLength(text) > 100_000).map(([address]) => address)).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
});

test('a title and a description belong to one page of a language, and the canonical address is that page', async ({ request }) => {
  test.setTimeout(300_000);
  const faces = pagesIn(await crawl(request)).map(([address, { text }]) => ({ address, ...faceOf(text) }));
  const lost = [];
  const known = new Map<string, string>();
  for (const { address, lang, title, description, canonical } of faces) {
    if (canonical !== address) {
      // Pages of the same list: the one that stands for them names itself.
      const first = await ask(request, canonical);
      if (first.status !== 200 || faceOf(first.text).canonical !== canonical) lost.push(`${address} says ${canonical}`);
      continue;
    }
    for (const words of [`${lang} title ${title}`, `${lang} description ${description}`]) {
      const other = known.get(words);
      if (other) lost.push(`${words}: ${other} and ${address}`);
      known.set(words, address);
    }
  }
  expect(lost).toEqual([]);
});

test('the other forms of a page name it in turn', async ({ request }) => {
  test.setTimeout(300_000);
  const found = await crawl(request);
  const pages = new Map(pagesIn(found).map(([address, { text }]) => [address, faceOf(text)]));
  const lost = [];
  for (const [address, { canonical, forms }] of pages) {
    if (canonical !== address) continue;
    for (const other of forms) {
      const there = pages.get(other) ?? faceOf((await ask(request, other)).text);
      if (!there.forms.includes(address)) lost.push(`${address} names ${other}, which does not name it`);
    }
  }
  expect(lost).toEqual([]);
});

test('the site map leads to every page there is to index, and each answers', async ({ request }) => {
  test.setTimeout(300_000);
  const robots = await (await request.get('/robots.txt')).text();
  const index = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? '';
  const maps = placesIn(await (await request.get(pathOf(index))).text());
  expect(maps.length).toBe(writtenForms.length);
  const listed = new Set((await Promise.all(maps.map(async (map) => placesIn(await (await request.get(pathOf(map))).text())))).flat().map(pathOf));
  const found = await crawl(request);
  const dead = [];
  for (const address of listed) {
    if (found.get(address)?.status === 200 || (await request.get(address)).status() === 200) continue;
    dead.push(address);
  }
  expect(dead).toEqual([]);
  const missed = pagesIn(found).map(([address]) => address).filter((address) => !address.includes('?') && !kindOf(address).endsWith('/search') && !listed.has(address));
  // Another journey may have published the page since; then the map has it by now.
  const now = missed.length === 0 ? listed : new Set((await Promise.all(maps.map(async (map) => placesIn(await (await request.get(pathOf(map))).text())))).flat().map(pathOf));
  const still = [];
  for (const address of missed) if (!now.has(address) && (await request.get(address)).status() === 200) still.push(address);
  expect(still).toEqual([]);
});

test('what a page names for machines is there: feeds, manifest, icons, the card', async ({ request }) => {
  for (const form of writtenForms) {
    const { text } = await ask(request, `/${form}`);
    const named = [...text.matchAll(/<(?:link|meta) [^>]*?(?:rel="(?:manifest|icon|apple-touch-icon)"|type="(?:application\/atom\+xml|text\/calendar)"|property="og:image")[^>]*?(?:href|content)="([^"]+)"/g)].map(([, address = '']) => pathOf(address));
    expect(named.length).toBeGreaterThanOrEqual(7);
    for (const address of named) {
      const answer = await request.get(address);
      expect([address, answer.status(), (await answer.body()).length > 100]).toEqual([address, 200, true]);
    }
    const manifest = await (await request.get(`/${form}/manifest.webmanifest`)).json();
    for (const { src } of manifest.icons) expect([src, (await request.get(src)).status()]).toEqual([src, 200]);
  }
});

for (const strange of ['?page=0', '?page=999', '?page=x', '?page=-1', '?page=1e3']) {
  test(`a site map that is not there is missing: ${strange}`, async ({ request }) => {
    expect((await request.get(`/en/sitemap.xml${strange}`)).status()).toBe(404);
    expect((await request.get(`/de/sitemap.xml`)).status()).toBe(404);
  });
}

for (const form of writtenForms) {
  test(`axe finds nothing on one page of each kind in ${form}, and nothing moves sideways`, async ({ browser, request }) => {
    test.setTimeout(300_000);
    const kinds = new Map(pagesIn(await crawl(request)).filter(([address]) => publicAddress(address)?.form === form).map(([address]) => [kindOf(address), address]));
    expect(kinds.size).toBe(publicAddresses.length);
    for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      for (const address of kinds.values()) {
        await page.goto(address);
        expect({ address, width, faults: await faultsOf(page) }).toEqual({ address, width, faults: [] });
        if (width === 1280) continue;
        await page.setViewportSize({ width: 320, height: 800 });
        expect([address, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([address, 0]);
        await page.setViewportSize({ width, height: 900 });
      }
      await context.close();
    }
  });
}

/** What the head of a page says of it; addresses of this site as paths. */
function faceOf(html: string) {
  const one = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
  return {
    lang: one(/<html[^>]* lang="([^"]+)"/), title: one(/<title>([^<]*)</), description: one(/<meta name="description" content="([^"]*)"/),
    canonical: pathOf(one(/<link rel="canonical" href="([^"]*)"/)),
    forms: [...html.matchAll(/<link rel="alternate" hrefLang="(?!x-default)[^"]*" href="([^"]*)"/gi)].map(([, address = '']) => pathOf(address)),
  };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address.replaceAll('&amp;', '&'), 'http://site.invalid');
  return `${pathname}${search}`;
}

function placesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}
