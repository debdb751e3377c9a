import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { send, signIn, taken } from './staff.ts';

const partners = '/sr-Cyrl/workspace/partners';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const mark = scripts ? 'Табела а' : 'Табела б';

    test('a table is narrowed, its columns chosen and the view kept; many records are published at once, one of them refused with its reason; the same goes out as a sheet', async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page);
      for (const name of [`${mark} 1`, `${mark} 2`, `${mark} 3`]) await enter(page, name, name.endsWith('3') ? 'Само на српском.' : '');

      await page.goto(partners);
      await page.locator('.filters input[name=q]').fill(mark);
      await page.locator('.filters select[name=publication]').selectOption('draft');
      await page.locator('.filters').getByRole('button', { name: 'Примени' }).click();
      await expect(page.locator('.tags')).toContainText('Објава: Нацрт');
      await expect(page.locator('tbody tr')).toHaveCount(3);
      await page.locator('summary', { hasText: 'Колоне' }).click();
      const shown = page.locator('.column-choice input:checked');
      while (await shown.count() > 0) await shown.first().uncheck();
      await page.getByLabel('Шифра', { exact: true }).check();
      await page.getByRole('button', { name: 'Прикажи' }).click();
      await expect(page.locator('thead th')).toHaveText(['Назив', 'Шифра']);
      await page.locator('thead').getByRole('link', { name: 'Шифра' }).click();
      await expect(page.locator('thead th').nth(1)).toHaveAttribute('aria-sort', 'ascending');

      await page.getByRole('link', { name: 'Сачувај преглед' }).click();
      await page.locator('#name').fill(`Преглед: ${mark}`);
      await send(page);
      await expect(page.locator('.views [aria-current]')).toContainText(`Преглед: ${mark}`);
      await expect(page.locator('thead th')).toHaveText(['Назив', 'Шифра']);
      await page.getByRole('link', { name: 'Сачувај преглед' }).click();
      await page.locator('#name').fill(`Преглед: ${mark}`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('под тим именом већ постоји');
      await page.goBack();

      await page.goto(`${partners}?q=${encodeURIComponent(mark)}&publication=draft&sort=code`);
      await page.locator('.bulk').getByRole('button', { name: 'Објави' }).click();
      await expect(page.locator('.bulk-issue')).toContainText('Ништа није изабрано');
      await page.locator('.bulk input[name=all]').check();
      await page.locator('.bulk').getByRole('button', { name: 'Објави' }).click();
      await expect(page.locator('h1')).toHaveText('Објави');
      await expect(page.locator('main')).toContainText('Објављују се 3 записа');
      const asked = page.url();
      await send(page);
      await expect(page.locator('main output')).toHaveText('Урађена 2 записа, 1 одбијен.');
      await expect(page.locator('tbody tr').first()).toContainText(`${mark} 3`);
      await expect(page.locator('tbody tr').first()).toContainText('енглески');
      await page.goto(asked);
      await expect(page.locator('main output')).toHaveText('Урађена 2 записа, 1 одбијен.');
      for (const back of await page.getByRole('link', { name: 'Назад на табелу' }).all()) await expect(back).toHaveAttribute('href', `${partners}?${new URLSearchParams({ q: mark, publication: 'draft', sort: 'code' })}`);

      const sheet = await page.request.get(`/sr-Cyrl/workspace/tables/partners/csv?q=${encodeURIComponent(mark)}&sort=code&columns=code&columns=publication`);
      expect([sheet.status(), sheet.headers()['cache-control']]).toEqual([200, 'no-store']);
      const lines = (await sheet.text()).split('\r\n');
      expect(lines[0]).toBe('\uFEFF"Назив";"Шифра";"Објава"');
      expect(lines.slice(1, 4).map((line) => line.replace(/NI-[A-Z]+-\d+/, ''))).toEqual([`"${mark} 1";"";"Објављено"`, `"${mark} 2";"";"Објављено"`, `"${mark} 3";"";"Нацрт"`]);
    });
  });
}

test('what is chosen is kept from page to page; the keys move between rows and choose; no fault of access', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto(`${partners}?per-page=25&sort=code`);
  await taken(page.locator('section.scroll'));
  await page.locator('section.scroll').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tbody tr').nth(1).locator('th a')).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.locator('tbody tr').nth(1).locator('input')).toBeChecked();
  await page.keyboard.press('End');
  await expect(page.locator('tbody tr').last().locator('th a')).toBeFocused();
  await page.goto(`${partners}?sort=-code`);
  await page.locator('tbody tr').first().locator('input').check();
  await expect(page.locator('.bulk b')).toContainText('Изабрана 2 записа');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('.bulk').getByRole('button', { name: 'Провера' }).click();
  await expect(page.locator('main')).toContainText('Мења се провера 2 записа');
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('thead, .desk-head').getByRole('link', { name: 'Назад на табелу' }).click();
  await expect(page).toHaveURL(`${partners}?sort=-code`);
  await page.getByRole('button', { name: 'Поништи избор' }).click();
  await expect(page.locator('.bulk b')).toContainText('Ниједан запис није изабран');
});

test('a sheet is for staff alone, and what nobody asked for is told', async ({ page, request }) => {
  const asked = await request.get('/sr-Cyrl/workspace/tables/partners/csv', { maxRedirects: 0 });
  expect([asked.status(), asked.headers().location]).toEqual([303, '/sr-Cyrl/sign-in?next=%2Fsr-Cyrl%2Fworkspace%2Ftables%2Fpartners%2Fcsv']);
  await signIn(page);
  await page.goto(`${partners}?kind=bajka&sort=lepota&page=900`);
  await expect(page.locator('main .note')).toContainText('kind=bajka');
  await expect(page.locator('main .note')).toContainText('sort=lepota');
  await expect(page.locator('main .note')).toContainText('page=900');
});

/** A draft; with a description in Serbian alone it cannot be published. */
async function enter(page: Page, name: string, description: string): Promise<void> {
  await page.goto(`${partners}/new`);
  await page.locator('[id="name.sr-Cyrl"]').fill(name);
  await page.locator('#kind').selectOption('company');
  if (description) await page.locator('[id="description.sr-Cyrl"]').fill(description);
  await send(page);
  await expect(page.locator('h1')).toHaveText(name);
}
