import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

test.describe('by keyboard, without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [form, q, kind, meant] of [['sr-Cyrl', 'нишу', 'Пројекти', 'мрежа'], ['sr-Latn', 'nišu', 'Projekti', 'mreža'], ['en', 'nis', 'Projects', 'network']] as const) {
    test(`the box of the header finds, facets narrow, a chip widens again: ${form}`, async ({ page }) => {
      await page.goto(`/${form}/about`);
      await page.locator('.mast-main input[name=q]').focus();
      await page.keyboard.type(q);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${form}/search\\?q=`));
      await expect(page.locator('h1')).toContainText(q);
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
      await expect(page.locator('.hits mark').first()).toHaveText(form === 'sr-Cyrl' ? /Ниш/ : /Niš/);
      const all = await page.locator('.hits .row').count();
      await page.locator('.facets label').filter({ hasText: kind }).locator('input').focus();
      await page.keyboard.press('Space');
      await page.locator('.facets button[type=submit]').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/q=.*type=project/);
      await expect(page.locator('.hits')).toHaveCount(1);
      await expect(page.locator('.hits h2')).toContainText(kind);
      expect(await page.locator('.hits .row').count()).toBeLessThan(all);
      await page.locator('.tag').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.hits .row')).toHaveCount(all);
      await page.locator('.hits h3 a').first().focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${form}/(agreements|networks|partners|programmes|projects)/`));
      const slip = form === 'en' ? 'netwrok' : form === 'sr-Latn' ? 'mrzea' : 'мрзеа';
      await page.goto(`/${form}/search?q=${encodeURIComponent(slip)}`);
      await page.locator('.empty').getByRole('link', { name: meant }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.hits .row')).not.toHaveCount(0);
    });
  }

  test('nothing asked helps; nonsense is told and passed over; nothing found leads on', async ({ page }) => {
    for (const q of ['', '?q=', '?q=%21%26%7C%3A*%28%29', '?q=%E2%80%AE%E2%80%8B']) {
      expect((await page.goto(`/sr-Cyrl/search${q}`))?.status()).toBe(200);
      await expect(page.getByRole('heading', { name: 'Како се тражи' })).toBeVisible();
    }
    expect((await page.goto('/sr-Cyrl/search?q=nis&type=nebo&country=YU&year=1066&verification=x&page=999&per-page=7'))?.status()).toBe(200);
    for (const told of ['type=nebo', 'country=YU', 'year=1066', 'verification=x', 'per-page=7']) await expect(page.locator('main')).toContainText(told);
    await expect(page.locator('.hits .row')).not.toHaveCount(0);
    expect((await page.goto(`/sr-Cyrl/search?q=${'ab'.repeat(700)}`))?.status()).toBe(200);
    expect([200, 400]).toContain((await page.goto(`/sr-Cyrl/search?q=${'a'.repeat(10_000)}`))?.status());
    await page.goto(`/sr-Cyrl/search?q=${encodeURIComponent('мрежа кромпир')}`);
    await page.locator('.empty').getByRole('link', { name: 'мрежа' }).click();
    await expect(page.locator('.hits .row')).not.toHaveCount(0);
  });

  test('a page that is missing has the box too', async ({ page }) => {
    expect((await page.goto('/en/no-such-page'))?.status()).toBe(404);
    await page.locator('.nf-find input').fill('usaid');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/search\?q=usaid$/);
    await expect(page.locator('.hits mark').first()).toHaveText('USAID');
  });
});

test('no page of the search has a fault that axe knows, light and dark', async ({ page }) => {
  test.setTimeout(120_000);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const at of ['/sr-Cyrl/search?q=usaid', '/sr-Latn/search?q=nis&type=project', '/en/search?q=serbia', '/sr-Cyrl/search', '/en/search?q=netwrok', '/sr-Cyrl/nema-je']) {
      await page.goto(at);
      expect([at, await faultsOf(page)]).toEqual([at, []]);
    }
  }
});
