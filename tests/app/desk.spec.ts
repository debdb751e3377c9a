import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { send, signIn } from './staff.ts';

const desk = '/sr-Cyrl/workspace';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const name = scripts ? 'Проба стола са скриптама' : 'Проба стола без скрипти';

    test('a draft waits on the desk and is one press away from being published', async ({ page }) => {
      await signIn(page);
      await page.goto(`${desk}/partners/new`);
      await page.locator('[id="name.sr-Cyrl"]').fill(name);
      await page.locator('#kind').selectOption('company');
      await send(page);
      await expect(page.locator('h1')).toHaveText(name);
      await page.goto(desk);
      const line = page.locator('.todo-group', { hasText: 'Чека објаву' }).locator('li', { hasText: name });
      await line.getByRole('link', { name: /^Објави/ }).click();
      await expect(page).toHaveURL(/\/partners\/[0-9a-f-]{36}\/publish$/);
      await page.goto(desk);
      await expect(page.locator('.card', { hasText: 'Последње измене' })).toContainText(name);
    });
  });
}

test('a milestone that is late is settled from the desk', async ({ page }) => {
  await signIn(page);
  await page.goto(`${desk}/milestones/new`);
  await page.locator('[id="title.sr-Cyrl"]').fill('Проба кашњења на столу');
  await page.locator('[id="planned.year"]').fill('2019');
  await send(page);
  await page.goto(desk);
  const line = page.locator('.todo-group', { hasText: 'Прекретнице у кашњењу' }).locator('li', { hasText: 'Проба кашњења на столу' });
  await expect(line).toContainText('касни');
  await expect(line.getByRole('link', { name: /^Одложи/ })).toBeVisible();
  await line.getByRole('link', { name: /^Остварено/ }).click();
  await expect(page).toHaveURL(/\/complete$/);
  await send(page);
  await page.goto(desk);
  await expect(page.locator('.todo-group', { hasText: 'Прекретнице у кашњењу' }).locator('li', { hasText: 'Проба кашњења на столу' })).toHaveCount(0);
});

test('the office stands there in figures, each table with its picture, on a wide page and on a phone', async ({ page }) => {
  await signIn(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const form of ['sr-Cyrl', 'sr-Latn', 'en']) {
      await page.goto(`/${form}/workspace`);
      await expect(page.locator('.figures').first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${form} at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.goto(desk);
  await expect(page.locator('.card', { hasText: 'Споразуми по стању' }).locator('tbody tr').first()).toContainText(/\d/);
  await expect(page.locator('.card', { hasText: 'Измене по недељама' }).locator('tbody tr')).toHaveCount(12);
  await expect(page.locator('.week li')).toHaveCount(7);
});

test('help says what every state means, who may do what, and the words in three forms', async ({ page }) => {
  await signIn(page);
  await openHelp(page, 'sr-Cyrl');
  await expect(page.locator('#states')).toContainText('Обавезује стране.');
  await expect(page.locator('#rights a')).toHaveAttribute('href', /\/workspace\/rights$/);
  await page.locator('#glossary summary').nth(2).click();
  await expect(page.locator('#glossary')).toContainText('prećutno produženje');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await openHelp(page, 'en');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
  }
});

async function openHelp(page: Page, form: string): Promise<void> {
  await page.goto(`/${form}/workspace/help`);
  await expect(page.locator('h1')).toBeVisible();
}
