import { expect, test } from '@playwright/test';
import { send, signIn } from './staff.ts';

test('the milestones: by year, each date as exact as it is known, the undated last and without order', async ({ page }) => {
  const answer = await page.goto('/sr-Cyrl/milestones');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('.miles li').filter({ hasText: 'ECAD' })).toContainText('мај 2007.');
  await expect(page.locator('.miles li').filter({ hasText: 'Energy Cities' }).locator('.miles-when')).toHaveText('2003.');
  const undated = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Без датума' }) });
  await expect(undated).toContainText('редослед на страни није редослед догађаја');
  await expect(undated.locator('.miles li')).not.toHaveCount(0);
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  await page.goto('/sr-Latn/milestones?q=istanbul');
  // Other journeys record acts of the same network meanwhile: each of them names it, and no other network stands there.
  await expect(page.locator('.miles li').filter({ hasText: 'maj 2007.' })).toHaveCount(1);
  await expect(page.locator('.miles li').filter({ hasText: 'Energy Cities' })).toHaveCount(0);
  await page.goto('/en/milestones');
  await expect(page.locator('.miles li').filter({ hasText: 'ECAD' })).toContainText('May 2007');
});

test('acts of all records stand among the milestones, each leading to its record; none is told twice', async ({ page }) => {
  await page.goto('/sr-Cyrl/milestones');
  const act = page.locator('.miles li').filter({ hasText: 'Приступање: Национална алијанса' });
  await expect(act).toHaveCount(1);
  await act.getByRole('link').click();
  await expect(page).toHaveURL(/\/sr-Cyrl\/networks\/naled$/);
  await page.goto('/sr-Cyrl/milestones?q=ecad');
  await expect(page.locator('.miles li').filter({ hasText: 'мај 2007.' })).toHaveCount(1); // the milestone tells of the same day as the act of accession
});

test.describe('by keyboard, without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [form, undated, kind] of [['sr-Cyrl', 'без датума', 'Потписивање'], ['sr-Latn', 'bez datuma', 'Potpisivanje'], ['en', 'without a date', 'Signing']] as const) {
    test(`the milestones narrow by year, kind and what has no date: ${form}`, async ({ page }) => {
      await page.goto(`/${form}/milestones`);
      await expect(page.locator('.chron svg').first()).toHaveAttribute('aria-hidden', 'true');
      await page.locator('.chron-years a').filter({ hasText: '2007' }).focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\?year=2007$/);
      await expect(page.locator('.miles li')).toHaveCount(1);
      await page.locator('.tag').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${form}/milestones$`));
      for (const label of [undated, kind]) {
        await page.locator('.facets label').filter({ hasText: label }).locator('input').focus();
        await page.keyboard.press('Space');
      }
      await page.locator('.facets button[type=submit]').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/type=signature.*undated=1/);
      await expect(page.locator('.miles li')).toHaveCount(3);
      await expect(page.locator('.miles-when').first()).not.toContainText(/\d/);
      await page.goto(`/${form}/milestones?type=party&year=1066&year=2003&page=9&undated=perhaps`);
      for (const told of ['type=party', 'year=1066', 'page=9', 'undated=perhaps']) await expect(page.locator('main')).toContainText(told);
      await expect(page.locator('.miles li')).toHaveCount(1);
    });
  }
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a milestone is planned, published, postponed, reached and withdrawn', async ({ page }) => {
      const title = scripts ? 'Пробна прекретница Бубањ' : 'Пробна прекретница Медијана';
      const onPublicList = async () => {
        await page.goto('/sr-Cyrl/milestones');
        return page.locator('.miles li').filter({ hasText: title });
      };
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/milestones/new');
      await page.locator('[id="title.sr-Cyrl"]').fill(title);
      await page.locator('#kind').selectOption('report_due');
      await page.locator('#ownerId').selectOption({ index: 1 });
      await page.locator('[id="planned.month"]').fill('6');
      await page.locator('[id="planned.year"]').fill('2090');
      await send(page);
      await expect(page.locator('h1')).toHaveText(title);
      await expect(page.locator('.desk-head')).toContainText('Планирана');
      await expect(page.locator('.sheet').first()).toContainText('Задужен');
      const record = page.url();

      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Споразум');
      await page.goto(`${record}/edit`);
      await page.locator('#projectId').fill('TRANSPOWER (NI-PRO-002)');
      await send(page);
      await page.goto(`${record}/publish`);
      await send(page);
      await expect(await onPublicList()).toContainText('јун 2090.');
      await page.goto('/sr-Cyrl/projects/transpower');
      await expect(page.locator('section').filter({ has: page.locator('.plan') }).getByRole('row').filter({ hasText: title })).toContainText('јун 2090.');

      await page.goto(`${record}/postpone`);
      await page.locator('[id="planned.year"]').fill('2089');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toBeVisible();
      await expect(page.locator('[id="planned.year"]')).toHaveValue('2089');
      await page.locator('[id="planned.year"]').fill('2091');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Одложена');
      await expect(await onPublicList()).toContainText('раније планирано за');

      await page.goto(`${record}/complete`);
      await page.locator('[id="on.year"]').fill('2025');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Остварена');
      await expect(page.getByRole('link', { name: 'Одложи' })).toHaveCount(0);
      await expect((await onPublicList()).locator('.miles-when')).toHaveText('2025.');
      await page.goto(`${record}/cancel`);
      await page.locator('[id="note.sr-Cyrl"]').fill('Касно');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('већ остварена');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await expect(await onPublicList()).toHaveCount(0);
    });
  });
}

test('what is not for the public stays inside, published or not', async ({ page }) => {
  await signIn(page);
  await page.goto('/sr-Cyrl/workspace/milestones/new');
  await page.locator('[id="title.sr-Cyrl"]').fill('Унутрашњи рок');
  await page.locator('#kind').selectOption('report_due');
  await page.locator('#isPublic').uncheck();
  await page.locator('#projectId').fill('TRANSPOWER (NI-PRO-002)');
  await send(page);
  await expect(page.locator('h1')).toHaveText('Унутрашњи рок');
  await page.goto(`${page.url()}/publish`);
  await send(page);
  await expect(page.locator('.desk-head')).toContainText('Објављено');
  await page.goto('/sr-Cyrl/milestones');
  await expect(page.locator('main')).not.toContainText('Унутрашњи рок');
  await page.goto('/sr-Cyrl/projects/transpower');
  await expect(page.locator('main')).not.toContainText('Унутрашњи рок');
});
