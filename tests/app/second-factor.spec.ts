import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { press, send, signIn } from './staff.ts';

const desk = '/sr-Cyrl/workspace';
const own = `${desk}/me/second-factor`;
const password = 'седам ласта изнад Нишаве 5';
/** Enough beside a factor, and too little alone. */
const short = 'осам рода 12';
const longer = 'девет чапљи крај Нишаве 6';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a colleague sets up a second factor, comes in by it once a code, by a recovery code when the phone is away, and is let in again by an admin', async ({ page, browser }) => {
      const name = scripts ? 'Гроздана Вукашиновић' : 'Спасоје Бркић';
      const email = scripts ? 'grozdana@povelja.example' : 'spasoje@povelja.example';
      await signIn(page);
      await page.goto(`${desk}/people/new`);
      await page.locator('#name').fill(name);
      await page.locator('#email').fill(email);
      await page.locator('#role').selectOption('editor');
      await send(page);
      const link = await page.locator('input[readonly]').inputValue();

      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const colleague = await context.newPage();
      await colleague.goto(new URL(link).pathname);
      await colleague.locator('#newPassword').fill(password);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace$/);

      await colleague.goto(own);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/set-up$/);
      await expect(colleague.locator('svg.qr')).toBeVisible();
      if (scripts) expect((await new AxeBuilder({ page: colleague }).analyze()).violations).toEqual([]);
      const key = (await colleague.locator('.factor-key').innerText()).replaceAll(/\s/g, '');
      const codeAt = (steps: number) => TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + steps * 30_000 });
      await colleague.locator('#secondCode').fill('12');
      expect(await send(colleague)).toBe(422);
      await colleague.locator('#secondCode').fill(codeAt(0));
      await send(colleague);
      const codes = await colleague.locator('.codes li').allInnerTexts();
      expect(codes).toHaveLength(10);

      await leave(colleague);
      await first(colleague, email);
      await expect(colleague).toHaveURL(/\/sign-in\/code/);
      expect((await colleague.goto(`${desk}/partners`))?.url()).toContain('/sign-in?next=');
      await first(colleague, email);
      await colleague.locator('#secondCode').fill('000000');
      expect(await send(colleague)).toBe(422);
      await expect(colleague.locator('#secondCode')).toHaveValue('');
      await colleague.locator('#secondCode').fill(codeAt(1));
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace/);

      await leave(colleague);
      await first(colleague, email);
      await colleague.locator('#secondCode').fill(codes[0]!);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/second-factor\?recovered=1/);
      await expect(colleague.locator('main')).toContainText('остало је још 9');

      await colleague.goto(`${desk}/me/password`);
      await colleague.locator('#oldPassword').fill(password);
      await colleague.locator('#newPassword').fill(short);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace\/me(?:[?#]|$)/);

      await page.goto(`${desk}/people`);
      await page.getByRole('link', { name }).first().click();
      await page.locator('main a[href$="/second-factor"]').click();
      await page.locator('#reason').fill('Изгубљен телефон, проверено лично.');
      await send(page);
      await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}$/);
      await colleague.goto(desk);
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      await first(colleague, email, short);
      await expect(colleague).toHaveURL(/\/sign-in\/link\/[^/?]+\?short=1$/);
      await expect(colleague.locator('main')).toContainText('најмање 15 знакова');
      if (scripts) expect((await new AxeBuilder({ page: colleague }).analyze()).violations).toEqual([]);
      const at = colleague.url();
      await colleague.goto(desk);
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      await colleague.goto(at);
      await colleague.locator('#newPassword').fill('осам рода 1234');
      expect(await send(colleague)).toBe(422);
      await colleague.locator('#newPassword').fill(longer);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace$/);
      expect((await colleague.goto(at))?.status()).toBe(410);
      await context.close();
    });
  });
}

test('without scripts nothing offers to show a password; with them it is shown and hidden', async ({ page, browser }) => {
  await page.goto('/en/sign-in');
  await page.locator('#password').fill('nobody looks');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.locator('#password')).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.locator('#password')).toHaveAttribute('type', 'password');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/en/sign-in');
  await expect(plain.locator('#password')).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Show password' })).toHaveCount(0);
  await context.close();
});

async function first(page: Page, email: string, typed = password): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sr-Cyrl/sign-in');
  if (page.url().includes('/sign-in/code')) await page.goto('/sr-Cyrl/sign-in');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(typed);
  await send(page);
}

async function leave(page: Page): Promise<void> {
  await page.goto(desk);
  await press(page, page.locator('.me form button[type=submit]').last());
  await expect(page).toHaveURL(/\/sign-in/);
}
