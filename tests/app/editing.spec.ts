import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { admin } from '../site.ts';
import { faultsOf } from './axe.ts';
import { filled, formIn, Reader } from './plain-http.ts';
import { send, signIn } from './staff.ts';

// Two pages, two sign-ins and axe in one journey, beside others on the same machine.
test.describe.configure({ timeout: 120_000 });

const partners = '/sr-Cyrl/workspace/partners';
const note = '[id="note.en"]';
const notice = 'section.note';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('the session ends while somebody types: the same person signs in again and goes on, and nothing was lost', async ({ page, context }) => {
      await signIn(page);
      const record = await enter(page, scripts ? 'Ковачница Јелен' : 'Млин Бистрица');
      await page.goto(`${record}/edit`);
      await write(page, 'note.en', 'typed while the session ended');
      await signOutElsewhere(context);
      const status = await send(page);
      if (scripts) {
        expect(status).toBe(403);
        const dialog = page.getByRole('dialog', { name: 'Пријава је истекла' });
        await dialog.getByLabel('Службена е-адреса').fill(admin.email);
        await dialog.getByLabel('Лозинка').fill('погрешна лозинка 1');
        await dialog.getByRole('button', { name: 'Пријави се и пошаљи' }).click();
        await expect(dialog.getByRole('alert')).toContainText('лозинк');
        await expect(page.locator(note)).toHaveValue('typed while the session ended');
        await dialog.getByLabel('Лозинка').fill(admin.password);
        await page.keyboard.press('Enter');
      } else {
        await expect(page).toHaveURL(/\/sign-in\?next=.*kept=1/);
        await expect(page.locator('.note')).toContainText('Оно што сте унели је сачувано');
        await page.locator('#email').fill(admin.email);
        await page.locator('#password').fill(admin.password);
        await send(page);
        await expect(page).toHaveURL(/\/edit$/);
        await expect(page.locator(notice)).toContainText('Разликује се од записа: Напомена.');
        await page.getByRole('link', { name: 'Настави с њим' }).click();
        await expect(page.locator(note)).toHaveValue('typed while the session ended');
        await send(page);
      }
      await expect(page).toHaveURL(new RegExp(`${record}$`));
      await page.goto(`${record}/edit`);
      await expect(page.locator(note)).toHaveValue('typed while the session ended');
      await expect(page.locator(notice)).toHaveCount(0);
    });

    test('of two who save one version, the second sees who was first, and decides field by field', async ({ page, context }) => {
      await signIn(page);
      const record = await enter(page, scripts ? 'Пекара Звезда' : 'Штампарија Напред');
      const other = await context.newPage();
      await page.goto(`${record}/edit`);
      await other.goto(`${record}/edit`);
      await write(page, 'place.sr-Cyrl', 'Сврљиг');
      await write(page, 'note.en', 'The first text.');
      await write(page, 'website', 'https://example.org/prvi');
      await send(page);

      await write(other, 'place.sr-Cyrl', 'Алексинац');
      await write(other, 'note.en', 'The second text.');
      expect(await send(other)).toBe(409);
      const told = other.locator('.note-solid[role=alert]');
      await expect(told).toContainText('сами сте сачували овај запис у другом прозору.');
      await expect(told).toContainText('Преузете су измене у пољима која нисте дирали: Веб-страна.');
      await expect(told.getByRole('link', { name: 'Историја записа' })).toHaveAttribute('href', `${record}/history`);
      await expect(told.getByRole('link', { name: 'Преузми мој текст' })).toHaveAttribute('href', /^data:text\/plain.*The%20second%20text/);
      if (scripts) expect(await faultsOf(other)).toEqual([]);
      await other.locator('#note .pick-one', { hasText: 'The first text.' }).locator('input').check();
      if (scripts) await expect(other.locator(note)).toHaveValue('The first text.');
      await send(other);
      await expect(other).toHaveURL(new RegExp(`${record}$`));
      await other.goto(`${record}/edit`);
      const saved = await Promise.all(['[id="place.sr-Cyrl"]', note, '#website'].map((field) => other.locator(field).inputValue()));
      expect(saved).toEqual(['Алексинац', 'The first text.', 'https://example.org/prvi']);
      await expect(other.locator(notice)).toHaveCount(0);
    });
  });
}

