import { expect, test, type Page } from '@playwright/test';
import { belgradeToday } from '#messages/dates.ts';
import { faultsOf } from './axe.ts';
import { press, send, signIn } from './staff.ts';

async function partner(page: Page, name: string, website = ''): Promise<string> {
  await page.goto('/sr-Cyrl/workspace/partners/new');
  await page.locator('[id="name.sr-Cyrl"]').fill(name);
  await page.locator('#kind').selectOption('ngo');
  if (website) await page.locator('#website').fill(website);
  await send(page);
  await expect(page.locator('h1')).toHaveText(name);
  return page.url();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const mark = scripts ? 'са скриптама' : 'без скрипти';

    test('a change is undone, an earlier text comes back through the form, and a day shows what stood on it', async ({ page }) => {
      await signIn(page);
      const record = await partner(page, `Историјски клуб ${mark}`, 'https://prvi.example');
      await expect(page.locator('.undo'), 'a new record is no change to undo').toHaveCount(0);
      await page.goto(`${record}/edit`);
      await page.locator('#website').fill('https://drugi.example');
      await send(page);
      await expect(page).toHaveURL(record);
      await expect(page.locator('.undo')).toContainText('измењено');
      await page.locator('.undo .btn').click();
      await expect(page.locator('.hist > li').first()).toContainText('Поништена последња измена');
      await expect(page.locator('.sheet')).toContainText('prvi.example');

      await page.goto(`${record}/edit`);
      await page.locator('#website').fill('https://treci.example');
      await send(page);
      await page.goto(`${record}/history`);
      await expect(page.locator('.hist > li')).toHaveCount(4);
      await page.locator('select[name=field]').selectOption('organisation.website');
      await page.getByRole('button', { name: 'Прикажи' }).click();
      await expect(page).toHaveURL(/field=organisation\.website/);
      await expect(page.locator('.hist del', { hasText: 'prvi' }).first()).toBeVisible();
      if (scripts) expect(await faultsOf(page)).toEqual([]);

      await page.locator('.hist h2 a').last().click();
      await expect(page.locator('h1')).toHaveText('Једна измена');
      await expect(page.locator('dl.diff')).toContainText('prvi.example');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      const version = page.url();
      await send(page);
      await expect(page).toHaveURL(/\/edit\?unsent/);
      await expect(page.locator('#website')).toHaveValue('https://prvi.example');

      // What stands unsent in the form is not thrown away unasked.
      await page.goto(version);
      expect(await press(page, page.locator('main form .btns button[type=submit]').first())).toBe(422);
      await expect(page.locator('.look')).toContainText('имате непослат текст');
      await expect(page.locator('.look a')).toHaveAttribute('href', /\/edit\?unsent=1$/);
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await page.locator('.look button[name=anyway]').click();
      await expect(page).toHaveURL(/\/edit\?unsent/);
      await expect(page.locator('#website')).toHaveValue('https://prvi.example');
      await send(page);
      await expect(page).toHaveURL(record);
      await expect(page.locator('.sheet')).toContainText('prvi.example');

      await page.goto(`${record}/history?on=2020-01-01`);
      await expect(page.locator('main')).toContainText('Тог дана запис још није био унет');
      await page.goto(`${record}/history?on=${belgradeToday(new Date())}`);
      await expect(page.locator('dl.diff')).toContainText(`Историјски клуб ${mark}`);
      await page.getByRole('link', { name: 'Промена после које је било тако' }).click();
      await expect(page.getByRole('button', { name: 'Стави га у образац' })).toBeVisible();
      await page.goto(`${record}/history?on=2026-02-31`);
      await expect(page.locator('main')).toContainText('2026-02-31');
      await expect(page.locator('.hist')).toBeVisible();
    });

    test('what is typed into the form of a double while another merges it waits in the form of the record that stays', async ({ page, browser }) => {
      await signIn(page);
      const [kept, double] = [await partner(page, `Удружење река ${mark}`), await partner(page, `Река удружење ${mark}`)];
      await page.goto(`${double}/edit`);
      await page.locator('[id="note.sr-Cyrl"]').fill(`Откуцано пре спајања ${mark}`);
      const other = await browser.newContext({ javaScriptEnabled: false });
      const merging = await other.newPage();
      await signIn(merging);
      await merging.goto(`${kept}/merge?with=${double.split('/').at(-1)}`);
      await merging.locator('#reason').fill('уписано два пута');
      await send(merging);
      await expect(merging).toHaveURL(kept);
      await other.close();

      await page.locator('main form .btns button[type=submit]').first().click();
      await expect(page).toHaveURL(`${kept}/edit?merged=on`);
      await expect(page.locator('.note')).toContainText('био је двојник и у међувремену је спојен са овим');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'Настави с њим' }).click();
      await expect(page.locator('[id="note.sr-Cyrl"]')).toHaveValue(`Откуцано пре спајања ${mark}`);
      await expect(page.locator('[id="name.sr-Cyrl"]')).toHaveValue(`Удружење река ${mark}`);
    });

    test('a double is merged, and both its addresses lead to the record that stays', async ({ page, request }) => {
      await signIn(page);
      const kept = await partner(page, `Савез мостова ${mark}`);
      const double = await partner(page, `Мостови савез ${mark}`, 'https://mostovi.example');
      for (const record of [kept, double]) {
        await page.goto(`${record}/publish`);
        await send(page);
        await expect(page).toHaveURL(record);
      }
      const old = await page.getByRole('link', { name: 'Јавна страна' }).getAttribute('href');
      await page.goto(`${kept}/merge`);
      await page.locator('.doubles a', { hasText: `Мостови савез ${mark}` }).click();
      await expect(page.locator('.diff')).toContainText('mostovi.example');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Зашто су једно те исто');
      await page.locator('#reason').fill('уписано два пута');
      await send(page);
      await expect(page).toHaveURL(kept);
      await expect(page.locator('.sheet')).toContainText('mostovi.example');
      await page.goto(double);
      await expect(page).toHaveURL(kept);
      await expect.poll(async () => (await request.get(old ?? '', { maxRedirects: 0 })).status(), { timeout: 5_000 }).toBe(308);
      await page.goto('/sr-Cyrl/workspace/history?noun=organisation');
      await expect(page.locator('.hist')).toContainText(`Спојен двојник: Савез мостова ${mark}`);
      if (scripts) expect(await faultsOf(page)).toEqual([]);

      await page.goto(kept);
      await expect(page.locator('.undo')).toContainText('спојен двојник');
      await page.locator('.undo .btn').click();
      await expect(page.locator('.hist > li').first()).toContainText('Поништена последња измена');
      await expect(page.locator('.sheet')).not.toContainText('mostovi.example');
      expect((await page.goto(double))?.status()).toBe(200);
      await expect.poll(async () => (await request.get(old ?? '', { maxRedirects: 0 })).status(), { timeout: 5_000 }).toBe(200);
    });
  });
}
