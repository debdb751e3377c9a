import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { belgradeToday } from '#messages/dates.ts';
import { addDays } from '#office/agreement/days.ts';
import { mailServer, opened, type MailServer } from '../server/mail-server.ts';
import { startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { faultsOf } from './axe.ts';
import { password } from './colleague.ts';
import { press, send, signIn } from './staff.ts';

const ground = temporaryFolder();
let server: MailServer;
let site: Site;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await mailServer();
  site = await startSite(path.join(ground.folder, 'data'), { SMTP_URL: `smtp://127.0.0.1:${server.mail.port}`, MAIL_FROM: 'povelja@povelja.example' });
});

test.afterAll(async () => {
  await site?.stop();
  await server?.close();
  await ground.remove();
});

const entered = async (browser: Browser, scripts = true): Promise<Page> => {
  const page = await browser.newPage({ baseURL: site.address, javaScriptEnabled: scripts });
  await signIn(page);
  return page;
};

test('an invitation goes by letter, is shown to nobody else, and opens', async ({ browser }) => {
  const page = await entered(browser);
  await page.goto('/sr-Cyrl/workspace/people/new');
  await page.locator('#name').fill('Грозда Поштарка');
  await page.locator('#email').fill('grozda@povelja.example');
  await page.locator('#role').selectOption('editor');
  await send(page);
  await expect(page.locator('input[readonly]')).toHaveCount(0);
  await expect.poll(() => server.came.length, { timeout: 15_000 }).toBe(1);
  const { body, subject } = opened(server.came[0]?.text ?? '');
  expect(subject).toBe('Позив у Повељу');
  const link = /https?:\/\/\S+\/sign-in\/link\/\S+/.exec(body)?.[0] ?? '';
  await page.goto('/sr-Cyrl/workspace/outbox?state=sent');
  await expect(page.getByRole('row', { name: /позив.*Грозда Поштарка/ })).toBeVisible();
  expect(await page.content()).not.toContain(new URL(link).pathname.split('/').at(-1));
  expect(await faultsOf(page)).toEqual([]);

  const own = await browser.newContext({ javaScriptEnabled: false });
  const grozda = await own.newPage();
  await grozda.goto(link);
  await grozda.locator('#newPassword').fill(password);
  await send(grozda);
  await expect(grozda).toHaveURL(/\/workspace$/);
  await grozda.goto(`${site.address}/sr-Cyrl/workspace/me/mail`);
  await expect(grozda.getByText('Позив у Повељу')).toBeVisible();
  expect((await grozda.goto(`${site.address}/sr-Cyrl/workspace/outbox`))?.status()).toBe(404);
  await own.close();
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('a day that nears is said over its record, and one press says that it was seen', async ({ browser }) => {
      const page = await entered(browser, scripts);
      const [year, month, day] = addDays(belgradeToday(new Date()), 3).split('-').map(Number);
      await page.goto('/sr-Cyrl/workspace/milestones/new');
      await page.locator('[name="title.sr-Cyrl"]').fill(scripts ? 'Цртање мапе поплава' : 'Јесење орање парка');
      await page.locator('[name=kind]').selectOption('report_due');
      for (const [part, value] of [['year', year], ['month', month], ['day', day]] as const) await page.locator(`[name="planned.${part}"]`).fill(String(value));
      await send(page);
      await expect(page).toHaveURL(/milestones\/[0-9a-f-]{36}/);
      const band = page.locator('.note', { hasText: 'Рок овог записа' });
      await expect(band).toContainText('за 3 дана');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await band.getByRole('button', { name: /Виђено/ }).click();
      await expect(band).toContainText('Потврђено');
      await expect(band.getByRole('button')).toHaveCount(0);
      await expect(page.locator('main')).toContainText('Рок виђен');
    });

    test('whoever wants no morning letter says so', async ({ browser }) => {
      const page = await entered(browser, scripts);
      await page.goto('/sr-Cyrl/workspace/me/mail');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('Шаљи ми јутарње писмо са роковима').setChecked(!scripts);
      await send(page);
      await expect(page.getByLabel('Шаљи ми јутарње писмо са роковима')).toBeChecked({ checked: !scripts });
    });
  });
}

test('a mail server that is gone: the letter waits, the desk stays quiet for an hour, and the next link is shown', async ({ browser }) => {
  const page = await entered(browser);
  await server.close();
  await page.goto('/sr-Cyrl/workspace/people/new');
  await page.locator('#name').fill('Вукан Бездоман');
  await page.locator('#email').fill('vukan@povelja.example');
  await page.locator('#role').selectOption('contributor');
  await send(page);
  await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}$/);
  const own = page.url();
  await expect.poll(async () => { await page.goto(own); return page.getByText('Писмо са везом није отишло').count(); }, { timeout: 20_000 }).toBe(1);
  await page.goto('/sr-Cyrl/workspace/outbox?state=waits');
  await expect(page.getByRole('row', { name: /Вукан Бездоман.*сервер поште се не јавља/ })).toBeVisible();
  await page.goto(own);
  const role = page.locator('form', { has: page.locator('#role') });
  await role.locator('#role').selectOption('editor');
  await press(page, role.locator('.btns button[type=submit]').first());
  await page.goto('/sr-Cyrl/workspace/outbox?state=waits');
  const warning = page.getByRole('row', { name: /права промењена/ });
  await expect(warning).toContainText('Не може се одустати');
  await expect(warning.getByRole('button', { name: /Одустани/ })).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(own);
  await page.getByRole('button', { name: /везу|позив/i }).first().click();
  await expect(page.locator('input[readonly]')).toHaveValue(/\/sign-in\/link\//);
});
