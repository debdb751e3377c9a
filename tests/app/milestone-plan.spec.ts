import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { press, send, signIn } from './staff.ts';

const desk = '/sr-Cyrl/workspace/milestones';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a plan: two milestones of a project in their order, begun, postponed, what waits put off, taken over, drawn', async ({ page }) => {
      test.setTimeout(120_000);
      const mark = scripts ? 'Ниш' : 'Медијана';
      const [first, then] = [`Планска припрема ${mark}`, `Планска набавка ${mark}`];
      await signIn(page);
      const project = await projectId(page);
      const before = await planned(page, project, first, { day: '1', month: '6', year: '2027' });
      const after = await planned(page, project, then, { day: '20', month: '6', year: '2027' }, first);

      await page.goto(`${before}/edit`);
      await page.locator('[name="dependsOn.0.milestoneId"]').selectOption({ label: await labelOf(page, then) });
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('круг');
      await expect(page.locator('.errs')).toContainText(then);

      await page.goto(`${after}/complete`);
      await expect(page.locator('.note')).toContainText(first);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('још није остварена');

      await page.goto(`${before}/start`);
      await page.locator('#progress').fill('25');
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('У току');
      await page.goto(`${before}/progress`);
      await page.locator('#progress').fill('50');
      await send(page);
      await expect(page.locator('main')).toContainText('50 %');

      await page.goto(`${before}/postpone`);
      await expect(page.locator('.note')).toContainText(then);
      await page.locator('[id="planned.month"]').fill('7');
      await page.locator('[id="planned.day"]').fill('1');
      await page.locator('[id="planned.year"]').fill('2027');
      await send(page);
      await expect(page).toHaveURL(/\/dependants\?by=30$/);
      const pushed = page.locator('.plan-lines > li').filter({ hasText: then });
      await expect(pushed).toContainText('сада пада пре');
      await press(page, pushed.getByRole('button', { name: 'Помери за 30 дана' }));
      await expect(pushed).toContainText('20. 7. 2027.');

      await page.goto(`${desk}/unowned`);
      const line = page.locator('.plan-lines > li').filter({ hasText: then });
      await press(page, line.getByRole('button', { name: 'Преузми' }));
      await expect(page).toHaveURL(/\/unowned$/);
      await expect(page.locator('.plan-lines > li').filter({ hasText: then })).toHaveCount(0);

      await page.goto(`/sr-Cyrl/workspace/projects/${project}/plan?zoom=quarter&at=2027-07-01`);
      await expect(page.locator('.zoom-shown')).toHaveText('3. тромесечје 2027.');
      await expect(page.locator('.gantt svg').first()).toHaveAttribute('aria-hidden', 'true');
      const row = page.getByRole('row').filter({ hasText: then });
      await expect(row).toContainText('20. 7. 2027.');
      await expect(row).toContainText('раније');
      await expect(page.getByRole('row').filter({ hasText: first })).toContainText('урађено 50 %');
    });
  });
}

test('the plan of the whole office: every view at its address, by keyboard, without faults', async ({ page }) => {
  await signIn(page);
  for (const view of ['week', 'overdue', 'unowned', 'timeline', 'timeline?zoom=month&at=2003-05-01']) {
    await page.goto(`${desk}/${view}`);
    await expect(page.locator('h1')).toHaveCount(1);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await page.goto(`${desk}/timeline?zoom=year&at=2003-05-01`);
  await page.locator('.gantt section').focus();
  await expect(page.locator('.gantt section')).toBeFocused();
  await page.locator('.zoom a[rel=next]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/zoom=year&at=2004-01-01$/);
  await page.waitForLoadState();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${desk}/timeline?zoom=year&at=2003-05-01`);
  await expect(page.locator('.gantt')).toBeHidden();
  await expect(page.locator('.months')).toBeVisible();
  await page.goto(`${desk}/timeline?zoom=decade&at=yesterday`);
  await expect(page.locator('.zoom a[aria-current]')).toHaveText('година');
});

test('a yearly fee becomes a duty in one step, stands in the plan, and doing it leaves the next', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto('/sr-Cyrl/workspace/networks');
  await page.locator('tbody').getByRole('link', { name: 'Energy Cities' }).first().click();
  await page.waitForURL(/networks\/[0-9a-f-]{36}$/);
  const record = page.url();
  await page.goto(`${record}/edit`);
  await page.locator('#feePeriod').selectOption('yearly');
  await send(page);
  await page.goto(`${record}/duties`);
  await page.getByRole('link', { name: 'Унеси годишњу обавезу' }).click();
  await expect(page.locator('[id="text.sr-Cyrl"]')).toHaveValue(/Годишња чланарина/);
  await send(page);
  await expect(page).toHaveURL(/\/duties$/);
  await expect(page.locator('.plan-lines')).toContainText('једном годишње');
  const times = page.locator('.duty-times a');
  await expect(times).toHaveCount(1);
  await times.first().click();
  await expect(page.locator('h1')).toContainText('Годишња чланарина');
  await expect(page.locator('main')).toContainText('обавеза чији је ово један термин');
  const milestone = page.url();
  await page.goto(`${milestone}/complete`);
  await send(page);
  await page.goto(`${record}/duties`);
  await expect(times).toHaveCount(1);
  expect(await times.first().getAttribute('href')).not.toBe(new URL(milestone).pathname);

  await page.getByRole('link', { name: /Забележи испуњење/ }).click();
  await page.getByLabel('Отпала').check();
  await page.locator('[id="evidence.sr-Cyrl"]').fill('Мрежа је укинула чланарину.');
  await send(page);
  await expect(page.locator('.plan-lines')).toContainText('Отпала');
  await expect(times).toHaveCount(0);
  await page.goto('/sr-Cyrl/milestones');
  await expect(page.locator('main')).not.toContainText('Годишња чланарина');
});

async function projectId(page: Page): Promise<string> {
  await page.goto('/sr-Cyrl/workspace/projects?q=transpower');
  const href = await page.locator('tbody a[href*="/workspace/projects/"]').first().getAttribute('href');
  return href?.split('/').pop() ?? '';
}

/** Enters a milestone of the project, after another one where it is named, and answers with its address. */
async function planned(page: Page, project: string, title: string, date: { day: string; month: string; year: string }, after?: string): Promise<string> {
  await page.goto(`${desk}/new?project=${project}`);
  await page.locator('[id="title.sr-Cyrl"]').fill(title);
  await page.locator('#kind').selectOption('project_event');
  for (const [part, value] of Object.entries(date)) await page.locator(`[id="planned.${part}"]`).fill(value);
  if (after) await page.locator('[name="dependsOn.0.milestoneId"]').selectOption({ label: await labelOf(page, after) });
  await send(page);
  await expect(page.locator('h1')).toHaveText(title);
  return page.url();
}

/** A milestone as the choice of the form calls it: with its code. */
async function labelOf(page: Page, title: string): Promise<string> {
  return await page.locator('[name="dependsOn.0.milestoneId"] option').filter({ hasText: title }).first().textContent() ?? '';
}
