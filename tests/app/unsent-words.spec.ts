import { expect, test, type Page } from '@playwright/test';
import { pdf } from '../office/files.ts';
import { faultsOf } from './axe.ts';
import { invited } from './colleague.ts';
import { send, signIn } from './staff.ts';

test.describe.configure({ timeout: 120_000 });

const kept = (page: Page) => expect(page.locator('.kept')).toContainText('Привремено сачувано у');
const title = '[id="name.sr-Cyrl"]';
const notice = 'section.note';

test('two windows with one form for a new record keep both texts; each can be gone on with, and sending one leaves the other', async ({ page, context }) => {
  await signIn(page);
  const address = '/sr-Cyrl/workspace/programmes/new';
  const other = await context.newPage();
  for (const [at, words] of [[page, 'Програм првог прозора'], [other, 'Програм другог прозора']] as const) await at.goto(address).then(() => at.locator(title).fill(words)).then(() => kept(at));
  await page.locator(title).fill('Програм првог прозора, дописан');
  await expect(page.locator('.kept')).toContainText('Привремено сачувано у');
  await page.close();
  await other.close();

  const later = await context.newPage();
  await later.goto(address);
  await expect(later.locator(notice)).toContainText('Имате још један непослат текст овог обрасца');
  expect(await faultsOf(later)).toEqual([]);
  const first = await later.locator('.unsent ins').first().textContent();
  await later.locator(`${notice} a`).last().click();
  await expect(later.locator(title)).not.toHaveValue('');
  const second = await later.locator(title).inputValue();
  expect([first, second].toSorted()).toEqual(['Програм другог прозора', 'Програм првог прозора, дописан']);
  await send(later);
  await expect(later.locator('h1')).toHaveText(second);
  await later.goto(address);
  await expect(later.locator(notice)).toContainText('Имате непослат текст од');
  await expect(later.locator(notice)).not.toContainText('Имате још');
  await expect(later.locator('.unsent ins').first()).toHaveText(first ?? '');
  await later.getByRole('button', { name: 'Одбаци' }).click();
  await expect(later.locator(notice)).toHaveCount(0);
  await later.goto(address);
  await expect(later.locator(title)).toHaveValue('');
  await expect(later.locator(notice)).toHaveCount(0);
});

test('what is typed in the very moment in which the scripts take hold of the form is kept', async ({ page }) => {
  await signIn(page);
  // The form asks to hear when the page is hidden while it is being drawn; a key that comes next is the earliest one of which it could know nothing.
  await page.addInitScript((field) => {
    const listen = document.addEventListener.bind(document);
    document.addEventListener = (...[name, ...rest]: Parameters<typeof listen>) => {
      listen(name, ...rest);
      const typed = document.querySelector<HTMLInputElement>(field);
      if (name === 'visibilitychange' && typed) queueMicrotask(() => {
        typed.focus();
        document.execCommand('insertText', false, 'Програм у трену');
      });
    };
  }, title);
  await page.goto('/sr-Cyrl/workspace/programmes/new');
  await kept(page);
  await expect(page.locator(title)).toHaveValue('Програм у трену');
  await page.reload();
  await page.getByRole('button', { name: 'Одбаци' }).click();
  await expect(page.locator(notice)).toHaveCount(0);
});

test('the reason that is given with proposed files outlives a refusal and the end of the session, without scripts', async ({ page, browser }) => {
  await signIn(page);
  const paper = await publishedPaper(page);
  const { own, colleague } = await invited(page, browser, { name: 'Предлагач Датотека', email: `datoteke-${Date.now()}@povelja.example`, role: 'editor', scripts: false });
  const propose = async (name: string) => {
    await colleague.locator('#files').setInputFiles({ name, mimeType: 'application/pdf', buffer: name.endsWith('.pdf') ? pdf('proposed') : Buffer.from('no picture') });
    await colleague.locator('main form .btns button[type=submit]').first().click();
  };
  const reason = 'на првој страни недостаје потпис,\nа у регистру стоји нацрт';
  await colleague.goto(`${paper}/files`);
  await colleague.locator('input[name=role][value=translation]').check();
  await colleague.locator('#proposalReason').fill(reason);
  await propose('slika.png');
  await expect(colleague.locator('.errs')).toBeVisible();
  await expect(colleague.locator('#proposalReason')).toHaveValue(reason);
  await expect(colleague.locator('input[name=role][value=translation]')).toBeChecked();
  await colleague.locator('#proposalReason').fill(`${reason}!`);
  await propose('slika.png');
  await expect(colleague.locator('#proposalReason')).toHaveValue(`${reason}!`);

  const cookies = await own.cookies();
  await own.clearCookies();
  await colleague.locator('#proposalReason').fill(`${reason}?`);
  await propose('potpis.pdf');
  await expect(colleague).toHaveURL(/sign-in/);
  await own.addCookies(cookies);
  await colleague.goto(`${paper}/files?unsent=1`);
  await expect(colleague.locator('#proposalReason')).toHaveValue(`${reason}?`);
  await propose('potpis.pdf');
  await expect(colleague).toHaveURL(/proposals\/[0-9a-f-]{36}/);
  await expect(colleague.locator('main')).toContainText('а у регистру стоји нацрт?');
  await colleague.goto(`${paper}/files`);
  await expect(colleague.locator('#proposalReason')).toHaveValue('');
  await expect(colleague.locator(notice).filter({ hasText: 'непослат' })).toHaveCount(0);
  await own.close();
  await page.goto(`${paper}/withdraw`);
  await page.locator('[id="publicReason.sr-Cyrl"]').fill('Крај пробе.');
  await send(page);
});

/** The address of a published document: who only edits may propose files for it. */
async function publishedPaper(page: Page): Promise<string> {
  await page.goto('/sr-Cyrl/workspace/documents/new');
  await page.locator('[id="title.sr-Cyrl"]').fill('Записник за непослате речи');
  await page.locator('#kind').selectOption('minutes');
  await page.locator('#language').selectOption('sr');
  await page.locator('[id="links.0.record"]').fill('пројекат: EXCHANGE 2 – Заједничка подршка локалним самоуправама у Србији (NI-PRO-001)');
  await page.locator('[id="absentReason.sr-Cyrl"]').fill('Примерак није нађен.');
  await page.locator('[id="absentReason.en"]').fill('No copy was found.');
  await page.locator('input[name=visibility][value=public]').check();
  await send(page);
  await expect(page).toHaveURL(/documents\/[0-9a-f-]{36}/);
  const paper = new URL(page.url()).pathname;
  await page.goto(`${paper}/publish`);
  await send(page);
  return paper;
}
