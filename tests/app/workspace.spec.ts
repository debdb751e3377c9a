import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { send, signIn } from './staff.ts';

const partners = '/sr-Cyrl/workspace/partners';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const way = scripts ? 'са скриптама' : 'без скрипти';
    const slug = scripts ? 'proba-puta-sa-skriptama' : 'proba-puta-bez-skripti';

    test('an organisation is refused, entered, edited, published, corrected and withdrawn, and the public follows', async ({ page, request }) => {
      await signIn(page);
      await page.goto(`${partners}/new`);
      await write(page, 'name.sr-Cyrl', `Проба пута ${way}`);
      await write(page, 'website', 'није адреса');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Врста');
      await page.locator('.errs').getByRole('link', { name: /Веб/ }).click();
      await expect(page.locator('#website')).toBeFocused();
      await expect(page.locator('#website')).toHaveValue('није адреса');
      await expect(page.locator('[id="name.sr-Cyrl"]')).toHaveValue(`Проба пута ${way}`);
      await page.locator('#kind').selectOption('company');
      await write(page, 'website', 'https://example.org/');
      await send(page);
      await expect(page.locator('h1')).toHaveText(`Проба пута ${way}`);
      const [record] = page.url().split('#');

      await page.goto(`${record}/edit`);
      await write(page, 'place.sr-Cyrl', 'Прокупље');
      await send(page);
      await expect(page.locator('.sheet')).toContainText('Прокупље');

      const address = `/sr-Latn/partners/${slug}`;
      expect((await request.get(address)).status()).toBe(404);
      await page.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Објављено');
      await follows(request, address, (status, text) => status === 200 && text.includes('Prokuplje'));

      await page.goto(`${record}/edit`);
      await write(page, 'place.sr-Cyrl', 'Куршумлија');
      await send(page);
      await follows(request, address, (_status, text) => text.includes('Kuršumlija') && !text.includes('Prokuplje'));

      await page.goto(`${record}/withdraw`);
      expect(await send(page)).toBe(422);
      await write(page, 'publicReason.sr-Cyrl', 'Унето за пробу.');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Повучено');
      await follows(request, address, (status, text) => status === 410 && text.includes('Uneto za probu.') && !text.includes('Kuršumlija'));
    });

    test('the second of two who save one version sees both texts, and saves them merged', async ({ page, context }) => {
      await signIn(page);
      await enter(page, `Проба сукоба ${way}`);
      const record = page.url();
      const other = await context.newPage();
      await page.goto(`${record}/edit`);
      await other.goto(`${record}/edit`);
      await write(page, 'place.sr-Cyrl', 'Сврљиг');
      await write(page, 'note.sr-Cyrl', 'Белешка првог.');
      await send(page);

      await write(other, 'place.sr-Cyrl', 'Алексинац');
      await write(other, 'website', 'https://example.org/drugi');
      expect(await send(other)).toBe(409);
      const picks = other.locator('[id="place"] .pick-one');
      await expect(picks).toHaveText([/Алексинац/, /Сврљиг/]);
      await expect(other.locator('#website')).toHaveValue('https://example.org/drugi');
      await expect(other.locator('[id="note.sr-Cyrl"]')).toHaveValue('Белешка првог.');
      await page.reload();
      await expect(page.locator('.sheet')).toContainText('Сврљиг');
      await send(other);
      await expect(other.locator('.sheet')).toContainText('Алексинац');
      await expect(other.locator('.sheet')).toContainText('example.org');
      await expect(other.locator('main')).toContainText('Белешка првог.');
    });

    test('of two who publish one draft the second is told that it has changed, and is not sent to compare texts', async ({ page, context }) => {
      await signIn(page);
      await enter(page, `Објава у два прозора ${way}`);
      const record = page.url();
      const other = await context.newPage();
      await page.goto(`${record}/publish`);
      await other.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.pub').first()).toHaveText('Објављено');
      expect(await send(other)).toBe(409);
      if (scripts) {
        await expect(other.locator('.errs')).toContainText('Запис је у међувремену измењен, па ово није учињено');
        await other.getByRole('link', { name: 'Погледај како сада стоји' }).click();
        await expect(other.locator('.errs')).toHaveCount(0);
      }
      await expect(other.locator('main')).toContainText('Запис је већ објављен');
      await expect(other.locator('.pub').first()).toHaveText('Објављено');
    });

    test('a double click enters one record', async ({ page }) => {
      // Far from each other, or the second would be asked about the first.
      const name = scripts ? 'Двоклик у Нишу' : 'Дугме притиснуто двапут';
      await signIn(page);
      await fill(page, name);
      await page.locator('main form .btns button[type=submit]').first().dblclick();
      await expect(page.locator('h1')).toHaveText(name);
      await page.goto(`${partners}?q=${encodeURIComponent(name)}`);
      await expect(page.locator('tbody tr').filter({ hasText: name })).toHaveCount(1);
    });
  });
}

/** Enters a new organisation as a draft; its page is open then. */
async function enter(page: Page, name: string): Promise<void> {
  await fill(page, name);
  await send(page);
  await expect(page.locator('h1')).toHaveText(name);
}

async function fill(page: Page, name: string): Promise<void> {
  await page.goto(`${partners}/new`);
  await write(page, 'name.sr-Cyrl', name);
  await page.locator('#kind').selectOption('company');
}

function write(page: Page, id: string, text: string): Promise<void> {
  return page.locator(`[id="${id}"]`).fill(text);
}

/** Asks as a citizen until the public sees the change; who asks later than a second after it may never see the old page. */
async function follows(request: APIRequestContext, address: string, sees: (status: number, text: string) => boolean): Promise<void> {
  const changed = Date.now();
  for (;;) {
    const asked = Date.now();
    const answer = await request.get(address);
    if (sees(answer.status(), await answer.text())) return;
    expect(asked - changed, `${address} still answers ${answer.status()} as before`).toBeLessThan(1_000);
  }
}
