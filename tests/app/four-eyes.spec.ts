import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { colleague } from './of-role.ts';
import { ownSite } from './own-site.ts';
import { send } from './staff.ts';

// Four eyes hold for the whole office, and other journeys publish alone.
test.describe.configure({ mode: 'serial' });

const office = ownSite();
const desk = '/sr-Cyrl/workspace';

for (const scripts of [true, false]) {
  test(`four eyes ${scripts ? 'with' : 'without'} scripts: nobody publishes or corrects alone, and two do`, async ({ browser }) => {
    test.setTimeout(180_000);
    const ana = await office.administrator(browser);
    const bojana = await colleague(browser, office.current(), ana, { name: 'Бојана Проба', email: `bojana-${scripts}@povelja.example`, role: 'publisher', scripts });
    if (scripts) {
      await ana.goto(`${desk}/settings`);
      await ana.getByRole('link', { name: /^Промени ?: Четири ока$/ }).click();
      await ana.locator('#value').check();
      expect(await send(ana)).toBe(422);
      await ana.locator('#reason').fill('примљен је други објављивач');
      await send(ana);
      await expect(ana.getByRole('heading', { name: 'Четири ока: укључено' })).toBeVisible();
      expect(await faultsOf(ana)).toEqual([]);
    }

    const name = scripts ? 'Град Двооки' : 'Град Неми';
    await bojana.goto(`${desk}/partners/new`);
    await bojana.locator('[id="name.sr-Cyrl"]').fill(name);
    await bojana.locator('[id="name.en"]').fill('City of Two');
    await bojana.locator('#kind').selectOption('local_government');
    await send(bojana);
    await expect(bojana).toHaveURL(/partners\/[0-9a-f-]{36}/);
    const record = new URL(bojana.url()).pathname;
    await bojana.goto(`${record}/publish`);
    await expect(bojana.getByText('Ово сте сами написали')).toBeVisible();
    await expect(bojana.getByRole('button', { name: 'Објави', exact: true })).toHaveCount(0);
    await bojana.getByText('Пошаљи на проверу').first().click();
    await bojana.getByRole('button', { name: 'Пошаљи на проверу' }).click();
    await expect(bojana.locator('.pub').first()).toHaveText('На провери');

    await ana.goto(`${record}/preview`);
    await expect(ana.locator('.preview h1')).toHaveText(name);
    await ana.goto(`${record}/publish`);
    if (scripts) expect(await faultsOf(ana)).toEqual([]);
    await send(ana);
    await expect(ana.locator('.pub').first()).toHaveText('Објављено');
    const address = (await ana.getByRole('link', { name: 'Јавна страна' }).getAttribute('href'))!;
    const reader = await browser.newPage({ baseURL: office.current().address });
    expect((await reader.goto(address))?.status()).toBe(200);

    await bojana.goto(record);
    await bojana.getByRole('link', { name: 'Предложи измену' }).click();
    await expect(bojana.getByText('Канцеларија тражи друго лице')).toBeVisible();
    await bojana.locator('[id="name.en"]').fill('City of Four');
    await bojana.getByText('Шта рећи јавности о исправци').click();
    await bojana.locator('#correctionNote').fill('Град је саопштио како се зове на енглеском.');
    await bojana.locator('#proposalReason').fill('тако се сам зове');
    await send(bojana);
    await expect(bojana).toHaveURL(/proposals\/[0-9a-f-]{36}/);
    const proposal = new URL(bojana.url()).pathname;
    await expect(bojana.getByText('О свом предлогу не одлучујете сами')).toBeVisible();
    await expect(bojana.locator('ins')).toContainText('Four');
    await reader.goto(address.replace('/sr-Cyrl/', '/en/'));
    await expect(reader.locator('h1')).toHaveText('City of Two');

    await ana.goto(`${desk}/proposals`);
    await ana.getByRole('link', { name }).first().click();
    await expect(ana.locator('del')).toContainText('Two');
    if (scripts) expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('button', { name: 'Врати на дораду' }).click();
    await expect(ana.locator('#message-issue')).toBeVisible();
    await ana.locator('#message').fill('шта је извор?');
    await ana.getByRole('button', { name: 'Врати на дораду' }).click();
    await expect(ana.locator('.pub').first()).toHaveText('Враћено на дораду');

    await bojana.goto(proposal);
    await expect(bojana.getByText('шта је извор?')).toBeVisible();
    await bojana.getByRole('link', { name: 'Измени и пошаљи поново' }).click();
    await expect(bojana.locator('[id="name.en"]')).toHaveValue('City of Four');
    await bojana.locator('#proposalReason').fill('тако се сам зове, извор је сајт града');
    await send(bojana);
    await expect(bojana.locator('.pub').first()).toHaveText('На провери');

    await ana.goto(proposal);
    await expect(ana.getByText('Град је саопштио како се зове на енглеском.')).toBeVisible();
    if (scripts) expect(await faultsOf(ana)).toEqual([]);
    const preview = await ana.goto(`${proposal.replace('/sr-Cyrl/', '/en/')}/preview`);
    expect(preview?.headers()['cache-control']).toContain('no-store');
    await expect(ana.locator('.preview h1')).toHaveText('City of Four');
    if (scripts) expect(await faultsOf(ana)).toEqual([]);
    await reader.goto(address.replace('/sr-Cyrl/', '/en/'));
    await expect(reader.locator('h1')).toHaveText('City of Two');
    expect((await reader.goto(`${proposal}/preview`))?.url()).toContain('/sign-in');
    await ana.goto(proposal);
    await ana.getByRole('button', { name: 'Одобри и објави' }).click();
    await expect(ana.locator('.pub').first()).toHaveText('Одобрено');
    await expect.poll(async () => {
      await reader.goto(address.replace('/sr-Cyrl/', '/en/'));
      return reader.locator('h1').textContent();
    }).toBe('City of Four');
    await reader.goto(address);
    await expect(reader.locator('#history')).toContainText('Исправљено: назив');
    await expect(reader.locator('#history')).toContainText('Град је саопштио како се зове на енглеском.');
    await expect(reader.locator('main')).not.toContainText('Бојана');
  });
}

