import { expect, type Locator, type Page } from '@playwright/test';
import { admin } from '../site.ts';

/** Signs in as the first person of the site under test, who is administrator and publisher. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sr-Cyrl/sign-in');
  await page.getByLabel('Службена е-адреса').fill(admin.email);
  await page.getByLabel('Лозинка').fill(admin.password);
  await page.locator('.btns button[type=submit]').click();
  await expect(page).toHaveURL(/\/workspace/);
}

/**
 * Sends the form of the page and answers with the status of what came back, redirects followed. Where it comes back for a
 * second look, since another journey has entered something like it, it is entered all the same.
 */
export async function send(page: Page): Promise<number> {
  const status = await press(page, page.locator('main form .btns button[type=submit]').first());
  if (status !== 422) return status;
  const anyway = page.locator('main .look button[name=anyway]');
  await page.locator('main .errs, main .look').first().waitFor();
  return await anyway.isVisible() ? press(page, anyway) : status;
}

/** Waits until the scripts of the page have taken hold of this element, so that a key pressed on it is heard. */
export async function taken(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))).toBe(true);
  // The listeners come with the effects, after what was drawn.
  await part.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
}

/** Presses a button that posts its form, and answers with the status of what came back. */
export async function press(page: Page, button: Locator): Promise<number> {
  await arrived(page);
  const [answer] = await Promise.all([
    // What is typed is kept meanwhile, which is a post too, to another address.
    page.waitForResponse((one) => one.request().method() === 'POST' && one.url() === page.url().split('#')[0]),
    button.click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

/** The page to which a link was followed in place is there. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.locator('.on-the-way')).toHaveCount(0);
}

/** The page of a withdrawn record says so within the second that is promised. */
export async function expectGone(page: Page, address: string): Promise<void> {
  // Asked without a browser, whose own drawing on a busy machine is none of it.
  await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 1_000, intervals: [20] }).toBe(410);
  expect((await page.goto(address))?.status()).toBe(410);
}
