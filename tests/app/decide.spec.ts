import { expect, test, type Page } from '@playwright/test';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { send, signIn } from './staff.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a day to decide that has passed waits on every page until it is decided, and then on none', async ({ page }) => {
      test.setTimeout(120_000);
      await signIn(page);
      const title = `Споразум чији је рок за одлуку прошао ${scripts ? 'са скриптама' : 'без скрипти'}`;
      const record = await inForce(page, title);
      const passed = page.locator('main table').getByText(title);
      const days = page.locator('section.sec').filter({ has: page.getByRole('heading', { name: 'Рокови', exact: true }) });

      await expect(days).toContainText(/касни (19|20|21) дана?/);
      await page.goto('/sr-Cyrl/workspace/agreements?deadline=passed');
      await expect(passed).toHaveCount(1);

      await page.goto(`${record}/decide`);
      await expect(page.locator('main')).toContainText('Да се прећутно продужи');
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/decide.${scripts}.png`, fullPage: true });
      await page.locator('#reason').fill('Сарадња се наставља.');
      await send(page);
      await expect(page).toHaveURL(record);
      await expect(days).toContainText(/одлучено \d+\. \S+ \d{4}\./);
      await expect(days).not.toContainText('касни');
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/decided.${scripts}.png`, fullPage: true });

      await page.goto('/sr-Cyrl/workspace/agreements?deadline=passed');
      await expect(passed).toHaveCount(0);
      await page.goto(`${record}/decide`);
      await expect(page.locator('main')).toContainText('Да је тако одлучено, већ је забележено.');
      await expect(page.locator('#reason')).toHaveCount(0);
      await expect(page.getByRole('link', { name: /отказ/i }).first()).toBeVisible();
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/decide-again.${scripts}.png`, fullPage: true });
    });
  });
}

/** A draft of an agreement that renews itself, whose last day for a notice lies ten days ahead; answers with its page. */
async function inForce(page: Page, title: string): Promise<string> {
  const today = belgradeToday(new Date());
  await page.goto('/sr-Cyrl/workspace/agreements/new');
  await page.locator('[id="title.sr-Cyrl"]').fill(title);
  await page.locator('#type').selectOption('cooperation_agreement');
  await page.locator('#procedure').selectOption('other');
  await page.locator('#renewal').selectOption('tacit');
  for (const [name, months] of [['termMonths', '24'], ['renewalMonths', '12'], ['noticeMonths', '0']] as const) await page.locator(`#${name}`).fill(months);
  await send(page);
  await expect(page.locator('h1')).toHaveText(title);
  const record = page.url().split('?')[0] ?? '';
  await page.goto(`${record}/old-act`);
  await page.locator('#kind').selectOption('entry_into_force');
  const [year, month, day] = addDays(addMonths(addDays(today, 10), -24), 1).split('-') as [string, string, string];
  for (const [part, value] of Object.entries({ year, month, day })) await page.locator(`[id="on.${part}"]`).fill(String(Number(value)));
  await send(page);
  await page.goto(record);
  return record;
}
