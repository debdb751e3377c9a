import { expect, test, type Page } from '@playwright/test';
import { signIn, taken } from './staff.ts';

const desk = '/sr-Cyrl/workspace';
const side = (page: Page, name: string) => page.locator('.side').getByRole('link', { name });
const marked = (page: Page) => page.evaluate(() => (globalThis as { mark?: number }).mark ?? 0);

/** Signs in and marks the document: another document would not bear the mark. */
async function begin(page: Page, at: string): Promise<void> {
  await signIn(page);
  await page.goto(at);
  await taken(page.locator('.jump'));
  await page.evaluate(() => { (globalThis as { mark?: number }).mark = 1; });
}

test('a link from page to page of the workspace changes what it must, and the document stands', async ({ page }) => {
  await begin(page, desk);
  await side(page, 'Партнери').click();
  await expect(page.locator('h1')).toHaveText('Партнери');
  await expect(page).toHaveTitle(/^Партнери/);
  expect(await marked(page)).toBe(1);
  await expect(side(page, 'Партнери')).toHaveAttribute('aria-current', 'page');
  await expect(side(page, 'Мој сто')).not.toHaveAttribute('aria-current', /.*/);
  await expect(page.locator('.top .lang').getByRole('link', { name: 'English' })).toHaveAttribute('href', '/en/workspace/partners');
  await expect(page.locator('#main')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);

  // The same page with another query is a document of its own: its fields show what the query says.
  await page.locator('main thead a').first().click();
  await expect(page).toHaveURL(/sort=/);
  await expect.poll(() => marked(page)).toBe(0);
});

test('the page to which the sign-in leads has plain addresses in the switch of languages', async ({ page }) => {
  await signIn(page);
  await expect(page.locator('.top .lang').getByRole('link', { name: 'English' })).toHaveAttribute('href', '/en/workspace');
});

test('a link to a field of another page leads the keyboard there', async ({ page }) => {
  await begin(page, `${desk}/partners`);
  await page.locator('main tbody th a').first().click();
  await expect(page.locator('h1')).not.toHaveText('Партнери');
  await page.evaluate(() => { document.querySelector<HTMLAnchorElement>('main a[href$="/edit"]')!.href += '#website'; });
  await page.locator('main a[href$="/edit#website"]').click();
  await expect(page.locator('#website')).toBeFocused();
  expect(await marked(page)).toBe(1);
});

test('the way back leads to where one had scrolled, once the page is there', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await begin(page, `${desk}/partners`);
  const last = page.locator('main tbody th a').last();
  await last.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(300);
  await last.click();
  await expect(page.locator('h1')).not.toHaveText('Партнери');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Партнери');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  expect(await marked(page)).toBe(1);
});

test('what others have changed meanwhile is there: in the count beside, and on the way back', async ({ page, context }) => {
  await begin(page, `${desk}/programmes`);
  const count = async () => Number((await side(page, 'Програми').locator('.count').textContent())?.replaceAll(/\D/g, ''));
  const before = await count();
  await page.locator('main a[href$="/programmes/new"]').first().click();
  await expect(page).toHaveURL(/programmes\/new$/);
  const other = await context.newPage();
  await other.goto(`${desk}/programmes/new`);
  await other.locator('[id="name.sr-Cyrl"]').fill('Програм уписан за леђима');
  await other.locator('main form .btns button[type=submit]').first().click();
  await expect(other.locator('h1')).toHaveText('Програм уписан за леђима');
  await side(page, 'Помоћ').click();
  await expect(page).toHaveURL(/\/help$/);
  await expect.poll(count).toBe(before + 1);
  expect(await marked(page)).toBe(1);
  await page.goBack();
  await expect(page.locator('[id="name.sr-Cyrl"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Програми');
  await expect(page.locator('main table').first()).toContainText('Програм уписан за леђима');
  expect(await marked(page)).toBe(1);
});

test('a form that is left by a link keeps its last word, and a saved one says so before the record stands', async ({ page }) => {
  await begin(page, `${desk}/programmes/new`);
  await page.locator('[id="name.sr-Cyrl"]').fill('Програм остављен у пола речи');
  await side(page, 'Пројекти').click();
  await expect(page.locator('h1')).toHaveText('Пројекти');
  await side(page, 'Програми').click();
  await page.locator('main a[href$="/programmes/new"]').first().click();
  await page.getByRole('link', { name: 'Настави с њим' }).click();
  await expect(page.locator('[id="name.sr-Cyrl"]')).toHaveValue('Програм остављен у пола речи');
  expect(await marked(page)).toBe(1);
  let release = (): void => {};
  const held = new Promise<void>((done) => { release = done; });
  await page.route(/_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('main form .btns button[type=submit]').first().click();
  await expect(page.locator('main form .btns button[type=submit]').first()).toHaveText('Сачувано');
  release();
  await expect(page.locator('h1')).toHaveText('Програм остављен у пола речи');
});

test('a session that has ended leads to the sign-in and back, and a broken line to a page that says so', async ({ page, context }) => {
  await begin(page, `${desk}/help`);
  await page.route(/_rsc=/, (route) => route.abort());
  await side(page, 'Документи').click();
  await expect(page.locator('h1')).toHaveText('Документи');
  expect(await marked(page)).toBe(0);
  await page.unroute(/_rsc=/);
  await context.clearCookies();
  await taken(page.locator('.jump'));
  await side(page, 'Пројекти').click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsr-Cyrl%2Fworkspace%2Fprojects$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the drawer closes when its page is there', async ({ page }) => {
    await begin(page, desk);
    await page.getByRole('button', { name: 'Мени' }).click();
    await side(page, 'Партнери').click();
    await expect(page.locator('h1')).toHaveText('Партнери');
    await expect(page.locator('.side')).toBeHidden();
    expect(await marked(page)).toBe(1);
  });
});
