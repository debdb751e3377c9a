import { expect, test as base, type BrowserContext } from '@playwright/test';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { admin } from '../../site.ts';
import { openGround } from '../doors/ground.ts';
import { routeTree } from '../doors/routes.ts';
import { layExhibits } from './exhibits.ts';
import { examplesOf, screensOf, type Screen } from './screens.ts';

/** A screen in the one written form in which this run looks at it. */
export type Looked = Screen & { readonly form: WrittenForm; readonly path: string; readonly place: number };
export type Site = { readonly address: string; readonly screens: readonly Looked[]; readonly cookies: Cookies; /** Of whoever has given his password, and not yet his code. */ readonly half: Cookies };
type Cookies = Parameters<BrowserContext['addCookies']>[0][number][];

/** A built site of its own for each worker, so that no other journey changes its screens, and somebody signed in who may do all. */
export const test = base.extend<object, { site: Site }>({
  site: [async ({ browser }, use) => {
    const ground = await openGround();
    const exhibits = await layExhibits(ground.client);
    const screens = screensOf(pageRoutes(), examplesOf(exhibits)).map((screen, place) => {
      const form = writtenForms[(place + turn) % writtenForms.length] ?? 'sr-Cyrl';
      return { ...screen, form, place, path: `/${form}${screen.address === '/' ? '' : screen.address}` };
    });
    const context = await browser.newContext({ baseURL: ground.address });
    const page = await context.newPage();
    await page.goto('/sr-Cyrl/sign-in');
    await page.getByLabel('Службена е-адреса').fill(admin.email);
    await page.getByLabel('Лозинка').fill(admin.password);
    await page.locator('.btns button[type=submit]').click();
    await expect(page).toHaveURL(/\/workspace$/);
    const cookies = await context.cookies();
    await context.close();
    const half: Cookies = [{ name: '__Host-povelja.half', value: exhibits.half, domain: new URL(ground.address).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }];
    await use({ address: ground.address, screens, cookies, half });
    await ground.close();
  }, { scope: 'worker', timeout: 120_000 }],
});

/** Every page of the tree, by its address below the written form. */
export function pageRoutes(): string[] {
  return routeTree().filter(({ kind }) => kind === 'page').map(({ address }) => address.replace('/[locale]', '') || '/').toSorted();
}

/** Each run looks at a screen in one form; with `POVELJA_TURN` 1 or 2 in the next. */
const turn = Number(process.env.POVELJA_TURN ?? 0);
