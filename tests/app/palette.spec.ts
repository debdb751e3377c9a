import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { signIn } from './staff.ts';

const desk = '/sr-Cyrl/workspace';

test('Ctrl K opens the palette from any page; it is worked by keyboard, and the focus comes back', async ({ page }) => {
  await signIn(page);
  await page.goto(`${desk}/agreements`);
  const begun = page.locator('main a').first();
  await begun.focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Нађи или уради' });
  await expect(palette).toBeVisible();
  const box = palette.getByRole('combobox');
  await expect(box).toBeFocused();
  await box.pressSequentially('urban institut');
  await expect(palette.getByRole('option').first()).toContainText('Урбан');
  await expect(palette.getByRole('option', { selected: true })).toHaveCount(1);
  const first = await palette.getByRole('option', { selected: true }).textContent();
  await page.keyboard.press('ArrowDown');
  await expect(palette.getByRole('option', { selected: true })).not.toHaveText(first ?? '');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(begun).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').pressSequentially('nov sporaz');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Нов споразум');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${desk}/agreements/new`);
});

test('what was opened last stands first, and a press on the box opens the palette on a phone', async ({ page }) => {
  await signIn(page);
  await page.goto(`${desk}/projects`);
  await page.locator('tbody th a').first().click();
  await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
  const title = await page.locator('h1').textContent();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${desk}/partners`);
  await page.locator('a.jump').click();
  const palette = page.getByRole('dialog', { name: 'Нађи или уради' });
  await expect(palette.getByRole('group', { name: 'Последње отворено' }).getByRole('option').first()).toContainText(title ?? '');
  expect(await palette.evaluate((element) => element.getBoundingClientRect().right <= innerWidth)).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await palette.getByRole('option').first().click();
  await expect(page.locator('h1')).toHaveText(title ?? '');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the same box is a link to a page that does the same', async ({ page }) => {
    await signIn(page);
    await page.goto(`${desk}/projects`);
    await page.locator('a.jump').click();
    await expect(page).toHaveURL(`${desk}/palette`);
    await page.getByRole('searchbox').fill('урбан институт');
    await page.getByRole('button', { name: 'Тражи' }).click();
    await expect(page.locator('.palette-list')).toContainText('Записи');
    await page.locator('.palette-list section', { hasText: 'Записи' }).getByRole('link').first().click();
    await expect(page.locator('h1')).toContainText(/Урбан/);
    await page.goto(`${desk}/palette?q=%25`);
    await expect(page.locator('main')).toContainText('Ништа није нађено');
  });
});

test('nobody who is not signed in is told anything', async ({ request }) => {
  const answer = await request.get('/sr-Cyrl/workspace/palette/hits?q=nis');
  expect([answer.status(), await answer.json()]).toEqual([401, []]);
  expect(answer.headers()['cache-control']).toContain('no-store');
});
