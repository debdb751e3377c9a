import { expect, test, type Locator, type Page } from '@playwright/test';
import { returnRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';
import { employ } from '../office/person-ground.ts';
import { accepted, staff } from '../verbs.ts';
import { faultsOf } from './axe.ts';
import { openGround, type Ground } from './doors/ground.ts';
import { arrived, send, signIn } from './staff.ts';

// A site of its own with a database into which one may reach, since a moment that was scheduled is waited for by nobody for a day.
test.describe.configure({ mode: 'serial' });

const desk = '/sr-Cyrl/workspace';
let ground: Ground;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  ground = await openGround();
});
test.afterAll(async () => ground?.close());

/** A partner whose publication is scheduled for a day to come; answers with his address. */
async function scheduled(page: Page, name: string): Promise<string> {
  await page.goto(`${desk}/partners/new`);
  await page.locator('[id="name.sr-Cyrl"]').fill(name);
  await page.locator('#kind').selectOption('local_government');
  await send(page);
  await expect(page).toHaveURL(/partners\/[0-9a-f-]{36}/);
  const record = new URL(page.url()).pathname;
  await page.goto(`${record}/publish`);
  await page.getByText('Закажи објаву').click();
  await page.locator('#day').fill('2031-03-28');
  await page.locator('#time').fill('09:00');
  await page.getByRole('button', { name: 'Закажи', exact: true }).click();
  await expect(page.getByText('Објава је заказана')).toBeVisible();
  return record;
}

/** What waits on the desk under this heading, of this name. */
function waiting(page: Page, heading: string, name: string): Locator {
  return page.locator('.todo-group', { has: page.getByRole('heading', { name: heading }) }).locator('li', { hasText: name });
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    const entered = async (newPage: (options: { baseURL: string; javaScriptEnabled: boolean }) => Promise<Page>) => {
      const page = await newPage({ baseURL: ground.address, javaScriptEnabled: scripts });
      await signIn(page);
      return page;
    };

    test('a publication that failed at its time waits on the desk, and one press leads to where it is put right', async ({ browser }) => {
      test.setTimeout(90_000);
      const page = await entered((options) => browser.newPage(options));
      const name = scripts ? 'Општина Закаснела' : 'Задруга без превода';
      const record = await scheduled(page, name);
      // What publishing demands is missing again by the time that it falls due.
      await page.goto(`${record}/edit`);
      await page.locator('[name="description.sr-Cyrl"]').fill('Само на српском.');
      await send(page);
      await expect(page).toHaveURL(new RegExp(`${record}(#|$)`));
      await ground.client.query(`set session_replication_role = replica; update organisation set scheduled_for = now() where id = '${record.split('/').at(-1)}'; set session_replication_role = origin`);
      const line = waiting(page, 'Заказана објава није успела', name);
      await expect.poll(async () => { await page.goto(desk); return line.count(); }, { timeout: 20_000 }).toBe(1);
      await expect(line).toContainText('није објављено у заказано време');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await line.getByRole('link', { name: /^Доради/ }).click();
      await expect(page).toHaveURL(new RegExp(`${record}/edit$`));
      await arrived(page);
      await page.locator('[name="description.en"]').fill('In English as well.');
      await send(page);
      await expect(page).toHaveURL(new RegExp(`${record}(#|$)`));
      await page.goto(desk);
      await expect(line).toHaveCount(0);
      await expect(waiting(page, 'Чека објаву', name)).toHaveCount(1);
    });

    test('one that somebody else has taken off the clock waits on the desk of whoever had scheduled it', async ({ browser }) => {
      test.setTimeout(90_000);
      const page = await entered((options) => browser.newPage(options));
      const name = scripts ? 'Савез скинутих' : 'Друштво враћених';
      const record = await scheduled(page, name);
      const other = { ...staff('publisher'), id: (await employ('publisher')).id };
      accepted(await returnRecord(other, registerOf('organisation'), { id: record.split('/').at(-1) ?? '', reason: 'рано је' }));
      await page.goto(desk);
      const line = waiting(page, 'Отказане објаве које сте заказали', name);
      await expect(line).toContainText('неко други је запис изменио, вратио или отказао објаву');
      if (scripts) expect(await faultsOf(page)).toEqual([]);
      await line.getByRole('link', { name: /^Размотри/ }).click();
      await expect(page).toHaveURL(new RegExp(`${record}/publish$`));
      await arrived(page);
      await expect(page.locator('main')).toContainText('Враћено на дораду');
      await expect(page.getByText('Закажи објаву')).toBeVisible();
      await page.goto(record);
      await expect(page.locator('main')).toContainText('рано је');
    });
  });
}
