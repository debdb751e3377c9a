import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { pdf } from '../office/files.ts';
import { faultsOf } from './axe.ts';
import { signIn } from './staff.ts';

for (const scripts of [false, true]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a table with errors: refused, brought, mapped, looked through, taken in; mended, brought again, seen in the history', async ({ page }) => {
      test.setTimeout(180_000);
      const mark = randomUUID().slice(0, 8);
      const name = `uvoz-${mark}.csv`;
      await signIn(page);
      await bring(page, 'organisation', 'tabela.csv', pdf('није табела'));
      await expect(page.locator('.errs')).toContainText('није оно што јој каже назив');
      await expect(page.locator('#noun')).toHaveValue('organisation');
      if (scripts) expect(await faultsOf(page)).toEqual([]);

      // A mapping is remembered by its headings, and the other journey has brought the same.
      const lines = [
        `Како ${mark} зове;Врста;Држава;Основана;Веб-страна`,
        `Удружење ${mark};невладина организација;Словенија;12. 6. 2018.;https://www.example.org`,
        `Предузеће ${mark};zadruga;SI;јун 2018;example.org`,
        `Универзитет ${mark};university;Србија;2018~;`,
      ];
      await bring(page, 'organisation', name, Buffer.from(`\uFEFF${lines.join('\r\n')}`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Увоз: ${name}`);
      // A column that was recognised says what it fills; its list comes when it is asked for, and nothing chosen elsewhere is lost.
      await expect(page.locator('[name="columns.c1"]')).toHaveValue('kind');
      await expect(page.locator('.import-map select')).toHaveCount(1);
      await expect(page.getByLabel(`Поље за колону „Како ${mark} зове“`)).toHaveValue('');
      await page.getByLabel('Организације којих нема у регистру унеси као нацрте').check();
      await page.getByRole('button', { name: 'Промени поље за колону „Врста“' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('Поље за колону „Врста“')).toHaveValue('kind');
      if (scripts) await expect(page.getByLabel('Поље за колону „Врста“')).toBeFocused();
      await expect(page.getByLabel('Организације којих нема у регистру унеси као нацрте')).toBeChecked();
      await page.getByLabel('Организације којих нема у регистру унеси као нацрте').uncheck();
      await press(page, 'Провери редове');
      await expect(page.locator('.errs')).toContainText('колону са називом или шифром');
      await page.getByLabel(`Поље за колону „Како ${mark} зове“`).selectOption('name');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await press(page, 'Провери редове');

      await expect(page.getByRole('heading', { name: 'Преглед' })).toBeVisible({ timeout: 30_000 });
      const first = page.locator('tbody tr').first();
      await expect(first).toContainText(`Предузеће ${mark}`);
      await expect(first).toContainText('Колона „Врста“:');
      await expect(first).toContainText('Колона „Веб-страна“:');
      await page.getByRole('link', { name: /^Нови/ }).click();
      await expect(page.locator('tbody tr')).toHaveCount(2);
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await press(page, 'Потврди');
      await expect(page.locator('.errs')).toContainText('Шта урадити са исправним редовима');
      await page.getByLabel('Унеси исправне редове, а грешке прескочи').check();
      await press(page, 'Потврди');
      await ended(page);
      await expect(page.locator('main')).toContainText('Унета су 2 реда.');

      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Преузми редове са грешкама (CSV)' }).click()]);
      const wrong = await readFile(await download.path(), 'utf8');
      expect(wrong).toContain(`Предузеће ${mark}`);
      expect(wrong).not.toContain(`Удружење ${mark}`);
      await bring(page, 'organisation', `ispravljeno-${mark}.csv`, Buffer.from(wrong.replace('zadruga', 'предузеће').replace(/;"example\.org/, ';"https://example.org')));
      // The mapping is remembered, though the file has one column more, which says what was wrong.
      await expect(page.locator('[name="columns.c0"]')).toHaveValue('name');
      await press(page, 'Провери редове');
      await press(page, 'Унеси 1 ред');
      await ended(page);

      // The whole table once more changes nothing, and what was said of its columns is remembered.
      await bring(page, 'organisation', name, Buffer.from(lines.join('\n').replace('zadruga', 'company').replace(';example.org', ';https://example.org')));
      await expect(page.locator('[name="columns.c0"]')).toHaveValue('name');
      await press(page, 'Провери редове');
      await expect(page.locator('main')).toContainText('Нема шта да се унесе');
      await expect(page.getByRole('link', { name: 'Без промене (3)' })).toBeVisible();

      await page.getByRole('link', { name: `Удружење ${mark}` }).click();
      await expect(page).toHaveURL(/partners\/[0-9a-f-]{36}$/);
      const record = page.url();
      await page.goto(`${record}/history`);
      await page.getByRole('link', { name: `увоз: ${name}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Увоз: ${name}`);
      if (scripts) expect(await faultsOf(page)).toEqual([]);
    });
  });
}

test('an agreement comes with its acts; a fault stands in its own cell, and brought again it changes nothing', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  const mark = randomUUID().slice(0, 8);
  const rows = (signed: string) => `Назив;Врста;Поступак;Стране споразума: наша страна;Стране споразума: друга страна;Датум акта: Одлука Скупштине града;Број: Одлука Скупштине града;Датум акта: Потпис\nСпоразум ${mark};Споразум о сарадњи;међуопштинска сарадња у земљи;Град Ниш;Novi Sad;24. 5. 2018.;06-512/2018;${signed}`;
  await bring(page, 'agreement', `akta-${mark}.csv`, Buffer.from(rows('12. 6. 2041.')));
  await press(page, 'Провери редове');
  await expect(page.locator('tbody tr').first()).toContainText('Колона „Датум акта: Потпис“:', { timeout: 30_000 });
  expect(await faultsOf(page)).toEqual([]);
  await bring(page, 'agreement', `akta-${mark}.csv`, Buffer.from(rows('12. 6. 2018.')));
  await press(page, 'Провери редове');
  await press(page, 'Унеси 1 ред');
  await ended(page);
  await page.getByRole('link', { name: `Споразум ${mark}` }).click();
  await expect(page.locator('#acts')).toContainText('Одлука Скупштине града, 06-512/2018');
  await expect(page.locator('#acts')).toContainText('Потпис');
  await bring(page, 'agreement', `akta-${mark}.csv`, Buffer.from(rows('12. 6. 2018.')));
  await press(page, 'Провери редове');
  await expect(page.locator('main')).toContainText('Нема шта да се унесе', { timeout: 30_000 });
});

test('what the tables of the workspace give is read back, and changes nothing', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page);
  for (const [register, noun] of [['partners', 'organisation'], ['agreements', 'agreement'], ['networks', 'membership'], ['projects', 'project'], ['milestones', 'milestone']] as const) {
    const answer = await page.request.get(`/sr-Cyrl/workspace/tables/${register}/csv?publication=published`);
    expect(answer.status()).toBe(200);
    await bring(page, noun, `${register}.csv`, await answer.body());
    await expect(page.locator('.import-map tr', { hasText: 'Шифра' }).first().locator('[name^="columns."]')).toHaveValue('code');
    await press(page, 'Провери редове');
    await expect(page.locator('main'), register).toContainText('Нема шта да се унесе', { timeout: 60_000 });
    await expect(page.locator('main'), register).toContainText('Нема грешака');
  }
});

test('templates have headings in the language of the page, and are read back', async ({ page }) => {
  await signIn(page);
  await page.goto('/en/workspace/import');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Agreements: XLSX' }).click()]);
  const bytes = await readFile(await download.path());
  await page.locator('#noun').selectOption('agreement');
  await page.locator('#files').setInputFiles({ name: 'template.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
  await press(page, 'Upload the table');
  await page.getByRole('button', { name: 'Change the field for the column ‘Title, English’' }).click();
  await expect(page.getByLabel('Field for the column ‘Title, English’')).toHaveValue('title.en');
  await expect(page.locator('main')).toContainText('1 other sheet was not read');
});

async function bring(page: Page, noun: string, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/sr-Cyrl/workspace/import');
  await page.locator('#noun').selectOption(noun);
  await page.locator('#files').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await press(page, 'Учитај табелу');
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The page asks for itself again; without scripts the browser would, after longer. */
async function ended(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator('main')).toContainText('Увоз је завршен', { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}