test('a publication is scheduled for a moment, may be cancelled, and an hour that does not exist is told', async ({ browser }) => {
  const ana = await office.administrator(browser);
  await ana.goto(`${desk}/partners/new`);
  await ana.locator('[id="name.sr-Cyrl"]').fill('Град Заказани');
  await ana.locator('#kind').selectOption('local_government');
  await send(ana);
  await expect(ana).toHaveURL(/partners\/[0-9a-f-]{36}/);
  const record = new URL(ana.url()).pathname;
  await ana.goto(`${desk}/settings/four_eyes`);
  await ana.locator('#value').uncheck();
  await ana.locator('#reason').fill('остао је један објављивач');
  await send(ana);
  await ana.goto(`${record}/publish`);
  await ana.getByText('Закажи објаву').click();
  await ana.locator('#day').fill('2031-03-30');
  await ana.locator('#time').fill('02:30');
  await ana.getByRole('button', { name: 'Закажи', exact: true }).click();
  await expect(ana.locator('#time-issue')).toBeVisible();
  await ana.locator('#time').fill('09:00');
  await ana.getByRole('button', { name: 'Закажи', exact: true }).click();
  await expect(ana.getByText('Објава је заказана')).toBeVisible();
  await expect(ana.getByText('30. март 2031. у 9.00, а заказује')).toBeVisible();
  await expect(ana.locator('ins', { hasText: '30. март 2031. у 9.00' })).toBeVisible();
  await ana.goto(`${record}/publish`);
  await ana.getByText('Откажи заказану објаву').click();
  await ana.getByRole('button', { name: 'Откажи заказивање' }).click();
  await expect(ana.locator('.pub').first()).toHaveText('Одобрено');
});

test('a project partner reaches his own project and nothing else', async ({ browser }) => {
  test.setTimeout(120_000);
  const ana = await office.administrator(browser);
  const drafts: string[] = [];
  for (const title of ['Свој пројекат', 'Туђи пројекат']) {
    await ana.goto(`${desk}/projects/new`);
    await ana.locator('[id="title.sr-Cyrl"]').fill(title);
    await send(ana);
    await expect(ana).toHaveURL(/projects\/[0-9a-f-]{36}/);
    drafts.push(new URL(ana.url()).pathname);
  }
  const [own = '', foreign = ''] = drafts;
  const partner = await colleague(browser, office.current(), ana, { name: 'Партнер Проба', email: 'partner@povelja.example', role: 'contributor', project: 'Свој пројекат' });
  for (const at of [foreign, `${foreign}/edit`, `${foreign}/publish`, `${foreign}/preview`, `${foreign}/history`]) expect((await partner.goto(at))?.status(), at).toBe(404);
  expect((await partner.goto(`${desk}/projects/new`))?.status()).toBe(403);
  expect((await partner.goto(`${own}/publish`))?.status()).toBe(403);
  await partner.goto(`${desk}/projects?q=пројекат`);
  await expect(partner.locator('main')).toContainText('Свој пројекат');
  await expect(partner.locator('main')).not.toContainText('Туђи пројекат');
  await partner.goto(own);
  await partner.getByRole('link', { name: 'Предложи измену' }).click();
  await partner.locator('[id="title.en"]').fill('Own project');
  await send(partner);
  await expect(partner).toHaveURL(/proposals\/[0-9a-f-]{36}/);
  const proposal = new URL(partner.url()).pathname;
  await ana.goto(proposal);
  await ana.getByRole('button', { name: 'Одобри и сачувај' }).click();
  await expect(ana.locator('.pub').first()).toHaveText('Одобрено');
  await partner.goto(`${own}/edit`);
  await expect(partner.locator('[id="title.en"]')).toHaveValue('Own project');
});