test('a crash in the middle of typing: another device offers to go on, or to throw it away, by the keyboard alone', async ({ page, context, browser }) => {
  await signIn(page);
  const record = await enter(page, 'Галерија Сретење');
  await page.goto(`${record}/edit`);
  await write(page, 'note.en', 'typed before the crash');
  await expect(page.locator('.kept')).toContainText('Привремено сачувано у');
  await expect(page.getByRole('status').filter({ hasText: 'Унето се чува.' })).toBeAttached();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;

  const elsewhere = await browser.newContext();
  const device = await elsewhere.newPage();
  await signIn(device);
  await device.goto(`${record}/edit`);
  await expect(device.locator(notice)).toContainText('Имате непослат текст од');
  expect(await faultsOf(device)).toEqual([]);
  await device.getByText('Прикажи разлике').press('Enter');
  await expect(device.locator('.unsent ins')).toHaveText('typed before the crash');
  await device.getByRole('link', { name: 'Настави с њим' }).press('Enter');
  await expect(device.locator(note)).toHaveValue('typed before the crash');
  await expect(device.getByRole('heading', { name: 'Настављате непослат текст' })).toBeFocused();
  await device.getByRole('button', { name: 'Одбаци' }).press('Enter');
  await expect(device.locator(note)).toHaveValue('');
  await expect(device.locator(notice)).toHaveCount(0);
  await elsewhere.close();
});

test('what was left unsent stands beside what was saved since', async ({ page, context }) => {
  await signIn(page);
  const record = await enter(page, 'Ергела Морава');
  const other = await context.newPage();
  await page.goto(`${record}/edit`);
  await other.goto(`${record}/edit`);
  await write(other, 'note.en', 'saved since');
  await write(other, 'website', 'https://example.org/posle');
  await send(other);
  await write(page, 'note.en', 'left behind');
  await expect(page.locator('.kept')).toContainText('Привремено сачувано у');
  await page.close();
  await other.goto(`${record}/edit`);
  await expect(other.locator(notice)).toContainText('Запис је у међувремену измењен');
  await other.getByRole('link', { name: 'Настави с њим' }).click();
  await expect(other.locator('#note .pick-one')).toHaveText([/left behind/, /saved since/]);
  await expect(other.locator('#website')).toHaveValue('https://example.org/posle');
  await send(other);
  await expect(other.locator('main')).toContainText('left behind');
});

test('without a line everything stays, says so, and is kept and sent when the line is back', async ({ page, context }) => {
  await signIn(page);
  const record = await enter(page, 'Позориште Тврђава');
  await page.goto(`${record}/edit`);
  await expect(page.locator('.stay')).toBeVisible();
  await context.setOffline(true);
  await write(page, 'note.en', 'typed without a line');
  await expect(page.locator('.kept')).toContainText('чува само у овом прегледачу');
  await page.locator('main form .stay .btns button[type=submit]').first().click();
  await expect(page.locator('.errs')).toContainText('Измена није сачувана');
  await expect(page.locator(note)).toHaveValue('typed without a line');
  expect(await keptInBrowser(page)).toBe(1);
  await context.setOffline(false);
  await expect(page.locator('.kept')).toContainText('Привремено сачувано у');
  expect(await keptInBrowser(page)).toBe(0);
  await page.locator('.errs').getByRole('button', { name: 'Пошаљи поново' }).click();
  await expect(page).toHaveURL(new RegExp(`${record}$`));
});

test('what is typed between sending and a refusal is not drawn over, and a folded part with a fault opens', async ({ page }) => {
  await signIn(page);
  const record = await enter(page, 'Апотека Здравац');
  await page.goto(`${record}/edit`);
  await write(page, 'name.sr-Cyrl', '');
  await page.route('**/edit', async (route) => {
    await new Promise((done) => void setTimeout(done, 700));
    await route.continue();
  });
  await page.locator('main form .stay .btns button[type=submit]').first().click();
  await write(page, 'note.en', 'typed while it was under way');
  await expect(page.locator('.errs')).toBeFocused();
  await expect(page.locator(note)).toHaveValue('typed while it was under way');
});

