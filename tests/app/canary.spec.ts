import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { feedAddresses, machineAddresses, publicAddresses } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';
import { startPostgres, type RunningPostgres } from '#server/postgres.ts';
import { startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { letCanariesIn, song } from './canaries.ts';
import { songsIn } from './canary-columns.ts';
import { Reader, type Visit } from './plain-http.ts';

// A site of the spec's own, since what it puts into the database passes by every rule of the office.
const ground = temporaryFolder();
let postgres: RunningPostgres;
let site: Site;
let released: Awaited<ReturnType<typeof letCanariesIn>>;
let slugs: Record<string, string[]>;
let sitting: Set<string>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  postgres = await startPostgres({ dataDir: ground.folder, durability: 'throwaway' });
  site = await startSite(path.join(ground.folder, 'data'), { DATABASE_URL: postgres.url });
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  released = await letCanariesIn(client);
  sitting = await songsIn(client);
  const { rows } = await client.query<{ noun: string; slug: string }>(`select 'partners' as noun, slug from organisation where publication = 'published' and not is_self union all
    select 'networks', slug from organisation where publication = 'published' and kind = 'network' union all select 'agreements', slug from agreement where publication = 'published' union all
    select 'projects', slug from project where publication = 'published' union all select 'programmes', slug from programme where publication = 'published'`);
  slugs = Object.fromEntries(rows.map(({ noun }) => [noun, rows.filter((one) => one.noun === noun).map(({ slug }) => slug)]));
  await client.end();
});

test.afterAll(async () => {
  await site?.stop();
  await postgres?.stop();
  await ground.remove();
});

/** What was asked, as a page writes it into its text and its links. */
function echoes(q: string): string {
  return [q, encodeURIComponent(q), String(new URLSearchParams({ q }))].join(' ');
}

/** Every canary in an answer, its head included. */
async function heard(at: string, visit: Visit = {}): Promise<{ status: number; songs: string[] }> {
  const { status, headers, text } = await new Reader(site.address).get(at, visit);
  return { status, songs: [...new Set(`${JSON.stringify(headers)} ${text}`.match(song) ?? [])] };
}

test('a canary that is let out is heard: the spec would notice one', async () => {
  for (const form of writtenForms) expect((await heard(`/${form}/partners/${released.control}`)).songs).toEqual(form === 'en' ? [] : ['kanarinac']);
});

test('there are two hundred of them, one in every column that is not for the public', () => {
  expect(sitting.size).toBeGreaterThan(200);
  for (const [table, column] of [['proposal_comment', 'text'], ['entry_draft', 'typed'], ['outbox', 'said'], ['import_row', 'cells'], ['file_reading', 'text'], ['saved_view', 'name'], ['change', 'reason'], ['second_factor', 'sealed_key']]) {
    expect([table, column, [...sitting].some((one) => one.startsWith(`kanarinac-${table}-${column}`))]).toEqual([table, column, true]);
  }
});

test('no public page holds anything that is not public, in any form', async () => {
  test.setTimeout(240_000);
  const wanted = writtenForms.flatMap((form) => publicAddresses.flatMap(({ path: shape }) => {
    const [, noun = ''] = shape.split('/');
    return shape.includes('[slug]') ? (slugs[noun] ?? []).map((slug) => `/${form}/${noun}/${slug}`) : [`/${form}${shape === '/' ? '' : shape}`];
  })).filter((at) => !at.endsWith(`/partners/${released.control}`));
  expect(wanted.length).toBeGreaterThan(100);
  const leaks = [];
  for (const at of wanted) {
    const { status, songs } = await heard(at);
    if (![200, 308].includes(status) || songs.length > 0) leaks.push([at, status, ...songs]);
  }
  expect(leaks).toEqual([]);
});

test('what is for machines holds nothing that is not public, and leads to nothing hidden', async () => {
  const hidden = Object.values(released.hidden).flat().filter((slug) => !slug.includes('withdrawn'));
  for (const at of [...machineAddresses, ...writtenForms.flatMap((form) => feedAddresses.map((feed) => `/${form}${feed.path}`))]) {
    const { status, text } = await new Reader(site.address).get(at);
    expect([at, status, text.match(song), hidden.filter((slug) => text.includes(slug))]).toEqual([at, 200, null, []]);
  }
  expect(hidden.length).toBeGreaterThan(5);
});

