import { expect, test } from '@playwright/test';
import { expectGone, send, signIn } from './staff.ts';

test('the projects: what is not known is said, no script', async ({ page }) => {
  const answer = await page.goto('/sr-Cyrl/projects');
  expect(answer?.status()).toBe(200);
  const line = page.locator('.rows .row').filter({ hasText: 'NI-PRO-002' });
  await expect(line).toContainText('TRANSPOWER');
  await expect(line).toContainText('Стање није познато');
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
});

test('the list narrows by words of either script and by who takes part', async ({ page }) => {
  await page.goto('/en/projects?q=klaster+sireva');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await expect(page.locator('.rows .row')).toContainText('Cheese Cluster South');
  await page.goto('/sr-Latn/projects?party=gtz');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await expect(page.locator('.facets input[name=party][value=gtz]')).toBeChecked();
  await page.goto('/sr-Cyrl/projects?party=gtz&q=%C4%87%C4%87%C4%87');
  await expect(page.locator('.empty')).toContainText('Ниједан пројекат не одговара');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('facets are boxes of a form; what is chosen stands in the address, goes by its chip, and what is not understood is told', async ({ page }) => {
    await page.goto('/en/projects');
    const germany = page.locator('.facets label').filter({ hasText: 'Germany' });
    await expect(germany.locator('.n')).toHaveText('1');
    await germany.locator('input').focus();
    await page.keyboard.press('Space');
    await page.locator('.facets button[type=submit]').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?country=DE$/);
    await expect(page.locator('.rows .row')).toHaveCount(1);
    await page.locator('#sort').selectOption('changed');
    await page.locator('.sort button').click();
    await expect(page).toHaveURL(/country=DE.*sort=changed|sort=changed.*country=DE/);
    await page.locator('.tag').filter({ hasText: 'Germany' }).click();
    await expect(page).toHaveURL(/\?sort=changed$/);
    await page.goto('/en/projects?standing=nonsense&year=1066&country=DE&page=77&party=%3Cscript%3E');
    await expect(page.locator('.rows .row')).toHaveCount(1);
    for (const told of ['standing=nonsense', 'year=1066', 'page=77', 'party=<script>']) await expect(page.locator('main')).toContainText(told);
  });
});

test('a project: a programme’s money is never the City’s, partners stand by role, in three forms', async ({ page }) => {
  await page.goto('/sr-Cyrl/projects/usaid-sldp');
  const money = page.locator('.money-row');
  await expect(money).toHaveCount(3);
  await expect(money.nth(0)).toContainText('Удео Града');
  await expect(money.nth(0)).toContainText('није познато');
  await expect(money.nth(1)).toContainText('22.000.000');
  await expect(page.locator('.table')).toContainText('развојни центар');
  await expect(page.locator('.miles')).toContainText('датум није познат');
  await expect(page.locator('main')).toContainText('Датуми нису познати');
  await page.goto('/sr-Latn/projects/usaid-sldp');
  await expect(page.locator('h1')).toHaveText('Projekat održivog lokalnog razvoja (USAID)');
  await page.goto('/en/projects/usaid-sldp');
  await expect(page.locator('h1')).toHaveText('Sustainable Local Development Project (USAID)');
  await expect(page.locator('.money-row').nth(1)).toContainText('22,000,000');
});

test('an unknown project is not there', async ({ request }) => {
  expect((await request.get('/sr-Cyrl/projects/nema-ga')).status()).toBe(404);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a project is drafted, refused, published, acted upon and withdrawn', async ({ page }) => {
      const title = scripts ? 'Пробни пројекат Југовац' : 'Пробни пројекат Чегар';
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/projects/new');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Назив');
      await page.locator('[id="title.sr-Cyrl"]').fill(title);
      if (scripts) await page.locator('details.part:has([id="coFinancingPercent"]) > summary').click();
      await page.locator('[id="coFinancingPercent"]').fill('100,5');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).not.toContainText('Назив'); // the second answer is drawn
      await expect(page.locator('[id="title.sr-Cyrl"]')).toHaveValue(title);
      await expect(page.locator('[id="coFinancingPercent"]')).toHaveValue('100,5');
      await page.locator('[id="coFinancingPercent"]').fill('15,5');
      await send(page);
      await expect(page.locator('h1')).toHaveText(title);
      await expect(page.locator('.desk-head')).toContainText('Нацрт');
      const record = page.url();

      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Улога Града');

      await page.goto(`${record}/edit`);
      await expect(page.locator('[id="coFinancingPercent"]')).toHaveValue('15.50');
      await page.locator('#ourRole').selectOption('lead');
      await page.locator('[id="partners.0.organisationId"]').fill('Нови Сад');
      await page.locator('[id="partners.0.role"]').selectOption('partner');
      await send(page);
      await page.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Објављено');
      await page.getByRole('link', { name: 'Јавна страна' }).click();
      await expect(page.locator('h1')).toHaveText(title);
      await expect(page.locator('.state')).toHaveText('Стање није познато');
      const address = page.url();

      await page.goto(`${record}/old-act`);
      await page.locator('#kind').selectOption('contracted');
      await page.locator('[id="on.year"]').fill('2999');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Датум је после данашњег дана');
      await expect(page.locator('#kind')).toHaveValue('contracted');
      await page.locator('[id="on.year"]').fill('2019');
      await send(page);
      await page.goto(`${record}/acts/new/closed`);
      await expect(page.locator('main form')).toHaveCount(0);
      await page.getByRole('link', { name: 'Унеси почетак спровођења' }).click();
      await page.locator('[id="on.year"]').fill('2018');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('у нескладу');
      await page.locator('[id="on.year"]').fill('2020');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('У току');
      await page.goto(address);
      await expect(page.locator('.state')).toHaveText('У току');
      await page.goto(`${record}/old-act`);
      await page.locator('#kind').selectOption('submitted');
      await page.locator('[id="on.year"]').fill('2021');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('не може да следи');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Повучено');
      await expectGone(page, address);
      await expect(page.locator('main')).toContainText('Унето за пробу.');
    });
  });
}

test('the second writer of a version sees both texts and loses nothing', async ({ page, context }) => {
  await signIn(page);
  await page.goto('/sr-Cyrl/workspace/projects/new');
  await page.locator('[id="title.sr-Cyrl"]').fill('Пројекат у два прозора');
  await send(page);
  await expect(page.locator('h1')).toHaveText('Пројекат у два прозора');
  const record = page.url();
  const other = await context.newPage();
  await page.goto(`${record}/edit`);
  await other.goto(`${record}/edit`);
  await other.locator('#website').fill('https://drugi.example');
  await send(other);
  await expect(other.locator('.sheet').first()).toContainText('drugi.example');
  await page.locator('[id="title.sr-Cyrl"]').fill('Пројекат у три прозора');
  expect(await send(page)).toBe(409);
  await expect(page.locator('[id="title.sr-Cyrl"]')).toHaveValue('Пројекат у три прозора');
  await expect(page.locator('#website')).toHaveValue('https://drugi.example');
  await send(page);
  await expect(page.locator('h1')).toHaveText('Пројекат у три прозора');
  await expect(page.locator('.sheet').first()).toContainText('drugi.example');
});