test('a form that is kept nowhere, of people, asks before it is left; one that is kept does not', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', (question) => {
    asked.push(question.type());
    void question.dismiss();
  });
  await signIn(page);
  await page.goto('/sr-Cyrl/workspace/people/new');
  await write(page, 'name', 'Неко ко још није позван');
  await page.locator('nav.side li a').first().click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(['confirm']);
  await expect(page.locator('#name')).toHaveValue('Неко ко још није позван');
  expect(await keptInBrowser(page)).toBe(0);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
  const kept = await page.context().newPage();
  kept.on('dialog', (question) => {
    asked.push(question.type());
    void question.accept();
  });
  await kept.goto('/sr-Cyrl/workspace/milestones/new');
  await write(kept, 'title.sr-Cyrl', 'Остављено на пола');
  await kept.locator('nav.side li a').first().click();
  await expect(kept).toHaveURL(/\/workspace$/);
  expect(asked).toHaveLength(2);
  await kept.goto('/sr-Cyrl/workspace/milestones/new');
  await expect(kept.locator(notice)).toContainText('Имате непослат текст од');
  await kept.getByRole('button', { name: 'Одбаци' }).click();
  await expect(kept.locator(notice)).toHaveCount(0);
});

test('a form of one is neither saved by another nor shown to him, and its words reach its owner', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  const [ana, stranger] = [new Reader(origin), new Reader(origin)];
  await ana.signIn(admin);
  const opened = formIn((await ana.get('/en/workspace/partners/new')).text);
  const posted = await stranger.post('/en/workspace/partners/new', filled(opened, { 'name.en': 'Nobody saves this', kind: 'company' }));
  expect([posted.status, posted.headers.location]).toEqual([303, expect.stringContaining('/en/sign-in?next=%2Fen%2Fworkspace%2Fpartners%2Fnew&kept=1')]);
  const page = await ana.get('/en/workspace/partners/new');
  expect(page.text).toMatch(/You have an unsent text of \d/);
  expect((await stranger.get('/drafts/mine?path=/workspace/partners/new')).status).toBe(401);
  const forged = opened.map(([name, value]) => [name, name === 'holder' ? String(value).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) : value] as const);
  expect((await new Reader(origin).post('/en/workspace/partners/new', filled(forged, { 'name.en': 'Forged' }))).status).not.toBe(200);
  expect((await ana.get('/en/workspace/partners/new')).text).not.toContain('Forged');
  for (const body of ['{}', '[]', 'null', '{"place":7}', '{"place":"/workspace/people","typed":{"a":["b"]}}', '{"place":"/workspace/x","typed":{"a":"b"}}']) {
    const answer = await ana.post('/drafts/mine', [], { body: Buffer.from(body), headers: { 'content-type': 'application/json' } });
    expect([body, answer.status < 500, answer.text.includes('Error')]).toEqual([body, true, false]);
  }
  const foreign = await request.post('/drafts/mine', { headers: { origin: 'https://evil.example' }, data: {} });
  expect(foreign.status()).toBe(403);
  const place = '/workspace/partners/new#organisation';
  expect((await ana.post('/drafts/mine', [], { body: Buffer.from(JSON.stringify({ place, typed: null, holder: '' })), headers: { 'content-type': 'application/json' } })).status).toBe(200);
  expect((await ana.get('/en/workspace/partners/new')).text).not.toMatch(/You have an unsent text of \d/);
});

async function enter(page: Page, name: string): Promise<string> {
  await page.goto(`${partners}/new`);
  await write(page, 'name.sr-Cyrl', name);
  await page.locator('#kind').selectOption('company');
  await send(page);
  await expect(page.locator('h1')).toHaveText(name);
  return new URL(page.url()).pathname;
}

function write(page: Page, id: string, text: string): Promise<void> {
  return page.locator(`[id="${id}"]`).fill(text);
}

async function signOutElsewhere(context: BrowserContext): Promise<void> {
  const other = await context.newPage();
  await other.goto('/sr-Cyrl/workspace');
  await other.locator('.me form button[type=submit]').last().click();
  await expect(other).toHaveURL(/\/sign-in$/);
  await other.close();
}

function keptInBrowser(page: Page): Promise<number> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('povelja.unsent')).length);
}
