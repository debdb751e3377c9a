import { expect, test, type Page } from '@playwright/test';
import { send, signIn } from './staff.ts';

const project = 'пројекат: EXCHANGE 2 – Заједничка подршка локалним самоуправама у Србији (NI-PRO-001)';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a document is drafted, refused, published and withdrawn; the public sees it with its record', async ({ page }) => {
      const title = scripts ? 'Записник са пробе' : 'Допис са пробе';
      await signIn(page);
      const record = await drafted(page, title);
      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Зашто нема датотеке');
      await page.goto(`${record}/edit`);
      await page.locator('[id="absentReason.sr-Cyrl"]').fill('Примерак није нађен.');
      await page.locator('[id="absentReason.en"]').fill('No copy was found.');
      await page.locator('input[name=visibility][value=public]').check();
      await send(page);
      await expect(page.locator('.sheet').first()).toContainText('јавно');
      await page.goto(`${record}/publish`);
      await send(page);
      await page.goto('/en/projects/exchange-2');
      await expect(page.locator('.docs li').filter({ hasText: title })).toContainText('No copy was found.');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await page.goto('/en/projects/exchange-2');
      await expect(page.locator('main')).not.toContainText(title);
    });
  });
}

test('of a withheld one the public reads the kind and the reason, never the title', async ({ page }) => {
  await signIn(page);
  const record = await drafted(page, 'Тајни списак');
  await page.goto(`${record}/edit`);
  await page.locator('[id="absentReason.sr-Cyrl"]').fill('Датотека се не уноси.');
  await page.locator('[id="absentReason.en"]').fill('No file is kept.');
  await page.locator('[id="withheldReason.sr-Cyrl"]').fill('Садржи податке о личности.');
  await page.locator('[id="withheldReason.en"]').fill('It holds personal data.');
  await page.locator('input[name=visibility][value=confidential]').check();
  await send(page);
  await page.goto(`${record}/publish`);
  await send(page);
  await page.goto('/en/projects/exchange-2');
  await expect(page.locator('.docs')).toContainText('It holds personal data.');
  expect(await page.content()).not.toContain('Тајни списак');
  await page.goto(`${record}/withdraw`);
  await page.locator('[id="publicReason.sr-Cyrl"]').fill('Крај пробе.');
  await send(page);
});

async function drafted(page: Page, title: string): Promise<string> {
  await page.goto('/sr-Cyrl/workspace/documents/new');
  await page.locator('[id="title.sr-Cyrl"]').fill(title);
  await page.locator('#kind').selectOption('minutes');
  await page.locator('#language').selectOption('sr');
  await page.locator('[id="links.0.record"]').fill(project);
  await send(page);
  await expect(page.locator('h1')).toHaveText(title);
  return page.url();
}
