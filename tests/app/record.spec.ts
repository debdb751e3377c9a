import { expect, test, type Page } from '@playwright/test';
import { send, signIn } from './staff.ts';

const forms = ['sr-Cyrl', 'sr-Latn', 'en'];
const records = ['agreements/mou-usaid-sldp', 'networks/ecad', 'projects/transpower', 'programmes/rsedp-2', 'partners/novi-sad'];

test('every record ends with its public history, a citation and its permanent address', async ({ page, baseURL }) => {
  for (const record of records) for (const form of forms) {
    await page.goto(`/${form}/${record}`);
    await expect(page.locator('#history .sheet'), record).toContainText(form === 'en' ? 'Published' : form === 'sr-Latn' ? 'Objavljeno' : 'Објављено');
    const address = `${baseURL}/${form}/${record}`;
    await expect(page.locator('#cite p.copy')).toContainText(address);
    await expect(page.locator('#cite dd.copy')).toHaveText(address);
    await expect(page.locator('#cite a[href^="mailto:?"]')).toHaveAttribute('href', new RegExp(encodeURIComponent(address)));
  }
});

test('a record on paper: its words and where they stand, without what only a screen can do', async ({ page }) => {
  await page.goto('/sr-Cyrl/agreements/mou-usaid-sldp');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.nav', '.find', '.foot', '.lang', '#cite dl']) await expect(page.locator(gone).first(), gone).toBeHidden();
  await expect(page.locator('.paper')).toBeVisible();
  await expect(page.locator('.paper')).toContainText('/sr-Cyrl/agreements/mou-usaid-sldp. Одштампано ');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a record gets new addresses, and every older one leads on in three forms', async ({ page, request }) => {
      const slug = scripts ? 'adresa-sa-skriptama' : 'adresa-bez-skripti';
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/partners/new');
      await page.locator('[id="name.sr-Cyrl"]').fill(scripts ? 'Адреса са скриптама' : 'Адреса без скрипти');
      await page.locator('[id="name.en"]').fill('An address on trial');
      await page.locator('#kind').selectOption('ngo');
      await send(page);
      await expect(page).not.toHaveURL(/new$/);
      const record = page.url();
      await page.goto(`${record}/publish`);
      await send(page);
      await page.getByRole('link', { name: 'Промена адресе' }).click();
      await page.locator('#slug').fill('Нова адреса');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('мала слова');
      await page.locator('#slug').fill('usaid');
      expect(await send(page)).toBe(422);
      await expect(page.locator('#slug')).toHaveValue('usaid');
      await page.locator('#slug').fill(`${slug}-2`);
      await send(page);
      await expect(page).toHaveURL(record);
      await expect(page.locator('.hist')).toContainText('Промењена адреса');
      await move(page, record, `${slug}-3`);
      for (const old of [slug, `${slug}-2`]) for (const form of forms) {
        await expect.poll(async () => {
          const forwarded = await request.get(`/${form}/partners/${old}`, { maxRedirects: 0 });
          return [forwarded.status(), forwarded.headers().location];
        }, { timeout: 5_000 }).toEqual([308, `/${form}/partners/${slug}-3`]);
      }
      await page.goto(`/en/partners/${slug}`);
      await expect(page.locator('#history')).toContainText('New address; the old one leads here');
    });
  });
}

async function move(page: Page, record: string, slug: string): Promise<void> {
  await page.goto(`${record}/address`);
  await page.locator('#slug').fill(slug);
  await send(page);
  await expect(page).toHaveURL(record);
}
