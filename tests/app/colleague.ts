import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { send } from './staff.ts';

export const password = 'четири крушке у корпи 8';

/** Somebody invited by whoever is signed in on `page`, who has followed the link and set the password above, in a browser of his own. */
export async function invited(page: Page, browser: Browser, who: { name: string; email: string; role: string; scripts: boolean }): Promise<{ own: BrowserContext; colleague: Page; id: string }> {
  await page.goto('/sr-Cyrl/workspace/people/new');
  await page.locator('#name').fill(who.name);
  await page.locator('#email').fill(who.email);
  await page.locator('#role').selectOption(who.role);
  await send(page);
  const link = await page.locator('input[readonly]').inputValue();
  const own = await browser.newContext({ javaScriptEnabled: who.scripts });
  const colleague = await own.newPage();
  await colleague.goto(new URL(link).pathname);
  await colleague.locator('#newPassword').fill(password);
  await send(colleague);
  await expect(colleague).toHaveURL(/\/workspace$/);
  await page.goto('/sr-Cyrl/workspace/people?view=all');
  await page.getByRole('link', { name: who.name }).click();
  await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}$/);
  return { own, colleague, id: page.url().slice(-36) };
}

/** Signs in as somebody else than the first person. */
export async function enterAs(page: Page, email: string, typed: string = password): Promise<number> {
  await page.goto('/sr-Cyrl/sign-in');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(typed);
  return send(page);
}
