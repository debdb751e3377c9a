import { connect } from 'node:net';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from '#server/postgres.ts';
import { pdf } from '../office/files.ts';
import { admin, startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { faultsOf } from './axe.ts';
import { Reader, type Answer } from './plain-http.ts';

// A site of the spec's own, since it is killed in the middle and asks the database what was left.
const ground = temporaryFolder();
let postgres: RunningPostgres;
let site: Site;
let database: Client;
let ana: Reader;
let papers = 0;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  postgres = await startPostgres({ dataDir: ground.folder, durability: 'throwaway' });
  await open();
  database = new Client({ connectionString: postgres.url });
  await database.connect();
});
test.afterAll(async () => {
  await database?.end();
  await site?.stop();
  await postgres?.stop();
  await ground.remove();
});

for (const scripts of [false, true]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts, locale: 'en-GB' });

    test('files are refused in plain words, attached, published, replaced and removed; the original stays sealed', async ({ page }) => {
      test.setTimeout(120_000);
      const record = await openPaper(page, `Minutes ${String(scripts)}`);
      const send = async (name: string, bytes: Buffer, role: string) => {
        await page.goto(`${record}/files`);
        await page.locator(`input[name=role][value=${role}]`).check();
        await page.locator('#files').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
        await page.locator('main form .btns button').first().click();
      };
      const taken = () => page.waitForURL(/#files$/);
      await send('big.pdf', Buffer.concat([pdf('x'), Buffer.alloc(3_000_000), pdf('y')]), 'scan');
      await expect(page.locator('.errs')).toContainText('The file ‘big.pdf’ is larger than 2 MB.');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await send('photo.png', pdf('no picture'), 'scan');
      await expect(page.locator('.errs')).toContainText('The file ‘photo.png’ does not hold what its name says.');
      await expect(page.locator('input[name=role][value=scan]')).toBeChecked();

      await send('Записник, извор.pdf', pdf(`sealed original ${String(scripts)}`), 'original_signed');
      await taken();
      await send('Записник.pdf', pdf(`redacted ${String(scripts)}`), 'redacted_public');
      await taken();
      await expect(page.locator('#files .files li')).toHaveCount(2);
      const [original, copy] = await page.locator('#files .files li > a:not(.off)').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      await page.goto(`${record}/publish`);
      await page.locator('main form .btns button').first().click();
      await page.waitForURL(record);

      const anybody = new Reader(site.address);
      const shown = await anybody.get('/en/projects/exchange-2');
      expect(shown.text).toContain(copy);
      expect(shown.text).not.toContain(original);
      expect(shown.text).not.toContain('извор');
      expect((await anybody.get(copy ?? '')).text).toContain('redacted');
      for (const at of [original, original?.replace(/[^/]+$/, 'x.pdf'), `${original}?x=1`]) expect((await anybody.get(at ?? '')).status, at).toBe(404);

      await page.goto(record);
      await page.getByRole('link', { name: 'Remove the file ‘Записник.pdf’' }).click();
      await page.locator('[id="reason"]').fill('a mistake');
      await page.locator('main form .btns button[type=submit]').first().click();
      await expect(page.locator('.errs')).toContainText('Why there is no file'); // the public would be left without file and reason
    });
  });
}

test('the form of files reads well in every script and has no fault that axe knows', async ({ page }) => {
  const record = await openPaper(page, 'Looked at');
  for (const written of ['sr-Cyrl', 'sr-Latn', 'en']) {
    await page.goto(`${record.replace('/en/', `/${written}/`)}/files`);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/\w+\.\w+\.\w+/);
  }
});

