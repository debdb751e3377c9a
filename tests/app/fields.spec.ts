import { expect, test, type Page } from '@playwright/test';
import { faultsOf as faults } from './axe.ts';
import { press, send, signIn } from './staff.ts';

const save = (page: Page) => press(page, page.locator('main form .btns button[type=submit]').first());
const field = (page: Page, name: string) => page.locator(`[id="${name}"]`);

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const mark = scripts ? 'Бршљановић' : 'Дудукалиновић';

    test('odd letters are marked and mended, a double is told and entered all the same, and English that was left behind says so', async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/partners/new');
      await ready(page, scripts);
      await field(page, 'kind').selectOption('ngo');
      await field(page, 'name.en').fill(`Friends of ${mark}`.replace(mark, scripts ? 'Brsljanovic' : 'Dudukalinovic'));
      // The first letter is Latin.
      await field(page, 'name.sr-Cyrl').fill(`Hови савез ${mark}`);
      if (!scripts) expect(await save(page)).toBe(422);
      const odd = page.locator('[id="name.sr-Cyrl-odd"]');
      await expect(odd).toContainText('слова другог писма: H');
      await expect(odd.locator('mark')).toHaveText('H');
      if (!scripts) await expect(page.locator('.look')).toContainText('Сачувај ипак');
      await odd.getByRole('button').click();
      await expect(field(page, 'name.sr-Cyrl')).toHaveValue(`Нови савез ${mark}`);
      await save(page);
      await expect(page.locator('h1')).toHaveText(`Нови савез ${mark}`);
      const record = page.url();

      await page.goto('/sr-Cyrl/workspace/partners/new');
      await ready(page, scripts);
      await field(page, 'kind').selectOption('ngo');
      await field(page, 'name.sr-Cyrl').fill(`Нови савез ${mark.replace('вић', 'вич')}`);
      await field(page, 'name.sr-Cyrl').blur();
      if (scripts) await expect(page.locator('main form .note', { hasText: 'сличног назива' }).getByRole('link')).toContainText(`Нови савез ${mark}`);
      expect(await save(page)).toBe(422);
      await expect(page.locator('.look').getByRole('link', { name: `Нови савез ${mark}` })).toBeVisible();
      await press(page, page.getByRole('button', { name: 'Ипак унеси' }));
      await expect(page.locator('h1')).toHaveText(`Нови савез ${mark.replace('вић', 'вич')}`);

      await page.goto(`${record}/edit`);
      await ready(page, scripts);
      await expect(page.locator('.look')).toHaveCount(0);
      await field(page, 'name.sr-Cyrl').fill(`Стари савез ${mark}`);
      if (scripts) await expect(page.locator('main form')).toContainText('превод бити означен као застарео');
      await send(page);
      await expect(page.locator('.desk-head .states')).toContainText('Енглески: 1 застарео');
      await page.goto(`${record}/edit`);
      await expect(page.locator('[name="name.state.en"]')).toHaveValue('outdated');
    });

    test('a group that few records need begins with a button, and its first row is saved like any other', async ({ page }) => {
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/partners/new');
      await ready(page, scripts);
      await field(page, 'name.sr-Cyrl').fill(`Удружење са ранијим именом ${mark}`);
      await field(page, 'kind').selectOption('ngo');
      await expect(field(page, 'names.0.name.sr-Cyrl')).toHaveCount(0);
      const add = field(page, 'names').getByRole('button', { name: 'Додај', exact: true });
      if (scripts) await add.click();
      else await press(page, add);
      if (scripts) await expect(field(page, 'names').locator('fieldset.part')).toBeFocused();
      await field(page, 'names.0.name.sr-Cyrl').fill(`Клуб ${mark}`);
      await expect(field(page, 'names').getByRole('button', { name: 'Додај још' })).toBeVisible();
      await expect(field(page, 'name.sr-Cyrl')).toHaveValue(`Удружење са ранијим именом ${mark}`);
      await send(page);
      await expect(page.locator('main')).toContainText(`Клуб ${mark}`);
    });

    test('a record is named by what one knows of it, a date is read as it was copied, money says how it will be shown', async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/agreements/new');
      await ready(page, scripts);
      await field(page, 'title.sr-Cyrl').fill(`Споразум ${mark} о пробном имену`);
      await field(page, 'type').selectOption('cooperation_agreement');
      await field(page, 'parties.0.organisationId').fill('непостојећа установа');
      await field(page, 'parties.0.side').selectOption('them');
      await field(page, 'validFrom.year').fill('31. 6. 2018.');
      expect(await save(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('нађен ниједан запис');
      await expect(page.locator('.errs')).toContainText('у јуну 2018. последњи је 30');
      await expect(field(page, 'parties.0.organisationId')).toHaveValue('непостојећа установа');
      await named(page, scripts);
      await field(page, 'validFrom.day').fill('');
      await field(page, 'validFrom.month').fill('');
      await field(page, 'validFrom.year').fill('јун 2018');
      await field(page, 'validFrom.year').blur();
      if (scripts) await expect(page.locator('[id="validFrom-shown"]')).toHaveText('Биће приказано: јун 2018.');
      await send(page);
      await expect(page.locator('h1')).toContainText(mark);
      await page.goto(`${page.url()}/edit`);
      await expect(field(page, 'parties.0.organisationId')).toHaveValue(/УСАИД/);
      await expect(field(page, 'validFrom.month')).toHaveValue('6');
      await expect(page.locator('[id="validFrom-shown"]')).toHaveText('Биће приказано: јун 2018.');
      expect(await page.locator('option').count(), 'no register stands in the page').toBeLessThan(400);
    });
  });
}

test('a picker is worked by keys alone, lays a record down on the spot, and has no fault that axe knows', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto('/sr-Cyrl/workspace/agreements/new');
  await ready(page, true);
  const box = field(page, 'parties.0.organisationId');
  await box.focus();
  await page.keyboard.type('Завод на лицу места');
  await page.locator('[role=option]', { hasText: 'Додај организацију' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Нова организација' });
  await expect(field(page, 'spot.name.sr-Cyrl')).toHaveValue('Завод на лицу места');
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Сачувај и изабери' }).click();
  await expect(dialog.locator('.errs')).toContainText('Врста');
  await field(page, 'spot.kind').selectOption('other');
  await dialog.getByRole('button', { name: 'Сачувај и изабери' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(box).toHaveValue('Завод на лицу места');
  await expect(page.locator('input[name="parties.0.organisationId"]')).toHaveValue(/^[0-9a-f-]{36}$/);
  await box.fill('');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=option]').first()).toContainText('Завод на лицу места');
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=listbox]')).toHaveCount(0);
});

test('what is found and what is near is told to staff alone', async ({ request }) => {
  for (const asked of ['find?what=organisation&q=град', 'find?what=organisation&id=00000000-0000-4000-8000-000000000000', 'near?of=organisation&name.sr-Cyrl=Град+Ниш']) {
    const answer = await request.get(`/sr-Cyrl/workspace/${encodeURI(asked)}`, { maxRedirects: 0 });
    expect(answer.status(), asked).toBe(401);
    expect(await answer.text()).not.toContain('Ниш');
  }
});

/** Typed, or chosen from what is offered. */
async function named(page: Page, scripts: boolean): Promise<void> {
  const box = field(page, 'parties.0.organisationId');
  await box.fill('usaid');
  if (!scripts) return;
  await page.locator('[role=option]', { hasText: 'УСАИД' }).waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box).toHaveValue(/УСАИД/);
}

/** With scripts a form is typed into once they are there. */
async function ready(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await page.locator('main form input[role=combobox]').first().waitFor({ state: 'attached' });
}
