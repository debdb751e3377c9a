import { expect, test, type Page } from '@playwright/test';
import { writtenForms } from '#messages/local-text.ts';
import { faultsOf } from './axe.ts';

/** Which of the three drawings of Europe a page of this width shows. */
const shown = [[1280, 'map-wide'], [768, 'map-mid'], [390, 'map-thin']] as const;

for (const form of writtenForms) {
  test(`/${form}/map: one drawing at each width, nothing beside the page, axe in light and dark`, async ({ browser }) => {
    for (const [width, drawing] of shown) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: width === 768 ? 'dark' : 'light', javaScriptEnabled: true });
      const page = await context.newPage();
      expect((await page.goto(`/${form}/map`))?.status()).toBe(200);
      for (const [, name] of shown) await expect(page.locator(`.${name}`)).toBeVisible({ visible: name === drawing });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      await context.close();
    }
  });
}

test('the labels of each drawing overlap nothing, measured as the browser draws them', async ({ page }) => {
  for (const form of writtenForms) {
    for (const [width, drawing] of shown) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/${form}/map`);
      expect(await overlaps(page, `.${drawing}`)).toEqual([]);
      if (width === 1280) for (const other of ['.map-near', '.map-world']) expect(await overlaps(page, other)).toEqual([]);
    }
  }
});

test('by keyboard from a place in the drawing to its row and on to the record', async ({ page }) => {
  await page.goto('/sr-Cyrl/map');
  const place = page.locator('.map-wide a.map-link').first();
  await place.focus();
  expect(await place.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  const href = await place.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/sr-Cyrl/map${href}$`));
  const row = page.locator(`tr${href}`);
  await expect(row).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(row.locator('a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).not.toHaveURL(/\/map/);
});

test('every place of the drawings is a row of the table, and every row is in a drawing', async ({ page }) => {
  for (const query of ['', '?layer=networks', '?year=2007', '?year=2007&layer=networks']) {
    await page.goto(`/sr-Cyrl/map${query}`);
    const rows = new Set(await page.locator('.map-table tr[id]').evaluateAll((all) => all.map(({ id }) => `#${id}`)));
    for (const { drawing } of shown.map(([, name]) => ({ drawing: name }))) {
      const places = await page.locator(`.${drawing} a.map-link, .map-near a.map-link, .map-world a.map-link`).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(new Set(places), `${drawing} of ${query}`).toEqual(rows);
    }
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the year and the layer narrow the map, keep each other, and can be undone', async ({ page }) => {
    await page.goto('/sr-Cyrl/map');
    await page.locator('.tabs a', { hasText: 'Мреже' }).click();
    await expect(page).toHaveURL(/\/sr-Cyrl\/map\?layer=networks$/);
    await expect(page.locator('.tabs [aria-current]')).toHaveText('Мреже');
    await page.locator('#map-year').selectOption('2007');
    await page.getByRole('button', { name: 'Прикажи' }).click();
    await expect(page).toHaveURL(/\/sr-Cyrl\/map\?year=2007&layer=networks$/);
    await expect(page.locator('.map-table tbody th')).toHaveText(['Истанбул', 'Шведска']);
    await expect(page.locator('.bar')).toContainText('веза нема датум');
    await page.locator('.tabs a', { hasText: 'Све' }).click();
    await expect(page).toHaveURL(/\/sr-Cyrl\/map\?year=2007$/);
    await expect(page.locator('#map-year')).toHaveValue('2007');
  });
});

test('what the address says and nobody understands is told, shown without it, and not kept', async ({ page, request }) => {
  for (const query of ['year=3007', 'year=1066', 'year=2007.5', 'layer=nema', 'layer=%F0%9F%92%A9', 'year=%E2%80%AE2007', 'layer=__proto__', 'year=2007&layer=partners']) {
    const answer = await request.get(`/en/map?${query}`);
    expect([query.slice(0, 40), answer.status()]).toEqual([query.slice(0, 40), 200]);
    expect(await answer.text()).toContain('class="note');
    expect(answer.headers()['cache-control'], query.slice(0, 40)).toContain('no-store');
  }
  expect([200, 400]).toContain((await request.get(`/en/map?year=${'9'.repeat(10_000)}`)).status());
  await page.goto('/en/map?year=1066&layer=networks');
  await expect(page.locator('.tabs [aria-current]')).toHaveText('Networks');
  await expect(page.locator('.map-table tr[id]')).not.toHaveCount(0);
});

test('a place that is far away stands on the map of the world, and what has no place is told', async ({ page }) => {
  await page.goto('/en/map');
  await expect(page.locator('.map-world')).toContainText('Washington');
  await expect(page.locator('.map-near')).toContainText('Doljevac');
  await expect(page.locator('aside')).toContainText('the sources do not name their seats');
});

test('on paper the drawing is dark on white, and in forced colours it keeps its own', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 }, forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto('/en/map');
  expect(await page.locator('.mapbox').first().evaluate((box) => getComputedStyle(box).forcedColorAdjust)).toBe('none');
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  expect(await page.locator('.map-mid .map-t').first().evaluate((label) => getComputedStyle(label).fill)).toBe('rgb(0, 0, 0)');
  await expect(page.locator('.map-mid')).toBeVisible();
  await context.close();
});

/** Pairs of labels, or a label and a mark, that share more than a hair of the drawing. */
function overlaps(page: Page, drawing: string): Promise<string[]> {
  return page.locator(drawing).evaluate((svg) => {
    const boxes = [...svg.querySelectorAll('text, circle.pt, circle.pt-nis')].map((one) => ({ words: one.textContent || one.getAttribute('class') || '', box: one.getBoundingClientRect(), isText: one.tagName === 'text' }));
    return boxes.flatMap((a, place) => boxes.slice(place + 1).filter((b) => (a.isText || b.isText)
      && Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4).map((b) => `${a.words} / ${b.words}`));
  });
}
