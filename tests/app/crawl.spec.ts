import { expect, test, type APIRequestContext } from '@playwright/test';
import { isPrivate, publicAddress, publicAddresses } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { faultsOf } from './axe.ts';

type Found = { status: number; text: string; headers: Record<string, string>; from: string };
let site: Promise<Map<string, Found>> | undefined;

/** Every address that can be reached from the three home pages by following links, asked once. */
function crawl(request: APIRequestContext): Promise<Map<string, Found>> {
  return (site ??= walk(request));
}

test('every link leads somewhere, in every form', async ({ request }) => {
  test.setTimeout(300_000);
  const found = await crawl(request);
  const dead = [];
  for (const [address, { status, from }] of found) {
    // Other journeys publish and withdraw meanwhile: a link is dead if its page, asked again, still stands and still has it.
    const page = status === 200 ? null : await ask(request, from);
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

async function walk(request: APIRequestContext): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  let next = writtenForms.map((form) => ({ address: `/${form}`, from: '/' }));
  while (next.length > 0 && found.size < 3_000) {
    const asked = await Promise.all(next.splice(0, 4).map(async ({ address, from }) => ({ address, from, ...(await ask(request, address)) })));
    for (const { address, ...answer } of asked) {
      found.set(address, answer);
      const fresh = linksIn(answer.text, address).filter((link) => !found.has(link) && !next.some((other) => other.address === link));
      next = [...next, ...[...new Set(fresh)].map((link) => ({ address: link, from: address }))];
    }
  }
  return found;
}

async function ask(request: APIRequestContext, address: string): Promise<{ status: number; text: string; headers: Record<string, string> }> {
  const answer = await request.get(address);
  const html = (answer.headers()['content-type'] ?? '').startsWith('text/html');
  return { status: answer.status(), headers: answer.headers(), text: html ? await answer.text() : '' };
}

/** Addresses of this site in a page, without the part; the workspace and sign-in belong to other journeys. */
function linksIn(text: string, at: string): string[] {
  return hrefsIn(text, at).map((url) => `${url.pathname}${url.search}`).filter((address) => !isPrivate(address.split('?')[0] ?? ''));
}

function partsIn(text: string, at: string): [page: string, part: string][] {
  return hrefsIn(text, at).filter(({ hash }) => hash.length > 1).map(({ pathname, search, hash }) => [`${pathname}${search}`, decodeURIComponent(hash.slice(1))]);
}

const origin = 'http://site.invalid';

function hrefsIn(text: string, at: string): URL[] {
  return [...text.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `${origin}${at}`)).filter((url) => url.origin === origin);
}

function pagesIn(found: Map<string, Found>): [string, Found][] {
  return [...found].filter(([address, { status }]) => status === 200 && publicAddress(address.split('?')[0] ?? '') !== null);
}

function kindOf(address: string): string {
  const read = publicAddress(address.split('?')[0] ?? '');
  return read ? `/${read.form}${read.address.path}` : '';
}
