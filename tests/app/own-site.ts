import { test, type Browser, type Page } from '@playwright/test';
import { startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { signIn } from './staff.ts';

/** A site of the spec's own, for what holds for the whole office: other journeys must not meet it. It stands from before the first test to after the last. */
export function ownSite(): { readonly current: () => Site; readonly administrator: (browser: Browser) => Promise<Page> } {
  const ground = temporaryFolder();
  let site: Site | undefined;
  const current = (): Site => {
    if (!site) throw new Error('The site of the spec stands within its tests alone.');
    return site;
  };
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    site = await startSite(ground.folder);
  });
  test.afterAll(async () => {
    await site?.stop();
    await ground.remove();
  });
  return {
    current,
    async administrator(browser) {
      const page = await browser.newPage({ baseURL: current().address });
      await signIn(page);
      return page;
    },
  };
}
