import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Parser } from 'htmlparser2';
import { publicAddresses } from '#app/addresses.ts';
import { robots } from '#app/machines/robots-text.ts';
import { pieceSize, sitemap, sitemapIndex, standingPages } from '#app/machines/site-map.ts';
import { webManifest } from '#app/machines/web-manifest.ts';
import { writtenForms } from '#messages/local-text.ts';

const origin = 'https://povelja.example';
const changed = new Date('2026-11-22T01:02:03.004Z');

/** The text of every element of this name, and the attributes of the others. */
function read(xml: string) {
  const texts: Record<string, string[]> = {};
  const links: Record<string, string>[] = [];
  let open = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      open = name;
      if (name === 'xhtml:link') links.push(attributes);
      (texts[name] ??= []).push('');
    },
    ontext: (text) => void (texts[open] ??= ['']).push((texts[open]?.pop() ?? '') + text),
    onclosetag: () => void (open = ''),
  }, { xmlMode: true });
  parser.end(xml);
  return { texts, links };
}

describe('the site map', () => {
  test('names each page in its own form, its three forms beside it, and when it changed', async () => {
    const xml = await sitemap([{ path: '/', changed: null }, { path: '/networks/ecad', changed }], { form: 'sr-Latn', origin });
    const { texts, links } = read(xml);
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?><urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9"/);
    assert.deepEqual(texts.loc, [`${origin}/sr-Latn`, `${origin}/sr-Latn/networks/ecad`]);
    assert.deepEqual(texts.lastmod, ['2026-11-22T01:02:03.004Z']);
    assert.deepEqual(links.slice(4).map(({ rel, hreflang, href }) => [rel, hreflang, href]), [
      ['alternate', 'sr-Cyrl-RS', `${origin}/sr-Cyrl/networks/ecad`], ['alternate', 'sr-Latn-RS', `${origin}/sr-Latn/networks/ecad`],
      ['alternate', 'en', `${origin}/en/networks/ecad`], ['alternate', 'x-default', `${origin}/sr-Cyrl/networks/ecad`],
    ]);
    assert.equal(links[3]?.href, `${origin}/sr-Cyrl`);
  });

  test('of a full piece keeps what the protocol allows: 50,000 addresses and 50 MB', async () => {
    const pages = [...standingPages(changed), ...Array.from({ length: pieceSize }, (_, place) => ({ path: `/agreements/${'a'.repeat(90)}-${place}`, changed }))];
    const xml = await sitemap(pages, { form: 'sr-Cyrl', origin: `https://${'povelja.'.repeat(8)}example` });
    assert.equal(read(xml).texts.loc?.length, pages.length);
    assert.ok(pages.length <= 50_000);
    assert.ok(Buffer.byteLength(xml) < 50_000_000, `${Buffer.byteLength(xml)}`);
  });

  test('has every page that is no record, but no search', () => {
    const paths = standingPages(changed).map(({ path }) => path);
    assert.deepEqual(paths, publicAddresses.map(({ path }) => path).filter((path) => !path.includes('[') && path !== '/search'));
    const days = new Map(standingPages(changed).map((page) => [page.path, page.changed]));
    assert.deepEqual([days.get('/agreements'), days.get('/privacy')], [changed, null]);
    assert.notEqual(days.get('/accessibility'), null);
  });

  test('is found by its index, whatever there is', async () => {
    const pieces = [{ pages: pieceSize, changed }, { pages: 3, changed: new Date('2026-01-01T00:00:00Z') }];
    const { texts } = read(await sitemapIndex(pieces, origin));
    assert.deepEqual(texts.loc, writtenForms.flatMap((form) => [`${origin}/${form}/sitemap.xml`, `${origin}/${form}/sitemap.xml?page=2`]));
    assert.deepEqual(texts.lastmod?.slice(0, 2), ['2026-11-22T01:02:03.004Z', '2026-01-01T00:00:00.000Z']);
    assert.deepEqual(read(await sitemapIndex([], origin)).texts.loc, writtenForms.map((form) => `${origin}/${form}/sitemap.xml`));
  });
});

describe('robots.txt', () => {
  const lines = robots(origin).split('\n');

  test('names the site map, and speaks to everybody', () => {
    assert.equal(lines[0], 'User-agent: *');
    assert.ok(lines.includes(`Sitemap: ${origin}/sitemap.xml`));
  });

  for (const [address, open] of [
    ['/sr-Cyrl', true], ['/en/agreements', true], ['/en/agreements?page=2', true], ['/en/sitemap.xml?page=2', true], ['/sr-Latn/networks/ecad', true], ['/_next/static/a.css?dpl=1', true],
    ['/card-en.png', true], ['/en/agreements?type=declaration', false], ['/en/agreements?type=declaration&page=2', false], ['/sr-Cyrl/search', false], ['/en/search?q=a', false],
    ['/sr-Cyrl/workspace/agreements', false], ['/en/sign-in', false], ['/api/auth/signin', false],
  ] as const) {
    test(`${open ? 'lets' : 'keeps'} programs ${open ? 'read' : 'from'} ${address}`, () => assert.equal(allowed(address), open));
  }

  /** RFC 9309, section 2.2.2: the longest rule that matches decides, and `*` is any number of characters. */
  function allowed(address: string): boolean {
    const rules = lines.flatMap((line) => /^(Allow|Disallow): (\S+)$/.exec(line)?.slice(1) ?? []);
    const pairs = rules.flatMap((word, place) => (place % 2 === 0 ? [[word, rules[place + 1] ?? ''] as const] : []));
    const matching = pairs.filter(([, pattern]) => new RegExp(`^${pattern.replaceAll(/[.?]/g, '\\$&').replaceAll('*', '.*')}`).test(address));
    const [longest] = matching.toSorted(([, a], [, b]) => b.length - a.length);
    return longest?.[0] !== 'Disallow';
  }
});

test('the web manifest names the site in its form and pictures that are there', async () => {
  const { existsSync } = await import('node:fs');
  for (const form of writtenForms) {
    const manifest = JSON.parse(webManifest(form));
    assert.equal(manifest.start_url, `/${form}`);
    assert.ok(manifest.name.length > 10 && manifest.short_name.length < 13);
    for (const { src } of manifest.icons) assert.ok(existsSync(`public${src}`), src);
    assert.ok(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable'));
  }
});
