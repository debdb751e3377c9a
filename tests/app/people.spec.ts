import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { enterAs, invited, password } from './colleague.ts';
import { press, send, signIn } from './staff.ts';

const people = '/sr-Cyrl/workspace/people';
const next = 'пет рода на димњаку 6';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a colleague is invited, enters by a link that works once, may what the role says, and is out once deactivated', async ({ page, browser }) => {
      const name = scripts ? 'Јована Проба' : 'Милош Проба';
      const email = scripts ? 'jovana@povelja.example' : 'milos@povelja.example';
      await signIn(page);
      await page.goto(`${people}/new`);
      await page.locator('#name').fill(name);
      await page.locator('#email').fill('није адреса');
      expect(await send(page)).toBe(422);
      await expect(page.locator('#name')).toHaveValue(name);
      await page.locator('#email').fill(email);
      await page.locator('#role').selectOption('contributor');
      await send(page);
      const link = await page.locator('input[readonly]').inputValue();
      if (scripts) await expect(page.getByRole('region', { name: 'Веза је направљена' })).toBeFocused();
      await page.getByRole('link', { name: 'Позови још некога' }).click();
      await expect(page.locator('#name')).toHaveValue('');

      const own = await browser.newContext({ javaScriptEnabled: scripts });
      const colleague = await own.newPage();
      await colleague.goto(new URL(link).pathname);
      await colleague.locator('#newPassword').fill('кратка');
      expect(await send(colleague)).toBe(422);
      await expect(colleague.locator('#newPassword')).toHaveValue('');
      await colleague.locator('#newPassword').fill(password);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/workspace$/);
      await expect(colleague.locator('.me')).toContainText(name);
      expect((await colleague.goto('/sr-Cyrl/workspace/partners/new'))?.status()).toBe(200);
      expect((await colleague.goto(people))?.status()).toBe(404);
      expect((await page.goto(new URL(link).pathname))?.status()).toBe(410);

      await page.goto(`${people}?view=all`);
      await page.getByRole('link', { name }).click();
      await page.getByRole('link', { name: 'Искључи…' }).click();
      await expect(page).toHaveURL(/\/access$/);
      await page.locator('#reason').fill('Прешла је у други одсек');
      await send(page);
      await expect(page.getByRole('link', { name: 'Врати приступ…' })).toBeVisible();
      await expect(page.locator('.hist li').first()).toContainText(/Искључен[^]*Прешла је у други одсек/);
      await colleague.goto('/sr-Cyrl/workspace');
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      await colleague.locator('#email').fill(email);
      await colleague.locator('#password').fill(password);
      expect(await send(colleague)).toBe(422);
      await own.close();
    });

    test('a role is given for one record found by its name, taken back, and both stand in the history', async ({ page, browser }) => {
      await signIn(page);
      const { own } = await invited(page, browser, { name: scripts ? 'Наталија Вретено' : 'Обрад Ћумез', email: scripts ? 'natalija@povelja.example' : 'obrad@povelja.example', role: 'contributor', scripts });
      await own.close();
      const role = page.locator('form', { has: page.locator('#role') });
      await role.locator('#role').selectOption('editor');
      await role.locator('[name="seek.scope.recordId"]').fill('нема таквог записа сигурно');
      if (scripts) await page.keyboard.press('Escape');
      expect(await press(page, role.locator('.btns button[type=submit]').first())).toBe(422);
      // What is wrong takes the focus once it is drawn, and a list without it is shut.
      await expect(role.locator('[name="seek.scope.recordId"]')).toHaveAttribute('aria-invalid', 'true');
      await role.locator('[name="seek.scope.recordId"]').fill('NI-PRO-004');
      if (scripts) await page.locator('[role=listbox] [role=option]').first().click();
      await role.locator('#reason').fill('Води тог партнера');
      await press(page, role.locator('.btns button[type=submit]').first());
      await expect(page.locator('.todo').first().locator('a:not(.btn)')).toHaveAttribute('href', /\/workspace\/[a-z]+\/[0-9a-f-]{36}$/);
      await expect(page.locator('.hist li').first()).toContainText('Води тог партнера');
      await page.getByRole('link', { name: 'Одузми улогу… Сарадник' }).click();
      await expect(page).toHaveURL(/\/roles\/[0-9a-f-]{36}$/);
      await page.locator('#reason').fill('р'.repeat(501));
      expect(await send(page)).toBe(422);
      await page.locator('#reason').fill('Више не води тог партнера');
      await send(page);
      await expect(page.getByRole('link', { name: 'Одузми улогу… Сарадник' })).toHaveCount(0);
      await expect(page.locator('.hist li').first()).toContainText(/Одузета улога: Сарадник[^]*Више не води тог партнера/);
    });

    test('a link for a new password is made by an admin; the old password and the sessions end with it', async ({ page, browser }) => {
      const email = scripts ? 'stamena@povelja.example' : 'gvozden@povelja.example';
      await signIn(page);
      const { own, colleague } = await invited(page, browser, { name: scripts ? 'Стамена Лојтра' : 'Гвозден Букара', email, role: 'editor', scripts });
      await page.getByRole('button', { name: 'Направи везу за нову лозинку' }).click();
      const link = new URL(await page.locator('input[readonly]').inputValue()).pathname;
      const elsewhere = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
      await elsewhere.goto(link);
      await elsewhere.locator('#newPassword').fill(next);
      await send(elsewhere);
      await expect(elsewhere).toHaveURL(/\/workspace$/);
      await colleague.goto('/sr-Cyrl/workspace');
      await expect(colleague).toHaveURL(/\/sign-in\?next=/);
      expect(await enterAs(colleague, email, password)).toBe(422);
      expect((await colleague.goto(link))?.status()).toBe(410);
      await own.close();
      await elsewhere.context().close();
    });

    test('the name of a former colleague is erased for good, and stays out of the history he made', async ({ page, browser }) => {
      const name = scripts ? 'Љубинка Ћилибар' : 'Фемка Шафран';
      const email = scripts ? 'ljubinka@povelja.example' : 'femka@povelja.example';
      await signIn(page);
      const { own, colleague, id } = await invited(page, browser, { name, email, role: 'editor', scripts });
      await colleague.goto('/sr-Cyrl/workspace/partners/new');
      await colleague.locator('#kind').selectOption('ngo');
      await colleague.locator('[id="name.sr-Cyrl"]').fill(scripts ? 'Удружење љубитеља ћилибара' : 'Задруга узгајивача шафрана');
      await send(colleague);
      await expect(colleague).toHaveURL(/\/partners\/[0-9a-f-]{36}$/);
      const record = new URL(colleague.url()).pathname;
      await own.close();
      expect((await page.goto(`${people}/${id}/anonymise`))?.status()).toBe(404);
      await page.goto(`${people}/${id}`);
      await page.getByRole('link', { name: 'Шта је овај корисник система мењао у регистрима' }).click();
      await expect(page.locator('.hist > li')).toHaveCount(1);
      await expect(page.locator('.hist')).toContainText(scripts ? 'Удружење љубитеља ћилибара' : 'Задруга узгајивача шафрана');
      await page.goto(`${people}/${id}/access`);
      await send(page);
      await expect(page.getByRole('link', { name: 'Врати приступ…' })).toBeVisible();
      await page.getByRole('link', { name: 'Обриши име…' }).click();
      await expect(page).toHaveURL(/\/anonymise$/);
      await page.locator('#reason').fill('Отишла је из службе');
      expect(await send(page)).toBe(422);
      await page.locator('#sure').check();
      await send(page);
      await expect(page).toHaveURL(new RegExp(`${id}$`));
      const mark = `бивши корисник ${id.slice(0, 4).toUpperCase()}`;
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${mark}$`, 'i'));
      await expect(page.locator('main')).not.toContainText(name);
      await expect(page.getByRole('button', { name: 'Додели улогу' })).toHaveCount(0);
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${record}/history`);
      await expect(page.locator('main')).toContainText(mark);
      await expect(page.locator('main')).not.toContainText(name);
      await page.goto(`${people}?view=former`);
      await expect(page.getByRole('link', { name: mark })).toBeVisible();
    });
  });
}

test('whoever forgot his password is told whom to ask where no letters go out', async ({ page }) => {
  await page.goto('/sr-Cyrl/sign-in');
  await page.getByRole('link', { name: 'Заборављена лозинка' }).click();
  await expect(page.locator('main')).toContainText('везу за нову лозинку прави администратор');
  await expect(page.locator('main form')).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
});
