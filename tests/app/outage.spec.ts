import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from '#server/postgres.ts';
import { admin, startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { filled, formIn, Reader, type Answer } from './plain-http.ts';
import { signIn } from './staff.ts';

// A site of the spec's own, on a database that the spec stops, starts and kills: the embedded one would come back by itself.
test.describe.configure({ mode: 'serial' });

const ground = temporaryFolder();
let postgres: RunningPostgres;
let site: Site;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  postgres = await startPostgres({ dataDir: ground.folder });
  site = await startSite(path.join(ground.folder, 'data'), { DATABASE_URL: postgres.url });
});

test.afterAll(async () => {
  await site?.stop();
  await postgres?.stop();
  await ground.remove();
});

const words = { 'sr-Cyrl': 'Регистар тренутно није доступан', 'sr-Latn': 'Registar trenutno nije dostupan', en: 'The register is not available at the moment' };
const away = Object.entries(words);
/** No request may hang this long, in milliseconds. */
const patience = 10_000;

test('the database stops: plain words in the reader’s language; it comes back: so does the site, by itself', async ({ browser }) => {
  test.setTimeout(180_000);
  const [reader, stranger] = [new Reader(site.address), new Reader(site.address)];
  expect((await reader.signIn(admin)).status).toBe(303);
  const [usaid = '', other = ''] = await partners(reader, 2);
  const form = filled(formIn((await reader.get(`${usaid}/edit`)).text), { 'note.en': 'typed before the database went' });
  const page = await browser.newPage({ baseURL: site.address });
  await signIn(page);
  await page.goto(`${other.replace('/en/', '/sr-Cyrl/')}/edit`);
  await page.locator('[id="note.en"]').fill('typed with scripts');

  await postgres.stop();
  const said = site.said().length;
  for (const [tag, sentence] of away) {
    for (const at of ['', '/partners', '/agreements?q=nije-u-memoriji', '/partners/nobody', '/workspace', '/workspace/partners?q=x', usaid.slice('/en'.length)]) {
      const answer = await reader.get(`/${tag}${at}`);
      expectAway(answer, sentence, `/${tag}${at}`);
    }
    // Of a visitor the sign-in page asks nothing of the database.
    expect((await stranger.get(`/${tag}/sign-in`)).status).toBe(200);
  }
  expect([(await reader.get('/health/live')).status, (await reader.get('/health/ready')).status]).toEqual([200, 503]);
  const lost = await reader.post(`${usaid}/edit`, form);
  expectAway(lost, words.en, 'a form without scripts');
  const beside = await reader.post(`/files/attach/en/${usaid.slice(-36)}`, [['role', 'scan'], ['proposalReason', 'typed beside files']]);
  expectAway(beside, words.en, 'files without scripts');
  expect([beside.text.includes('name="proposalReason" value="typed beside files"'), beside.text.includes('choose them again')]).toEqual([true, true]);
  // The sign-in form can be drawn all the same, so what was typed stays in it; the password never does.
  const refused = await stranger.fillIn('/en/sign-in', admin);
  expect([refused.status, refused.text.includes('Send it again in a minute'), refused.text.includes(`value="${admin.email}"`), refused.text.includes(admin.password)]).toEqual([503, true, true, false]);
  await expectFormStays(page);
  const told = site.said().slice(said);
  expect(told).toMatch(/503 GET \/sr-Cyrl\/partners /);
  expect(told, 'the log holds what was typed or looked for, a password or where the database is').not.toMatch(/typed|memoriji|јабуке|postgres(ql)?:\/\//);
  expect(told.split('\n').filter((line) => /^\s|params/.test(line)), 'one line for each fault').toEqual([]);

  postgres = await startPostgres({ dataDir: ground.folder });
  const began = performance.now();
  while ((await reader.get('/health/ready')).status !== 200) await wait(50);
  for (const [tag] of away) expect((await reader.get(`/${tag}/partners`)).status).toBe(200);
  expect((await reader.get(`${usaid}/edit`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(patience);
  const saved = await reader.post(`${usaid}/edit`, form);
  expect([saved.status, saved.headers.location]).toEqual([303, usaid]);
  await page.locator('main form .btns button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/partners\/[0-9a-f-]{36}$/);
  expect(await notes([usaid, other])).toEqual(['typed before the database went', 'typed with scripts']);
  await page.close();
});

test('the database is killed twice under people who save: what was acknowledged is there, nothing hangs, the site lives', async () => {
  test.setTimeout(180_000);
  const reader = new Reader(site.address);
  expect((await reader.signIn(admin)).status).toBe(303);
  const records = await partners(reader, 4);
  const tally = { acknowledged: new Map<string, string[]>(), signedIn: 0, faults: [] as string[], slowest: 0, failed: 0 };
  const before = await scalar('select count(*) from session');
  const leaving = new AbortController();
  const note = (answer: Answer | null, what: string): Answer | null => {
    if (answer === null) tally.faults.push(`${what} hung or was cut off`);
    else if (![200, 303, 503].includes(answer.status)) tally.faults.push(`${what}: ${answer.status}`);
    tally.slowest = Math.max(tally.slowest, answer?.took ?? patience);
    if (answer?.status === 503) tally.failed += 1;
    return answer;
  };
  const attempt = async (what: string, asked: Promise<Answer>) => note(await asked.catch(() => null), what);

  const writers = records.map(async (record, number) => {
    for (let round = 1; !leaving.signal.aborted; round += 1) {
      const opened = await attempt('opening', reader.get(`${record}/edit`, { hurry: patience }));
      if (opened?.status !== 200) {
        await wait(100);
        continue;
      }
      const text = `writer ${number} round ${round}`;
      const posted = await attempt('saving', reader.post(`${record}/edit`, filled(formIn(opened.text), { 'note.en': text }), { hurry: patience }));
      if (posted?.status === 303) tally.acknowledged.set(record, [...(tally.acknowledged.get(record) ?? []), text]);
    }
  });
  const visitor = (async () => {
    while (!leaving.signal.aborted) {
      const fresh = new Reader(site.address);
      const opened = await attempt('the sign-in page', fresh.get('/en/sign-in', { hurry: patience }));
      if (opened?.status !== 200) continue;
      const entered = await attempt('signing in', fresh.post('/en/sign-in', filled(formIn(opened.text), admin), { hurry: patience }));
      if (entered?.status === 303) tally.signedIn += 1;
    }
  })();

  for (let kills = 0; kills < 2; kills += 1) {
    const so = [...tally.acknowledged.values()].flat().length;
    for (let tries = 0; tries < 100 && [...tally.acknowledged.values()].flat().length < so + 4; tries += 1) await wait(100);
    process.kill(postgres.pid(), 'SIGKILL');
    const began = performance.now();
    await wait(300);
    while ((await reader.get('/health/ready', { hurry: patience })).status !== 200) await wait(50);
    expect(performance.now() - began, 'ready again').toBeLessThan(patience);
  }
  await wait(1_000);
  leaving.abort();
  await Promise.all([...writers, visitor]);

  const acknowledged = [...tally.acknowledged.values()].flat();
  expect(tally.faults).toEqual([]);
  expect(tally.slowest).toBeLessThan(patience);
  expect(acknowledged.length).toBeGreaterThan(8);
  expect(tally.failed, 'the kills were noticed').toBeGreaterThan(0);
  const inLedger = await rows<{ text: string }>(`select after->'note'->'en'->>'text' as text from revision where table_name = 'organisation' and after->'note'->'en'->>'text' like 'writer %'`);
  const kept = inLedger.map(({ text }) => text);
  expect(acknowledged.filter((text) => kept.filter((one) => one === text).length !== 1)).toEqual([]);
  // The table says what the ledger says last, and no change stands there without its revision.
  expect(await rows(`select o.id from organisation o join lateral (select after from revision where table_name = 'organisation' and row_id = o.id order by seq desc limit 1) r on true
    where (r.after->>'version')::int <> o.version or nullif(r.after->'note', 'null') is distinct from o.note`)).toEqual([]);
  expect(await scalar('select count(*) from change where not exists (select from revision where change_seq = change.seq)')).toBe(0);
  expect((await scalar('select count(*) from session')) - before).toBeGreaterThanOrEqual(tally.signedIn);
  expect(site.process.exitCode).toBe(null);
});

function expectAway(answer: Answer, sentence: string, what: string): void {
  expect([what, answer.status]).toEqual([what, 503]);
  expect(answer.text, what).toContain(sentence);
  expect(answer.text, what).not.toMatch(/<script|ECONNREFUSED|postgres|node_modules|digest/);
  expect(answer.headers['retry-after'], what).toBe('10');
  expect(answer.headers['cache-control'], what).toBe('no-store');
  expect(answer.took, what).toBeLessThan(patience);
}

async function expectFormStays(page: Page): Promise<void> {
  await page.locator('main form .btns button[type=submit]').first().click();
  await expect(page.locator('main')).toContainText('не може да сачува');
  await expect(page.locator('[id="note.en"]')).toHaveValue('typed with scripts');
  await expect(page).toHaveURL(/\/edit$/);
}

/** Addresses of the first partners of the workspace's table. */
async function partners(reader: Reader, number: number): Promise<string[]> {
  const { text } = await reader.get('/en/workspace/partners?sort=code');
  const found = [...new Set([...text.matchAll(/href="(\/en\/workspace\/partners\/[0-9a-f-]{36})"/g)].map(([, address = '']) => address))];
  expect(found.length).toBeGreaterThanOrEqual(number);
  return found.slice(0, number);
}

async function notes(addresses: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string; text: string }>(`select id, note->'en'->>'text' as text from organisation`);
  return addresses.map((address) => found.find(({ id }) => address.endsWith(id))?.text ?? '');
}

async function scalar(question: string): Promise<number> {
  const [row] = await rows<Record<string, string>>(question);
  return Number(Object.values(row ?? {})[0]);
}

async function rows<T extends object>(question: string): Promise<T[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<T>(question)).rows;
  } finally {
    await client.end();
  }
}
