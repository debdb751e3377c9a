import { expect, test } from '@playwright/test';
import { expectGone, send, signIn } from './staff.ts';

test('a programme: purpose, partners with roles, money that keeps its scope, projects', async ({ page }) => {
  const answer = await page.goto('/sr-Cyrl/programmes/rsedp-2');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('h1')).toContainText('RSEDP 2');
  const rows = page.locator('.money-row');
  await expect(rows.filter({ hasText: 'Удео Града' })).toContainText('није познато');
  await expect(rows.filter({ hasText: 'Цео програм' })).toContainText('9.000.000');
  await expect(page.getByRole('row').filter({ hasText: 'WYG International' })).toContainText('водећи члан конзорцијума');
  await expect(page.locator('.row')).toContainText('Кластер сирева Југ');
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  expect((await page.goto('/en/programmes/nema-ga'))?.status()).toBe(404);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const name = scripts ? 'Програм пробе са скриптама' : 'Програм пробе без скрипти';

    test('a programme is drafted, refused, published, saved twice at once and withdrawn', async ({ page, context }) => {
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/programmes/new');
      await page.locator('[id="objectives.0.sr-Cyrl"]').fill('циљ који остаје уписан');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Назив');
      await expect(page.locator('[id="objectives.0.sr-Cyrl"]')).toHaveValue('циљ који остаје уписан');
      await page.locator('[id="name.sr-Cyrl"]').fill(name);
      await page.locator('[id="objectives.0.en"]').fill('a goal that stays');
      await send(page);
      await expect(page.locator('h1')).toHaveText(name);
      const record = page.url();

      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Финансијер');

      const other = await context.newPage();
      await page.goto(`${record}/edit`);
      await other.goto(`${record}/edit`);
      await page.locator('[id="funderNote.sr-Cyrl"]').fill('Извор не именује финансијера.');
      await send(page);
      await other.locator('#cci').fill('2007CB16IPO006');
      await other.locator('[id="funderNote.sr-Cyrl"]').fill('Није познат.');
      expect(await send(other)).toBe(409);
      await expect(other.locator('main')).toContainText('Извор не именује финансијера.');
      await expect(other.locator('#cci')).toHaveValue('2007CB16IPO006');
      await send(other);
      await expect(other.locator('.sheet')).toContainText('2007CB16IPO006');
      await other.close();

      await page.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Објављено');
      const address = await page.getByRole('link', { name: 'Јавна страна' }).getAttribute('href');
      const shown = await page.goto(`${address}`.replace('sr-Cyrl', 'sr-Latn'));
      expect(shown?.status()).toBe(200);
      await expect(page.locator('.list')).toContainText('cilj koji ostaje upisan');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await expectGone(page, `${address}`);
      await expect(page.locator('main')).toContainText('Унето за пробу.');
    });
  });
}
