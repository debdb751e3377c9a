import { expect, test } from '@playwright/test';
import { words } from '#messages/words.ts';
import { writtenForms } from '#messages/local-text.ts';

test.use({ javaScriptEnabled: false });

for (const form of writtenForms) {
  test(`the office's own pages in ${form}: each is found from the foot of any page, and its list of parts leads to them`, async ({ page }) => {
    for (const place of ['contact', 'accessibility', 'privacy', 'self-assessment', 'open-data', 'about']) {
      await page.goto(`/${form}/networks`);
      await page.locator(`.foot a[href="/${form}/${place}"]`).click();
      await expect(page).toHaveURL(new RegExp(`/${form}/${place}$`));
      await expect(page.locator('h1')).toHaveCount(1);
      for (const part of await page.locator('.on-page a').all()) {
        const id = (await part.getAttribute('href')) ?? '';
        await expect(page.locator(`${id} > h2`)).toHaveText((await part.textContent()) ?? '');
      }
    }
  });
}

test('a mistake on a record is reported by way of the contact page, which says what is not known of the office', async ({ page }) => {
  await page.goto('/sr-Cyrl/networks/ecad');
  await page.getByRole('link', { name: words('sr-Cyrl', 'contact')('report.link') }).click();
  await expect(page).toHaveURL(/\/sr-Cyrl\/contact#mistake$/);
  await expect(page.locator('#mistake')).toBeInViewport();
  await expect(page.locator('#office .unknown')).toHaveText(['није унета', 'није унет', 'није унета']);
});

test('by keyboard: from the head of the page to a part of it', async ({ page }) => {
  await page.goto('/en/privacy');
  const last = page.locator('.on-page a').last();
  for (let stop = 0; stop < 60 && !(await last.evaluate((link) => link === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
  await expect(last).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/privacy#rights$/);
  await expect(page.locator('#rights h2')).toBeInViewport();
});

test('the self-assessment says what this very site does: no contact was entered, it runs without HTTPS, search and site map are there', async ({ page }) => {
  await page.goto('/en/self-assessment');
  const verdict = (demand: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words('en', 'self-assessment')(`demand.${demand}`) }) }).locator('.state');
  for (const [demand, expected] of [['contact', 'not'], ['security', 'not'], ['privacy', 'partly'], ['accessibility', 'partly'], ['search', 'fulfilled'], ['siteMap', 'fulfilled'], ['script', 'fulfilled']] as const) {
    await expect(verdict(demand)).toHaveText(words('en', 'self-assessment')(`verdict.${expected}`));
  }
});

test('open data: each address that the page names answers in the form that it says', async ({ page, request }) => {
  await page.goto('/sr-Latn/open-data');
  const kinds = [/^application\/atom\+xml/, /^text\/calendar/, /^application\/xml/];
  const links = await page.locator('table a').all();
  expect(links).toHaveLength(kinds.length);
  for (const [place, link] of links.entries()) {
    const answer = await request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toMatch(kinds[place] ?? /^$/);
  }
  await page.goto('/sr-Latn/networks/ecad');
  const linked = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(linked['@graph'].map((one: { '@type': string }) => one['@type'])).toEqual(['WebPage', 'Organization']);
});
