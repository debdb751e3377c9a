import { expect, test, type Locator, type Page } from '@playwright/test';
import { admin } from '../site.ts';
import { send, signIn } from './staff.ts';

const desk = '/sr-Cyrl/workspace';

test('signing in and editing need no mouse', async ({ page }) => {
  await page.goto('/sr-Cyrl/sign-in');
  await tabTo(page, page.locator('#email'));
  await page.keyboard.type(admin.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(admin.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/workspace$/);

  await page.goto(`${desk}/partners?q=usaid`);
  await tabTo(page, page.locator('tbody th a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/partners\/[0-9a-f-]{36}$/);
  await tabTo(page, page.locator('.desk-head a[href$="/edit"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/edit$/);
  await tabTo(page, page.locator('[id="note.en"]'));
  await page.keyboard.type('Typed without a mouse.');
  await tabTo(page, page.locator('main form .btns button[type=submit]').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/partners\/[0-9a-f-]{36}$/);
  await page.goto(page.url().replace('/sr-Cyrl/', '/en/'));
  await expect(page.locator('main')).toContainText('Typed without a mouse.');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('who is not signed in is asked to, and comes back to where he wanted to be', async ({ page }) => {
      await page.goto(`${desk}/partners?q=usaid`);
      await expect(page).toHaveURL(/\/sr-Cyrl\/sign-in\?next=/);
      await page.locator('#email').fill(admin.email);
      await page.locator('#password').fill('погрешна лозинка 1');
      expect(await send(page)).toBe(422);
      await expect(page.locator('#email')).toHaveValue(admin.email);
      await expect(page.locator('#password')).toHaveValue('');
      await page.locator('#password').fill(admin.password);
      await send(page);
      await expect(page).toHaveURL(/\/sr-Cyrl\/workspace\/partners\?q=usaid$/);
    });

    test('after signing out neither the browser nor its old cookie gets in', async ({ page, context }) => {
      await signIn(page);
      const held = (await context.cookies()).filter(({ name }) => name.includes('session'));
      expect(held.map(({ name, httpOnly, secure, sameSite, path }) => ({ name, httpOnly, secure, sameSite, path })))
        .toEqual([{ name: '__Host-povelja.session', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
      await page.locator('.me form button[type=submit]').last().click();
      await expect(page).toHaveURL(/\/sign-in$/);
      expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
      await page.goto(`${desk}/partners`);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await context.addCookies(held);
      await page.goto(`${desk}/partners`);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    });
  });
}

test('next-auth tells who is signed in, gives no cookie, and is no second way in or out', async ({ page }) => {
  const ask = () => page.request.get('/api/auth/session');
  expect(await (await ask()).json()).toEqual({});
  await signIn(page);
  const answer = await ask();
  expect(await answer.json()).toEqual({ user: { name: 'ana', roles: expect.arrayContaining(['admin', 'publisher']) } });
  expect(answer.headers()['set-cookie']).toBeUndefined();
  for (const place of ['csrf', 'signin', 'signin/credentials', 'signout', 'providers', 'callback/credentials', 'session/x']) {
    expect((await page.request.get(`/api/auth/${place}`)).status(), place).toBe(404);
  }
  const origin = new URL(page.url()).origin;
  for (const place of ['signin', 'signout', 'callback/credentials', 'session']) {
    const posted = await page.request.post(`/api/auth/${place}`, { headers: { origin }, form: { csrfToken: 'x', json: 'true' } });
    expect(posted.status(), place).toBe(405);
  }
  // Whatever address to go on to stands there, next-auth's own reading of it falls over nothing and leads nowhere.
  for (const address of ['%E0%A4%A', 'http://[', '//evil.example', 'javascript:alert(1)', '\u0161']) {
    const cookie = `next-auth.callback-url=${encodeURIComponent(address)}; __Secure-next-auth.callback-url=${encodeURIComponent(address)}`;
    const met = await page.request.get(`/api/auth/session?callbackUrl=${encodeURIComponent(address)}`, { headers: { cookie } });
    expect([met.status(), met.headers().location, met.headers()['set-cookie']], address).toEqual([200, undefined, undefined]);
  }
  expect(await (await ask()).json()).not.toEqual({});
  await page.locator('.me form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await (await ask()).json()).toEqual({});
});

/** Presses Tab until the focus stands there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never came to ${String(target)}.`);
}
