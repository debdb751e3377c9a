import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { enterAs, invited, password } from './colleague.ts';
import { press, send, signIn } from './staff.ts';

const me = '/sr-Cyrl/workspace/me';
const next = 'седам лађи на језеру 3';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('somebody changes name, address and password of his own, and other sessions end with the password', async ({ page, browser }) => {
      const email = scripts ? 'vukosava@povelja.example' : 'zivorad@povelja.example';
      await signIn(page);
      const { own, colleague } = await invited(page, browser, { name: scripts ? 'Вукосава Читанка' : 'Живорад Потковица', email, role: 'editor', scripts });
      await colleague.locator('.me a[href$="/workspace/me"]').click();
      await expect(colleague).toHaveURL(/\/workspace\/me$/);
      await colleague.locator('#name').fill('');
      expect(await send(colleague)).toBe(422);
      await colleague.locator('#name').fill(scripts ? 'Вукосава Нова' : 'Живорад Нови');
      await send(colleague);
      await expect(colleague.locator('.me')).toContainText(scripts ? 'Вукосава Нова' : 'Живорад Нови');

      await colleague.goto(`${me}/email`);
      await colleague.locator('#email').fill(`nova-${email}`);
      await colleague.locator('#password').fill('погрешна лозинка 9');
      expect(await send(colleague)).toBe(422);
      await expect(colleague.locator('#email')).toHaveValue(`nova-${email}`);
      await expect(colleague.locator('#password')).toHaveValue('');
      await colleague.locator('#password').fill(password);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace\/me$/);
      await expect(colleague.locator('#sign-in')).toContainText(`nova-${email}`);

      const elsewhere = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
      expect(await enterAs(elsewhere, email)).toBe(422);
      await enterAs(elsewhere, `nova-${email}`);
      await expect(elsewhere).toHaveURL(/\/workspace$/);
      await colleague.goto(`${me}/password`);
      await expect(colleague.locator('#oldPassword')).toHaveAttribute('autocomplete', 'current-password');
      await expect(colleague.locator('#newPassword')).toHaveAttribute('autocomplete', 'new-password');
      await colleague.locator('#oldPassword').fill(password);
      await colleague.locator('#newPassword').fill('кратка');
      expect(await send(colleague)).toBe(422);
      await colleague.locator('#oldPassword').fill(password);
      await colleague.locator('#newPassword').fill(next);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace\/me$/);
      await elsewhere.goto('/sr-Cyrl/workspace');
      await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
      expect(await enterAs(elsewhere, `nova-${email}`)).toBe(422);
      await enterAs(elsewhere, `nova-${email}`, next);
      await expect(elsewhere).toHaveURL(/\/workspace$/);
      await own.close();
      await elsewhere.context().close();
    });

    test('sessions are listed and ended: one, all others, all; each is out at the next request', async ({ page, browser }) => {
      const email = scripts ? 'radunka@povelja.example' : 'cvetko@povelja.example';
      await signIn(page);
      const { own, colleague } = await invited(page, browser, { name: scripts ? 'Радунка Торбица' : 'Цветко Шибица', email, role: 'contributor', scripts });
      const others = await Promise.all([1, 2].map(async () => (await browser.newContext({ javaScriptEnabled: scripts })).newPage()));
      for (const other of others) await enterAs(other, email);
      await colleague.goto(me);
      await expect(colleague.locator('#sessions li')).toHaveCount(3);
      await expect(colleague.locator('#sessions li').first()).toContainText('ова пријава');
      await press(colleague, colleague.locator('#sessions li button').filter({ hasText: 'Одјави' }).first());
      await expect(colleague.locator('#sessions li')).toHaveCount(2);
      const out = async () => {
        const places = [];
        for (const other of others) {
          await other.goto('/sr-Cyrl/workspace');
          places.push(/\/sign-in/.test(other.url()));
        }
        return places.filter(Boolean).length;
      };
      expect(await out()).toBe(1);
      await press(colleague, colleague.getByRole('button', { name: 'Одјави све друге' }));
      await expect(colleague.locator('#sessions li')).toHaveCount(1);
      expect(await out()).toBe(2);
      const held = await own.cookies();
      await press(colleague, colleague.getByRole('button', { name: 'Одјави се свуда' }));
      await expect(colleague).toHaveURL(/\/sign-in$/);
      await own.addCookies(held.filter(({ name }) => name.includes('session')));
      await colleague.goto(me);
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      await own.close();
      for (const other of others) await other.context().close();
    });
  });
}

test('one’s own pages and the table of rights have no faults, at the desk and on a telephone, light and dark', async ({ page }) => {
  await signIn(page);
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const place of ['me', 'me/password', 'me/email', 'rights', 'people', 'people/new']) {
      await page.goto(`/en/workspace/${place}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), place).toBeLessThanOrEqual(0);
      expect(await faultsOf(page), place).toEqual([]);
      if (place === 'rights') await expect(page.getByRole('row', { name: /^Publishes/ })).toContainText('may');
    }
  }
});
