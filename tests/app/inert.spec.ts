import { expect, test } from '@playwright/test';
import { Parser } from 'htmlparser2';
import { writtenForms } from '#messages/local-text.ts';
import { corpus, intruder, kept } from '../corpus.ts';
import { admin } from '../site.ts';
import { filled, formIn, Reader, type Answer } from './plain-http.ts';

// What is typed stays text: posted through the real forms, read back on every page that shows it. The breadth is in tests/office/corpus.spec.ts.
const origin = process.env.POVELJA_URL ?? 'http://127.0.0.1:3000';
const markup = corpus.filter((one) => ['a script', 'an end of what surrounds it', 'a picture that fails', 'markup already escaped', 'templates', 'the placeholders of our own words', 'JSON', 'what React calls by a dollar sign', 'a header', 'SQL'].includes(one.name));
const all = markup.map(({ text }) => text).join('\n');
const name = `Мирна проба ${Date.now()}`;
const forms = [
  { register: 'partners', right: { 'name.sr-Cyrl': name, 'name.en': all.slice(0, 300), kind: 'ngo', 'description.sr-Cyrl': 'Опис.', 'description.en': all, 'note.en': all, 'place.en': markup[0]?.text ?? '' } },
  { register: 'agreements', right: { 'title.sr-Cyrl': name, 'title.en': all.slice(0, 300), type: 'memorandum_of_understanding', 'summary.en': all, registryNo: markup[0]?.text ?? '' } },
  { register: 'milestones', right: { 'title.sr-Cyrl': name, 'title.en': all.slice(0, 300), 'sources.0.title.sr-Cyrl': 'Извор', 'sources.0.quote': all } },
] as const;
let reader: Reader;
const records: Record<string, string> = {};

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  reader = new Reader(origin);
  expect((await reader.signIn(admin)).status).toBe(303);
});

for (const { register, right } of forms) {
  test(`${register}: markup typed into the form is kept to the letter, and is text on every page of the workspace`, async () => {
    const saved = await reader.fillIn(`/en/workspace/${register}/new`, right);
    expect(saved.status).toBe(303);
    const record = (records[register] = saved.headers.location ?? '');
    const edit = await reader.get(`${record}/edit`);
    const held = Object.fromEntries(formIn(edit.text).map(([field, value]) => [field, kept(String(value))]));
    for (const [field, typed] of Object.entries(right)) expect([field, held[field]]).toEqual([field, kept(typed)]);
    for (const at of [record, `${record}/edit`, `${record}/history`, `${record}/publish`, `/en/workspace/${register}`, `/en/workspace/${register}?q=%3C${intruder}`, '/en/workspace', '/sr-Latn/workspace']) {
      const answer = at === `${record}/edit` ? edit : await reader.get(at);
      expect([at, answer.status, strangers(answer)]).toEqual([at, 200, []]);
    }
  });

  test(`${register}: what no field may hold comes back with an issue at its field, everything typed kept; undecodable bytes do not come in`, async () => {
    const title = register === 'partners' ? 'name' : 'title';
    const blank = formIn((await reader.get(`/en/workspace/${register}/new`)).text);
    for (const [nasty, field] of [['a\0b', `${title}.en`], ['a\u202Eb', `${title}.en`], ['a'.repeat(20_000), `${title}.en`], ['pаypаl', `${title}.sr-Cyrl`]] as const) {
      const answer = await reader.post(`/en/workspace/${register}/new`, filled(blank, { ...right, [field]: nasty, 'englishWaived': '<b>остаје</b>' }));
      expect([field, answer.status, strangers(answer)]).toEqual([field, 422, []]);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(Object.fromEntries(formIn(answer.text)).englishWaived).toBe('<b>остаје</b>');
    }
    for (const [bytes, status] of [[Buffer.from([0x61, 0xed, 0xa0, 0xbd, 0x62]), 400], [Buffer.from([0xc3, 0x28]), 400], [Buffer.alloc(1_048_576, 'a'), 413]] as const) {
      expect((await reader.post(`/en/workspace/${register}/new`, filled(blank, { ...right, [`${title}.en`]: bytes }))).status).toBe(status);
    }
  });
}

test('published, it is text on the public page, in lists and in searches, and no browser runs it', async ({ browser }) => {
  const record = records.partners ?? '';
  expect((await reader.fillIn(`${record}/publish`, {})).status).toBe(303);
  const slug = /\/partners\/([a-z0-9-]+)"/.exec((await reader.get(`/sr-Cyrl/partners?q=${encodeURIComponent(name)}`)).text)?.[1] ?? '';
  for (const form of writtenForms) {
    for (const at of [`/${form}/partners/${slug}`, `/${form}/partners`, `/${form}/partners?q=%3Cscript%3Ewindow`, `/${form}`]) {
      const answer = await reader.get(at);
      expect([at, answer.status, strangers(answer), answer.headers['set-cookie']]).toEqual([at, 200, [], undefined]);
    }
  }
  expect((await reader.get(`/en/partners/${slug}`)).text).toContain('&lt;script&gt;window.intruder=1');
  const context = await browser.newContext({ baseURL: origin });
  const [cookie = '', value = ''] = /^([^=]+)=(.*)$/.exec(reader.cookies()[0] ?? '')?.slice(1) ?? [];
  await context.addCookies([{ name: cookie, value, domain: new URL(origin).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  for (const at of [`/en/partners/${slug}`, record, `${record}/edit`, `${record}/history`, `/en/workspace/partners?q=${encodeURIComponent(markup[0]?.text ?? '')}`]) {
    await page.goto(at);
    await page.waitForLoadState('networkidle');
    expect([at, await page.evaluate((tag) => [(globalThis as { intruder?: number }).intruder, document.querySelectorAll(`${tag}, [onerror], [onload]`).length], intruder)]).toEqual([at, [undefined, 0]]);
    await page.setViewportSize({ width: 320, height: 800 });
    if (!at.includes('workspace')) expect([at, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([at, 0]);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await context.close();
  expect((await reader.fillIn(`${record}/withdraw`, { 'publicReason.sr-Cyrl': 'проба', 'publicReason.en': all })).status).toBe(303);
  // The public learns of it when Postgres has told the listener, a moment after the answer to whoever withdrew.
  await expect.poll(async () => (await reader.get(`/en/partners/${slug}`)).status).toBe(410);
  expect(strangers(await reader.get(`/en/partners/${slug}`))).toEqual([]);
});

/** Elements and attributes of an answer that no page of the site has, and heads that a text has written. */
function strangers({ text, headers }: Answer): string[] {
  const found: string[] = headers['set-cookie']?.filter((line) => line.includes('intruder')) ?? [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === intruder || (tag === 'script' && /window\.intruder/.test(attributes.src ?? ''))) found.push(tag);
      for (const attribute of Object.keys(attributes)) if (attribute.startsWith('on') || attribute === 'style') found.push(`${tag} ${attribute}`);
    },
  });
  parser.end(text);
  return found;
}
