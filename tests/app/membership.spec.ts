import { expect, test } from '@playwright/test';
import { send, signIn } from './staff.ts';

test('the networks: every one with the City’s membership, the years, no script', async ({ page }) => {
  const answer = await page.goto('/sr-Cyrl/networks');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('.rows .row')).toHaveCount(8);
  await expect(page.getByText('6 међународних и 2 националне мреже. За 2 чланства је познат датум приступања.')).toBeVisible();
  await expect(page.locator('.years-row')).toHaveCount(9);
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
});

test('a network: since when, by which act, and in three forms', async ({ page }) => {
  await page.goto('/sr-Cyrl/networks/ecad');
  await expect(page.locator('.answer-word')).toHaveText('Град Ниш је члан од маја 2007.');
  await expect(page.locator('.answer')).toContainText('Одлука Скупштине града о приступању није нађена.');
  await expect(page.locator('.miles')).toContainText('мај 2007.');
  await page.goto('/sr-Latn/networks/ecad');
  await expect(page.locator('.answer-word')).toHaveText('Grad Niš je član od maja 2007.');
  await page.goto('/en/networks/ecad');
  await expect(page.locator('.answer-word')).toHaveText('The City of Niš has been a member since May 2007.');
});

test('addresses: a network among the partners and a partner among the networks forward for good, an unknown one is not there', async ({ request }) => {
  for (const [asked, to] of [['/sr-Latn/partners/ecad', '/sr-Latn/networks/ecad'], ['/en/networks/usaid', '/en/partners/usaid'], ['/sr-Cyrl/partners/giz', '/sr-Cyrl/partners/gtz']]) {
    const forwarded = await request.get(`${asked}`, { maxRedirects: 0 });
    expect([forwarded.status(), forwarded.headers().location], asked).toEqual([308, to]);
  }
  expect((await request.get('/sr-Cyrl/networks/nema-je')).status()).toBe(404);
  expect((await request.get('/sr-Cyrl/networks/grad-nis')).status()).toBe(404);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a membership is drafted, refused, published, acted upon and withdrawn', async ({ page }) => {
      const member = scripts ? 'Нови Сад' : 'општина Дољевац';
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/partners?q=ECAD');
      await page.locator('tbody').getByRole('link', { name: 'Европски градови против дрога' }).click();
      const begin = page.getByRole('link', { name: 'Ново чланство' });
      await begin.click();
      await page.getByRole('link', { name: 'Одустани' }).click();
      await begin.click();
      await expect(page.locator('#networkId')).toHaveValue(/Европски градови против дрога/);
      await page.locator('#memberId').fill(member);
      await send(page);
      await expect(page.locator('h1')).toHaveText('Европски градови против дрога');
      await expect(page.locator('.desk-head')).toContainText('Нацрт');
      const record = page.url();
      await expect(page.locator('#next').getByRole('link', { name: 'Унеси разматрање приступања' })).toBeVisible();
      await page.getByRole('link', { name: 'Унеси ранији акт из извора' }).click();
      await page.locator('#kind').selectOption('joined');
      await page.locator('[id="on.year"]').fill('2010');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Активно чланство');

      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Извори');

      await page.goto(`${record}/edit`);
      await expect(page.locator('[id="acts.0.on.year"]')).toHaveCount(0);
      await page.locator('[id="sources.0.title.sr-Cyrl"]').fill('Записник скупштине мреже');
      await send(page);
      await page.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Објављено');
      await page.goto('/sr-Cyrl/networks/ecad');
      await expect(page.getByRole('listitem').filter({ hasText: member })).toContainText('Активно чланство');

      await page.goto(`${record}/acts/new/suspended`);
      await page.locator('[id="note.sr-Cyrl"]').fill('Чланарина није плаћена.');
      await page.locator('[id="on.year"]').fill('2999');
      await page.locator('#number').fill('06-7/2999');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Датум је после данашњег дана');
      await expect(page.locator('#number')).toHaveValue('06-7/2999');
      await page.locator('[id="on.year"]').fill('2015');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Обустављено чланство');
      await page.getByRole('link', { name: 'Поништи Обустава чланства' }).click();
      expect(await send(page)).toBe(422);
      await page.locator('#reason').fill('Унето грешком.');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Активно чланство');
      await page.goto(`${record}/acts/new/ended`);
      await expect(page.locator('main form')).toHaveCount(0);
      await expect(page.locator('.note')).toContainText('Унеси одлуку о иступању');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Повучено');
      await expect.poll(async () => (await page.request.get('/sr-Cyrl/networks/ecad')).text(), { timeout: 1_000, intervals: [20] }).not.toContain(member);
      await page.goto('/sr-Cyrl/networks/ecad');
      await expect(page.locator('main')).not.toContainText(member);
    });
  });
}
