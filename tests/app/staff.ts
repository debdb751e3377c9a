import { expect, type Page } from '@playwright/test';
import { admin } from '../site.ts';

/** Signs in as the first person of the site under test, who is administrator and publisher. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sr-Cyrl/sign-in');
  await page.getByLabel('Службена е-адреса').fill(admin.email);
  await page.getByLabel('Лозинка').fill(admin.password);
  await page.locator('.btns button[type=submit]').click();
  await expect(page).toHaveURL(/\/workspace/);
}

/** Sends the form of the page and answers with the status of what came back, redirects followed. */
export async function send(page: Page): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.locator('main form .btns button[type=submit]').first().click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

/** The page of a withdrawn record says so within the second that is promised. */
export async function expectGone(page: Page, address: string): Promise<void> {
  await expect.poll(async () => (await page.goto(address))?.status(), { timeout: 1_000, intervals: [20] }).toBe(410);
}