test('a file is lent with its hash, its name and in parts; its record’s publication decides', async () => {
  const id = await paper('Lent');
  const bytes = pdf('lent');
  expect((await brought(id, [['Запис "о" састанку.pdf', bytes]])).status).toBe(303);
  const at = await addressOf(id);
  const anybody = new Reader(site.address);
  expect((await anybody.get(at)).status).toBe(404);
  const own = await ana.get(at);
  expect([own.status, own.text, own.headers['cache-control']]).toEqual([200, bytes.toString(), 'private, no-store']);
  await publish(id);
  const { status, text, headers } = await anybody.get(at);
  expect([status, text]).toEqual([200, bytes.toString()]);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf', 'content-length': String(bytes.length), 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'x-content-type-options': 'nosniff',
    'content-disposition': "inline; filename=zapis-o-sastanku.pdf; filename*=UTF-8''%D0%97%D0%B0%D0%BF%D0%B8%D1%81%20%22%D0%BE%22%20%D1%81%D0%B0%D1%81%D1%82%D0%B0%D0%BD%D0%BA%D1%83.pdf",
    'cache-control': 'public, max-age=0, must-revalidate', 'accept-ranges': 'bytes', etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
  });
  expect(headers['set-cookie']).toBeUndefined();
  const asked = async (more: Record<string, string>, method = 'GET') => {
    const answer = await anybody.get(at, { method, headers: more });
    return [answer.status, answer.text, answer.headers['content-range'] ?? answer.headers['content-length']];
  };
  const size = bytes.length;
  expect(await asked({}, 'HEAD')).toEqual([200, '', String(size)]);
  expect(await asked({ range: 'bytes=0-4' })).toEqual([206, '%PDF-', `bytes 0-4/${size}`]);
  expect(await asked({ range: 'bytes=-6' })).toEqual([206, '%%EOF\n', `bytes ${size - 6}-${size - 1}/${size}`]);
  expect(await asked({ range: `bytes=${size}-` })).toEqual([416, '', `bytes */${size}`]);
  for (const range of ['bytes=5-4', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=x']) expect((await asked({ range }))[0], range).toBe(200);
  expect((await asked({ range: 'bytes=0-4', 'if-range': '"another"' }))[0]).toBe(200);
  expect((await asked({ range: 'bytes=0-4', 'if-range': headers.etag ?? '' }))[0]).toBe(206);
  expect((await asked({ 'if-none-match': `"x", W/${headers.etag}` }))[0]).toBe(304);
  expect((await anybody.get(at.replace(/[^/]+$/, 'other.exe'))).headers.location).toBe(at);
  await ana.fillIn(`/en/workspace/documents/${id}/withdraw`, { 'publicReason.sr-Cyrl': 'проба' });
  const gone = await anybody.get(at, { headers: { 'accept-language': 'sr' } });
  expect([gone.status, gone.text.includes('Ове датотеке више нема')]).toEqual([410, true]);
});

test('what is refused leaves nothing: wrong kinds, a stale form, no right, no session, another site', async () => {
  const id = await paper('Refused');
  const before = await held();
  const good = ['a.pdf', pdf('good')] as const;
  const json = { accept: 'application/json' };
  expect((await brought(id, [good, ['b.exe', Buffer.from('MZ')]], json)).status).toBe(422);
  expect((await brought(id, [good, ['b.pdf', Buffer.concat([pdf('x'), Buffer.alloc(2_200_000), pdf('y')])]], json)).status).toBe(413);
  expect((await brought(id, [good], json, { version: '7' })).status).toBe(409);
  expect((await brought(id, [good], json, { role: 'king' })).status).toBe(422);
  expect((await brought(id, Array.from({ length: 21 }, (_, n) => [`${n}.pdf`, pdf(`${n}`)] as const), json)).status).toBe(422);
  expect((await brought('00000000-0000-4000-8000-000000000000', [good], json)).status).toBe(404);
  expect((await brought(id, [good], { ...json, cookie: '' })).status).toBe(403);
  expect((await brought(id, [good], { cookie: '' })).headers.location).toContain('/sign-in?next=');
  expect((await brought(id, [good], { origin: 'https://evil.example' })).status).toBe(403);
  for (const body of [Buffer.from('nonsense'), Buffer.alloc(0), form([good], {}).subarray(0, -30)]) {
    expect((await ana.post(uploadTo(id), [], { body, headers: { ...json, 'content-type': `multipart/form-data; boundary=${edge}` } })).status).toBe(400);
  }
  await expect.poll(held).toEqual(before);
});

test('the same request twice is one change', async () => {
  const id = await paper('Twice');
  const files = [['a.pdf', pdf('twice')]] as const;
  const fields = await hiddenIn(id);
  const answers = await Promise.all([1, 2, 3].map(() => brought(id, files, {}, fields)));
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(Array(3).fill([303, `/en/workspace/documents/${id}#files`]));
  const { rows } = await database.query('select count(*)::int as files from document_file where document_id = $1', [id]);
  expect(rows).toEqual([{ files: 1 }]);
  const { rows: [kept] } = await database.query('select count(distinct store_key)::int as keys from file_chunk where store_key not in (select store_key from document_file)');
  expect(kept).toEqual({ keys: 0 });
});

