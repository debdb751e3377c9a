import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the register is narrowed by keyboard alone, and each choice is a chip that takes it away', async ({ page }) => {
    await page.goto('/sr-Cyrl/agreements');
    await expect(page.locator('.bar-count')).toContainText('3');
    await expect(page.locator('.tags')).toHaveCount(0);
    await ticked(page, 'type', 'memorandum_of_understanding');
    await ticked(page, 'type', 'cooperation_agreement');
    await ticked(page, 'undated', '1');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/type=memorandum_of_understanding/);
    await expect(page.locator('.rows .row')).toHaveCount(2);
    await expect(page.locator('.tags .tag')).toHaveText([/Меморандум о разумевању/, /Споразум о сарадњи/, /без датума/]);
    // The facet itself goes on counting what choosing each of its values would leave.
    await expect(page.locator('label.tick', { has: page.locator('[value=intermunicipal_cooperation_agreement]') }).locator('.n')).toHaveText('1');
    await expect(page.locator('label.tick', { has: page.locator('[name=standing][value=in_force]') }).locator('.n')).toHaveText('0');

    await page.locator('.tags .tag', { hasText: 'Споразум о сарадњи' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/cooperation_agreement/);
    await expect(page.locator('.rows .row')).toHaveCount(1);
    await page.locator('.tags a:not(.tag)').click();
    await expect(page).toHaveURL(/\/sr-Cyrl\/agreements$/);
    await expect(page.locator('.rows .row')).toHaveCount(3);
  });

  test('words, order and the number on a page keep what is chosen', async ({ page }) => {
    await page.goto('/en/agreements?standing=signed&country=US');
    await expect(page.locator('.rows .row')).toHaveCount(2);
    await page.locator('main input[type=search]').fill('urban institute');
    await page.keyboard.press('Enter');
    await expect(page.locator('.rows .row')).toHaveCount(1);
    await page.locator('#sort').selectOption('title');
    await page.locator('.sort button').click();
    await expect(page).toHaveURL(/standing=signed/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'urban institute', standing: 'signed', country: 'US', sort: 'title' });
    await expect(page.locator('.tags .tag')).toHaveCount(3);
    await page.locator('.lang a[hreflang="sr-Latn"]').click();
    await expect(page).toHaveURL(/\/sr-Latn\/agreements\?.*standing=signed/);
    await expect(page.locator('.rows .row')).toHaveCount(1);
  });

  test('what is not understood is told, and the page draws the rest', async ({ request }) => {
    for (const query of [
      'type=nonsense', 'party=nema-ga', 'year=1234', 'page=99999', 'page=-1', 'per-page=7', 'from=abc', 'to=999999999999', 'undated=2', 'sort=price', 'country=XX', 'standing=renewed',
      `q=${'a'.repeat(2_000)}`, 'verification=%E2%80%AE', 'field[]=economy&field=x',
    ]) {
      const answer = await request.get(`/sr-Cyrl/agreements?${query}`);
      expect([answer.status(), (await answer.text()).includes('Део адресе није препознат')], query).toEqual([200, true]);
    }
    for (const query of ['year=%00', `q=${'a'.repeat(10_000)}`]) expect((await request.get(`/sr-Cyrl/agreements?${query}`)).status()).toBe(400);
    for (const query of ['q=%22', "q='+OR+1%3D1--", 'q=%E2%80%AE%E2%80%8B', 'q=%26%7C!%3A*()', 'from=&to=&q=', 'utm_source=x']) {
      expect((await request.get(`/sr-Cyrl/agreements?${query}`)).status(), query).toBe(200);
    }
  });
});

test('on a phone the facets are a drawer, opened and left by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/sr-Cyrl/agreements?verification=unverified');
  const drawer = page.locator('#facets');
  await expect(drawer).toBeHidden();
  const button = page.getByRole('button', { name: 'Сузите списак (1)' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await drawer.locator('[name=procedure][value=donor]').press('Space');
  await drawer.getByRole('button', { name: 'Примени' }).press('Enter');
  await expect(page.locator('.rows .row')).toHaveCount(2);
  await expect(page.locator('.tags .tag')).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('the register has no faults for axe, light and dark, narrow and wide', async ({ browser }) => {
  for (const [form, width, colorScheme] of [['sr-Cyrl', 1280, 'dark'], ['en', 390, 'light'], ['sr-Latn', 320, 'dark']] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`/${form}/agreements?standing=signed&type=nonsense&undated=1`);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await context.close();
  }
});

/** Ticks a box with the space bar; the focus stays there. */
async function ticked(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`#facets [name="${name}"][value="${value}"]`).press('Space');
}
