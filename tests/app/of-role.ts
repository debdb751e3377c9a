import { expect, type Browser, type Page } from '@playwright/test';
import type { Site } from '../site.ts';
import { send } from './staff.ts';

const password = 'четири крушке у корпи 8';

/** Somebody who was invited with this role, and has entered by the link. */
export async function colleague(browser: Browser, site: Site, admin: Page, { name, email, role, scripts = true, project }: { name: string; email: string; role: string; scripts?: boolean; project?: string }): Promise<Page> {
  await admin.goto(`/sr-Cyrl/workspace/people/new`);
  await admin.locator('#name').fill(name);
  await admin.locator('#email').fill(email);
  await admin.locator('#role').selectOption(role);
  if (project) {
    await admin.locator('#noun').selectOption('project');
    await admin.locator('[name="seek.scope.recordId"]').fill(project);
    if (scripts) await admin.locator('[role=listbox] [role=option]').first().click();
  }
  await send(admin);
  const link = new URL(await admin.locator('input[readonly]').inputValue()).pathname;
  const page = await (await browser.newContext({ baseURL: site.address, javaScriptEnabled: scripts })).newPage();
  await page.goto(link);
  await page.locator('#newPassword').fill(password);
  await send(page);
  await expect(page).toHaveURL(/\/workspace$/);
  return page;
}
