import { expect, test } from '@playwright/test';
import { send, signIn } from './staff.ts';

const people = '/sr-Cyrl/workspace/people';
const password = 'четири крушке у корпи 8';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a colleague is invited, enters by a link that works once, may what the role says, and is out once deactivated', async ({ page, browser }) => {
      const name = scripts ? 'Јована Проба' : 'Милош Проба';
      const email = scripts ? 'jovana@povelja.example' : 'milos@povelja.example';
      await signIn(page);
      await page.goto(`${people}/new`);
      await page.locator('#name').fill(name);
      await page.locator('#email').fill('није адреса');
      expect(await send(page)).toBe(422);
      await expect(page.locator('#name')).toHaveValue(name);
      await page.locator('#email').fill(email);
      await page.locator('#role').selectOption('contributor');
      await send(page);
      const link = await page.locator('input[readonly]').inputValue();

      const own = await browser.newContext({ javaScriptEnabled: scripts });
      const colleague = await own.newPage();
      await colleague.goto(new URL(link).pathname);
      await colleague.locator('#newPassword').fill('кратка');
      expect(await send(colleague)).toBe(422);
      await expect(colleague.locator('#newPassword')).toHaveValue('');
      await colleague.locator('#newPassword').fill(password);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace$/);
      await expect(colleague.locator('.me')).toContainText(name);
      expect((await colleague.goto('/sr-Cyrl/workspace/partners/new'))?.status()).toBe(200);
      expect((await colleague.goto(people))?.status()).toBe(404);
      expect((await page.goto(new URL(link).pathname))?.status()).toBe(410);

      await page.goto(people);
      await page.getByRole('link', { name }).click();
      await page.getByRole('button', { name: 'Искључи' }).click();
      await expect(page.getByRole('button', { name: 'Врати приступ' })).toBeVisible();
      await colleague.goto('/sr-Cyrl/workspace');
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      await colleague.locator('#email').fill(email);
      await colleague.locator('#password').fill(password);
      expect(await send(colleague)).toBe(422);
      await own.close();
    });
  });
}
