import { expect, test, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { admin as first } from '../site.ts';
import { openGround, type Ground } from './doors/ground.ts';
import { enterAs, password } from './colleague.ts';
import { send, signIn } from './staff.ts';

// A site of the spec's own: what a role requires holds for everybody who holds it, and time has to pass.
test.describe.configure({ mode: 'serial' });
const desk = '/sr-Cyrl/workspace';
const factor = `${desk}/me/second-factor`;
let ground: Ground;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  ground = await openGround();
});
test.afterAll(async () => ground?.close());

/** Eleven minutes later: whoever gave his password then is asked for it again. */
async function later(): Promise<void> {
  await ground.client.query(`update session set confirmed_at = now() - interval '11 minutes'`);
}

async function byHand(statements: string): Promise<void> {
  await ground.client.query(`set session_replication_role = replica; ${statements}; set session_replication_role = origin`);
}

async function toggled(): Promise<unknown[]> {
  return (await ground.client.query(`select key, value from setting where key = 'second_factor_publisher'`)).rows;
}

/** Sends the form, which comes back for the password with all that was typed; gives a wrong one, then the right one. */
async function sendWithPassword(page: Page, kept: string, typed: string): Promise<void> {
  expect(await send(page)).toBe(403);
  await expect(page.locator(kept)).toHaveValue(typed);
  await page.locator('#confirmPassword').fill('ово није лозинка 12345');
  expect(await send(page)).toBe(422);
  await expect(page.locator('#confirmPassword')).toHaveValue('');
  await expect(page.locator(kept)).toHaveValue(typed);
  await page.locator('#confirmPassword').fill(first.password);
  expect(await send(page)).toBeLessThan(400);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('people, roles and settings ask for the password again; a role that requires two steps leads to setting them up, and to nothing else until then', async ({ browser }) => {
      test.setTimeout(180_000);
      await byHand('delete from setting; update person set second_factor_since = null');
      const [own, other] = [await browser.newContext({ baseURL: ground.address, javaScriptEnabled: scripts }), await browser.newContext({ baseURL: ground.address, javaScriptEnabled: scripts })];
      const [page, colleague] = [await own.newPage(), await other.newPage()];
      const [name, email] = scripts ? ['Ружица Пеливан', 'ruzica@povelja.example'] : ['Тихомир Загорац', 'tihomir@povelja.example'];
      await signIn(page);
      // Whoever requires it of others must have it himself; how it is set up is the colleague's part below.
      await byHand('update person set second_factor_since = now()');

      await later();
      await page.goto(`${desk}/people/new`);
      await page.locator('#name').fill(name!);
      await page.locator('#email').fill(email!);
      await page.locator('#role').selectOption('publisher');
      await sendWithPassword(page, '#name', name!);
      const link = new URL(await page.locator('input[readonly]').inputValue()).pathname;
      const { rows: [held] } = await ground.client.query<{ id: string }>(`select owner_id as id from personal where field = 'email' and value = $1`, [email]);
      const { rows: [grant] } = await ground.client.query<{ id: string }>(`select id from grant_of_right where person_id = $1`, [held!.id]);

      await later();
      await page.goto(`${desk}/people/${held!.id}/roles/${grant!.id}`);
      await page.locator('#reason').fill('Проба');
      expect(await send(page)).toBe(403);
      expect((await ground.client.query(`select from grant_of_right where person_id = $1`, [held!.id])).rowCount, 'nothing was done').toBe(1);

      await page.goto(`${desk}/settings/second_factor_publisher`);
      await page.locator('#value').check();
      await page.locator('#reason').fill('Налог безбедности');
      await sendWithPassword(page, '#reason', 'Налог безбедности');
      await expect.poll(toggled).toEqual([{ key: 'second_factor_publisher', value: true }]);

      await colleague.goto(link);
      await colleague.locator('#newPassword').fill(password);
      await send(colleague);
      for (const place of ['', '/partners', '/partners/new', '/agreements', '/me', '/me/mail', '/rights', '/history']) {
        await colleague.goto(`${desk}${place}`);
        await expect(colleague, place).toHaveURL(/\/workspace\/me\/second-factor\?next=/);
      }
      expect((await colleague.request.get(`${desk}/palette/hits?q=град`, { maxRedirects: 0 })).status()).toBe(401);
      await colleague.goto(factor);
      await send(colleague);
      await expect(colleague).toHaveURL(/\/set-up/);
      const key = (await colleague.locator('.factor-key').innerText()).replaceAll(/\s/g, '');
      await colleague.locator('#secondCode').fill('000000');
      expect(await send(colleague)).toBe(422);
      await colleague.goto(`${desk}/partners`);
      await expect(colleague, 'a wrong code opens nothing').toHaveURL(/\/second-factor\?next=/);
      await colleague.goto(`${factor}/set-up`);
      await colleague.locator('#secondCode').fill(codeOf(key, 0));
      await send(colleague);
      await expect(colleague.locator('.codes li')).toHaveCount(10);
      expect((await colleague.goto(`${desk}/partners/new`))?.status()).toBe(200);
      await expect(colleague).toHaveURL(/\/partners\/new$/);

      await other.clearCookies();
      await enterAs(colleague, email!);
      await expect(colleague).toHaveURL(/\/sign-in\/code/);
      await colleague.locator('#secondCode').fill(codeOf(key, 1));
      await send(colleague);
      expect((await colleague.goto(`${desk}/partners/new`))?.status()).toBe(200);
      await own.close();
      await other.close();
    });
  });
}

function codeOf(key: string, steps: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + steps * 30_000 });
}
