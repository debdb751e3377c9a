import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { colleague } from './of-role.ts';
import { ownSite } from './own-site.ts';
import { send } from './staff.ts';

// Four eyes hold for the whole office, and other journeys publish alone.
const office = ownSite();
const desk = '/sr-Cyrl/workspace';

test('a double of a published organisation is merged by two: proposed, returned, sent again, approved', async ({ browser, request }) => {
  test.setTimeout(180_000);
  const ana = await office.administrator(browser);
  const fourEyes = async (choice: 'on' | 'off') => {
    await ana.goto(`${desk}/settings/four_eyes`);
    await ana.locator('#value').setChecked(choice === 'on');
    await ana.locator('#reason').fill('проба спајања');
    await send(ana);
  };
  await ana.goto(`${desk}/settings/four_eyes`);
  if (await ana.locator('#value').isChecked()) await fourEyes('off');
  const records: string[] = [];
  for (const [name, web] of [['Удружење Храст', ''], ['Храст – удружење', 'https://hrast.example']] as const) {
    await ana.goto(`${desk}/partners/new`);
    await ana.locator('[id="name.sr-Cyrl"]').fill(name);
    await ana.locator('#kind').selectOption('ngo');
    await ana.locator('#website').fill(web);
    await send(ana);
    await expect(ana).toHaveURL(/partners\/[0-9a-f-]{36}/);
    const record = new URL(ana.url()).pathname;
    await ana.goto(`${record}/publish`);
    await send(ana);
    await expect(ana).toHaveURL(new RegExp(record));
    records.push(record);
  }
  const [kept = '', double = ''] = records;
  const old = (await ana.getByRole('link', { name: 'Јавна страна' }).getAttribute('href'))!;
  await fourEyes('on');

  // An editor without scripts proposes; whoever publishes has them.
  const editor = await colleague(browser, office.current(), ana, { name: 'Весна Проба', email: 'vesna@povelja.example', role: 'editor', scripts: false });
  await editor.goto(kept);
  await editor.getByRole('link', { name: 'Споји двојника' }).click();
  await editor.locator('.doubles a', { hasText: 'Храст – удружење' }).click();
  await expect(editor.getByText('Канцеларија тражи друго лице')).toBeVisible();
  await expect(editor.locator('input[name=take][value=website]')).toBeChecked();
  expect(await send(editor)).toBe(422);
  await editor.locator('#reason').fill('уписано два пута');
  await editor.locator('#proposalReason').fill('исти матични број');
  await send(editor);
  await expect(editor).toHaveURL(/proposals\/[0-9a-f-]{36}/);
  const proposal = new URL(editor.url()).pathname;
  await expect(editor.getByText('hrast.example')).toBeVisible();

  await ana.goto(proposal);
  await expect(ana.locator('.diff-row', { hasText: 'hrast.example' })).toContainText('(остаје)');
  await expect(ana.locator('main')).toContainText('уписано два пута');
  expect(await faultsOf(ana)).toEqual([]);
  await ana.locator('#message').fill('узмите и назив двојника');
  await ana.getByRole('button', { name: 'Врати на дораду' }).click();
  await expect(ana.locator('.pub').first()).toHaveText('Враћено на дораду');

  await editor.goto(proposal);
  await expect(editor.getByText('узмите и назив двојника')).toBeVisible();
  await editor.getByRole('link', { name: 'Измени и пошаљи поново' }).click();
  await expect(editor.locator('#reason')).toHaveValue('уписано два пута');
  await editor.locator('input[name=take][value=name]').check();
  await send(editor);
  await expect(editor.locator('.pub').first()).toHaveText('На провери');

  const preview = await ana.goto(`${proposal}/preview`);
  expect(preview?.status()).toBe(200);
  await expect(ana.locator('.preview h1')).toHaveText('Храст – удружење');
  expect((await request.get(`${office.current().address}${old}`, { maxRedirects: 0 })).status()).toBe(200);
  await ana.goto(proposal);
  await ana.getByRole('button', { name: 'Одобри и објави' }).click();
  await expect(ana.locator('.pub').first()).toHaveText('Одобрено');
  expect(await faultsOf(ana)).toEqual([]);
  await ana.goto(double);
  await expect(ana).toHaveURL(new RegExp(`${kept}$`));
  await expect.poll(async () => (await request.get(`${office.current().address}${old}`, { maxRedirects: 0 })).status(), { timeout: 5_000 }).toBe(308);
  await ana.goto(kept);
  await expect(ana.locator('h1')).toHaveText('Храст – удружење');
  await expect(ana.locator('.undo')).toHaveCount(0);
});