test('nothing hidden is found by its address, by searching, or by another transport', async () => {
  test.setTimeout(240_000);
  const folders: Record<string, string> = { organisation: 'partners', agreement: 'agreements', project: 'projects', programme: 'programmes', membership: 'networks', milestone: 'milestones' };
  const byAddress = Object.entries(released.hidden).flatMap(([noun, hidden]) => hidden.map((slug) => `/${folders[noun]}/${slug}`));
  for (const at of [...byAddress, '/partners/skriven-nekad', '/networks/skriven-organisation-draft', '/documents/skriven-document-0']) {
    for (const form of at.includes('draft') ? writtenForms : (['en'] as const)) {
      const { status, songs } = await heard(`/${form}${at}`);
      expect([at, [404, 410].includes(status), songs]).toEqual([at, true, []]);
      if (!at.includes('withdrawn')) expect([at, status]).toEqual([at, 404]);
    }
  }
  for (const list of ['agreements', 'memoranda', 'partners', 'projects', 'milestones']) {
    // The word that was looked for is echoed, so it is looked for by its beginning.
    for (const query of ['q=kanari', 'q=skriven', 'q=SKR', 'q=ptica', 'sort=changed', 'party=skriven-organisation-draft', 'page=2', 'q=%D0%BA%D0%B0%D0%BD%D0%B0%D1%80%D0%B8']) {
      const { status, songs } = await heard(`/en/${list}?${query}`);
      const own = list === 'partners' && query === 'sort=changed';
      expect([list, query, status, songs]).toEqual([list, query, 200, own ? songs : []]);
    }
  }
  for (const form of writtenForms) {
    for (const q of ['kanari', 'кана', 'skriven', 'SKR', 'ptica', 'Повучено', '„kanarinac pušten“', 'kanarinad', 'nis']) {
      const { status, songs } = await heard(`/${form}/search?q=${encodeURIComponent(q)}`);
      expect([form, q, status, songs.filter((sung) => sung !== 'kanarinac' && !echoes(q).includes(sung.replace(/\.$/, '')))]).toEqual([form, q, 200, []]);
      if (q === 'kanari') expect(songs).toEqual(['kanarinac']);
    }
  }
  // Looked for by its own name, each is found as little as a word that nobody ever wrote.
  for (const one of sitting) {
    const { status, songs } = await heard(`/en/search?q=${encodeURIComponent(one)}`);
    expect([one, status, songs.filter((sung) => sung !== 'kanarinac' && !echoes(one).includes(sung.replace(/[’“”.]+$/, '')))]).toEqual([one, 200, []]);
  }
  const transports: Visit[] = [{ headers: { rsc: '1' } }, { headers: { rsc: '1', 'next-router-prefetch': '1' } }, { headers: { accept: 'text/x-component' } }, { method: 'HEAD' }, { method: 'PUT' }, { method: 'POST' }, { headers: { cookie: '__Host-povelja.session=kanari' } }];
  for (const at of ['/en', '/en/partners', '/en/agreements', '/en/projects', '/en/partners/skriven-organisation-draft', '/en/workspace', '/en/workspace/partners', '/en/workspace/people', '/en/workspace/agreements/new']) {
    for (const visit of transports) expect([at, (await heard(at, visit)).songs]).toEqual([at, []]);
    for (const tail of ['.rsc', '.segments/_tree.segment.rsc', '?_rsc=1', '/%', '/nowhere']) expect([at, tail, (await heard(`${at}${tail}`)).songs]).toEqual([at, tail, []]);
  }
  for (const at of ['/', '/sitemap.xml', '/robots.txt', '/manifest.webmanifest', '/health/ready', '/api/auth/session', '/en/sign-in', '/en/sign-in/link/kanari', '/_next/data/x/en.json']) expect([at, (await heard(at)).songs]).toEqual([at, []]);
});

test('when it falls over it says nothing of what it holds, to the reader or to the log', async () => {
  await postgres.stop();
  for (const at of ['/en/partners?q=x', '/en/agreements/skriven-agreement-draft', '/en/workspace']) expect((await heard(at)).songs).toEqual([]);
  expect(site.said().match(song)).toBe(null);
});
