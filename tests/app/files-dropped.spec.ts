import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { pdf } from '../office/files.ts';
import { faultsOf } from './axe.ts';
import { send, signIn, taken } from './staff.ts';

async function document(page: Page): Promise<string> {
  const mark = randomUUID().slice(0, 8);
  await page.goto('/sr-Cyrl/workspace/documents/new');
  await page.locator('[id="title.sr-Cyrl"]').fill(`Записник превучени ${mark}`);
  await page.locator('#kind').selectOption('minutes');
  await page.locator('#language').selectOption('sr');
  await send(page);
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}$/);
  return page.url();
}

/** What a hand that drags files holds, made in the page out of real files. */
function held(page: Page, files: readonly (readonly [name: string, type: string, bytes: Buffer])[]) {
  return page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, type, bytes] of given) transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
    return transfer;
  }, files.map(([name, type, bytes]) => [name, type, bytes.toString('base64')] as const));
}

const chosen = (page: Page) => page.getByRole('list', { name: 'Изабране датотеке' }).getByRole('listitem');

test('files dropped anywhere on the field are listed, sent and attached, byte by byte', async ({ page }) => {
  await signIn(page);
  const record = await document(page);
  const [first, second] = [pdf('dropped first'), pdf('dropped second')];
  await page.goto(`${record}/files`);
  const field = page.locator('.field:has(> #files)');
  await taken(field);
  await expect(chosen(page)).toHaveCount(0);

  const words = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'not a file');
    return transfer;
  });
  await field.dispatchEvent('dragover', { dataTransfer: words });
  await expect(field).not.toHaveClass(/field-over/);
  const files = await held(page, [['Први превучени.pdf', 'application/pdf', first], ['Други превучени.pdf', 'application/pdf', second]]);
  await field.locator('label').dispatchEvent('dragover', { dataTransfer: files });
  await expect(field).toHaveClass(/field-over/);
  await field.locator('label').dispatchEvent('drop', { dataTransfer: files });
  await expect(field).not.toHaveClass(/field-over/);
  await expect(chosen(page)).toHaveText([/^Први превучени\.pdf/, /^Други превучени\.pdf/]);
  expect(await faultsOf(page)).toEqual([]);

  await page.locator('input[name=role][value=scan]').check();
  await page.locator('main form .btns button').first().click();
  await page.waitForURL(/#files$/);
  const links = page.locator('#files .files li > a:not(.off)');
  await expect(links).toHaveText([/Први превучени\.pdf/, /Други превучени\.pdf/]);
  const bytes = await Promise.all((await links.evaluateAll((those) => those.map((one) => (one as HTMLAnchorElement).href))).map(async (at) => (await page.request.get(at)).body()));
  expect([first, second].map((sent) => bytes.filter((one) => one.equals(sent)).length)).toEqual([1, 1]);
});

test('dropped by hand from outside the browser, on its own field too, the last ones count', async ({ page }, testInfo) => {
  await signIn(page);
  const record = await document(page);
  const at = (name: string) => testInfo.outputPath(name);
  for (const name of ['раније.pdf', 'руком.pdf']) await writeFile(at(name), pdf(name));
  await page.goto(`${record}/files`);
  await taken(page.locator('.field:has(> #files)'));
  await page.locator('#files').setInputFiles(at('раније.pdf'));
  await expect(chosen(page)).toHaveText([/^раније\.pdf/]);

  const { x, y, width, height } = (await page.locator('#files').boundingBox())!;
  const browser = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') => browser.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data: { items: [], files: [path.resolve(at('руком.pdf'))], dragOperationsMask: 1 } });
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag(type);
  await expect(chosen(page)).toHaveText([/^руком\.pdf/]);
  await expect(page).toHaveURL(`${record}/files`);
  await page.locator('input[name=role][value=scan]').check();
  await page.locator('main form .btns button').first().click();
  await page.waitForURL(/#files$/);
  await expect(page.locator('#files .files li > a:not(.off)')).toHaveText([/руком\.pdf/]);
});