test('a line that is cut in the middle leaves no byte behind', async () => {
  const id = await paper('Cut');
  const before = await held();
  await half(id);
  await expect.poll(async () => (await held()).chunks, { message: 'something came in' }).toBeGreaterThan(before.chunks);
  for (const socket of sockets.splice(0)) socket.destroy();
  await expect.poll(held, { timeout: 15_000 }).toEqual(before);
});

test('the app killed in the middle of an upload: whole or absent, and what is left is nobody’s', async () => {
  test.setTimeout(180_000);
  const id = await paper('Killed');
  const before = await held();
  await half(id);
  await expect.poll(async () => (await held()).chunks).toBeGreaterThan(before.chunks);
  site.process.kill('SIGKILL');
  await new Promise((resolve) => site.process.once('exit', resolve));
  sockets.splice(0);
  await open();
  expect((await held()).files).toBe(before.files);
  expect((await brought(id, [['again.pdf', pdf('again')]])).status).toBe(303);
  expect((await held()).files).toBe(before.files + 1);
});

async function open(): Promise<void> {
  site = await startSite(path.join(ground.folder, 'data'), { DATABASE_URL: postgres.url, SEED: 'office', UPLOAD_LIMIT_MB: '2' });
  ana = new Reader(site.address);
  expect((await ana.signIn(admin)).status).toBe(303);
}

async function held(): Promise<{ files: number; chunks: number; changes: number }> {
  const { rows: [row] } = await database.query(`select (select count(*) from document_file)::int as files, (select count(*) from file_chunk)::int as chunks, (select count(*) from change)::int as changes`);
  return row as { files: number; chunks: number; changes: number };
}

async function openPaper(page: Page, title: string): Promise<string> {
  const id = await paper(title);
  const cookies = ana.cookies().map((cookie) => cookie.split('='));
  await page.context().addCookies(cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url: site.address.replace('http:', 'https:'), secure: true })));
  return `${site.address}/en/workspace/documents/${id}`;
}

/** A public document behind a project, drafted without a browser. */
async function paper(title: string): Promise<string> {
  const { rows: [project] } = await database.query<{ code: string }>(`select code from project where slug = 'exchange-2'`);
  const answer = await ana.fillIn('/en/workspace/documents/new', { 'title.sr-Cyrl': `Записник број ${papers += 1}`, 'title.en': title, kind: 'minutes', language: 'sr', visibility: 'public', 'seek.record.links.0.record': project?.code ?? '' });
  return answer.headers.location?.split('/').at(-1) ?? '';
}

async function publish(id: string): Promise<void> {
  expect((await ana.fillIn(`/en/workspace/documents/${id}/publish`, {})).status).toBe(303);
}

async function addressOf(id: string): Promise<string> {
  return /href="(\/files\/[^"]+)"/.exec((await ana.get(`/en/workspace/documents/${id}`)).text)?.[1] ?? '';
}

const edge = 'xYzZy';
const uploadTo = (id: string) => `/files/attach/en/${id}`;
type Sent = readonly (readonly [name: string, bytes: Buffer])[];

async function hiddenIn(id: string): Promise<Record<string, string>> {
  const { text } = await ana.get(`/en/workspace/documents/${id}/files`);
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { version: value('version'), request: value('request') };
}

/** Posts files as the site's own form does. */
async function brought(id: string, files: Sent, headers: Record<string, string> = {}, fields: Record<string, string> = {}): Promise<Answer> {
  const body = form(files, { role: 'scan', ...(await hiddenIn(id)), ...fields });
  return ana.post(uploadTo(id), [], { body, headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...headers } });
}

function form(files: Sent, fields: Record<string, string>): Buffer {
  const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  const brings = files.map(([name, bytes]) => Buffer.concat([Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="files"; filename="${name.replaceAll('"', '%22')}"\r\nContent-Type: application/pdf\r\n\r\n`), bytes, Buffer.from('\r\n')]));
  return Buffer.concat([...parts, ...brings, Buffer.from(`--${edge}--\r\n`)]);
}

const sockets: ReturnType<typeof connect>[] = [];
/** Sends the first half of a file and then nothing. */
async function half(id: string): Promise<void> {
  const whole = form([['half.pdf', Buffer.concat([pdf('half'), Buffer.alloc(2_000_000, 'x')])]], { role: 'scan', ...(await hiddenIn(id)) });
  const { port } = new URL(site.address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  socket.write(`POST ${uploadTo(id)} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${site.address}\r\nCookie: ${ana.cookies().join('; ')}\r\nContent-Type: multipart/form-data; boundary=${edge}\r\nContent-Length: ${whole.length}\r\n\r\n`);
  socket.write(whole.subarray(0, 1_500_000));
}
