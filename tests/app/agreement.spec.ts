import { expect, test, type Page } from '@playwright/test';
import { expectGone, send, signIn } from './staff.ts';

test('an agreement answers first whether it holds, and says what is not known', async ({ page }) => {
  const answer = await page.goto('/sr-Cyrl/agreements/intermunicipal-nis-doljevac-merosina-gadzin-han');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('.answer-word')).toHaveText('Потписан. Да ли и данас важи, није утврђено.');
  await expect(page.locator('table.acts tbody tr')).toHaveCount(4);
  await expect(page.locator('table.acts')).toContainText('акт није нађен');
  await expect(page.locator('.path')).toHaveCount(0);
  await expect(page.locator('aside .sheet')).toContainText('датум није познат');
  await expect(page.locator('.row')).toContainText('Пројекат одрживог локалног развоја');
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  expect((await page.goto('/en/agreements/nema-ga'))?.status()).toBe(404);
});

test('the register is narrowed by its facets; memoranda have an address of their own', async ({ page }) => {
  await page.goto('/sr-Latn/agreements');
  await expect(page.locator('.rows .row')).toHaveCount(3);
  await page.goto('/sr-Latn/agreements?party=usaid&standing=signed');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await expect(page.locator('.rows')).toContainText('Memorandum o razumevanju sa Projektom');
  await expect(page.locator('.tags .tag')).toHaveCount(2);
  await page.goto('/sr-Latn/agreements?standing=in_force&type=nonsense');
  await expect(page.locator('.empty')).toBeVisible();
  await page.goto('/en/memoranda');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await page.goto('/sr-Cyrl/agreements?q=gadzin+hanom');
  await expect(page.locator('.rows .row')).toHaveCount(1);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const title = scripts ? 'Споразум пробе са скриптама' : 'Споразум пробе без скрипти';
    const slug = scripts ? 'sporazum-probe-sa-skriptama' : 'sporazum-probe-bez-skripti';

    test('an agreement is drafted, edited, led to signature, published, and withdrawn', async ({ page }) => {
      test.setTimeout(240_000);
      await signIn(page);
      await page.goto('/sr-Cyrl/workspace/agreements/new');
      await page.locator('[id="title.en"]').fill('Agreement on trial');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Назив');
      await expect(page.locator('[id="title.en"]')).toHaveValue('Agreement on trial');
      await page.locator('[id="title.sr-Cyrl"]').fill(title);
      await page.locator('#type').selectOption('cooperation_agreement');
      await send(page);
      await expect(page.locator('h1')).toHaveText(title);
      const record = page.url();

      await page.goto(`${record}/publish`);
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('две стране потписнице');
      await page.goto(`${record}/sign`);
      await expect(page.locator('main form')).toHaveCount(0);

      await page.goto(`${record}/edit`);
      await page.locator('button[name=again][value=parties]').click();
      await fillParties(page);
      await page.locator('[id="sources.0.title.sr-Cyrl"]').fill('Архива Канцеларије');
      await page.locator('#procedure').selectOption('donor');
      await page.locator('#ownerId').selectOption({ index: 1 });
      await send(page);
      await expect(page.locator('table.acts')).toContainText('Урбан');

      await recordAct(page, record, { kind: 'initiative' });
      await page.getByRole('link', { name: 'Поништи' }).click();
      expect(await send(page)).toBe(422);
      await page.locator('#reason').fill('Унето грешком.');
      await send(page);
      await expect(page.locator('.hist')).toContainText('Унето грешком.');
      await expect(page.getByRole('link', { name: 'Поништи' })).toHaveCount(0);
      await recordAct(page, record, { kind: 'drafting_started' });
      await recordAct(page, record, { kind: 'text_agreed' });
      await page.goto(`${record}/acts/new/council-decision`);
      await page.locator('[id="on.year"]').fill('2024');
      expect(await send(page)).toBe(422);
      await expect(page.locator('.errs')).toContainText('Седница');
      await recordAct(page, record, { kind: 'council_decision', number: '06-1/2024', session: '12. седница' });
      await expect(page.locator('.desk-head .states')).toContainText('Спремно за потпис');

      await page.goto(`${record}/sign`);
      await page.locator('#partyId').selectOption({ label: 'Град Ниш' });
      await page.locator('#signatory').fill('Петар Петровић');
      await page.locator('[id="on.year"]').fill('2999');
      expect(await send(page)).toBe(422);
      await expect(page.locator('#signatory')).toHaveValue('Петар Петровић');
      await page.locator('[id="on.year"]').fill('2024');
      await page.locator('[id="on.month"]').fill('6');
      await send(page);
      await expect(page.locator('.desk-head .states')).toContainText('Потписан');

      expect((await page.goto(`/sr-Cyrl/agreements/${slug}`))?.status()).toBe(404);
      await page.goto(`${record}/publish`);
      await send(page);
      await expect(page.locator('.desk-head')).toContainText('Објављено');
      const shown = await page.goto(`/sr-Latn/agreements/${slug}`);
      expect(shown?.status()).toBe(200);
      await expect(page.locator('.answer')).toContainText('Nije nađen potpis: Urban');
      await expect(page.locator('table.acts')).toContainText('jun 2024.');

      await page.goto(`${record}/withdraw`);
      await page.locator('[id="publicReason.sr-Cyrl"]').fill('Унето за пробу.');
      await send(page);
      await expectGone(page, `/sr-Cyrl/agreements/${slug}`);
      await expect(page.locator('main')).toContainText('Унето за пробу.');
      await page.goto(`/sr-Cyrl/agreements?q=${slug.slice(-12)}`);
      await expect(page.locator('main')).not.toContainText(title);
    });
  });
}

async function fillParties(page: Page): Promise<void> {
  await page.locator('[id="parties.0.organisationId"]').fill('Град Ниш');
  await page.locator('[id="parties.0.side"]').selectOption('us');
  await page.locator('[id="parties.0.signatory"]').fill('Петар Петровић');
  const other = page.locator('[id="parties.1.organisationId"]');
  await other.fill('Урбан');
  await page.locator('[id="parties.1.side"]').selectOption('them');
}

async function recordAct(page: Page, record: string, { kind, number, session }: { kind: string; number?: string; session?: string }): Promise<void> {
  await page.goto(`${record}/acts/new/${kind.replaceAll('_', '-')}`);
  await page.locator('[id="on.year"]').fill('2024');
  if (number) await page.locator('#number').fill(number);
  if (session) await page.locator('#session').fill(session);
  await send(page);
  await expect(page).toHaveURL(record);
}
