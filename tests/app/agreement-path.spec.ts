import { expect, test, type Page } from '@playwright/test';
import { belgradeToday } from '#messages/dates.ts';
import { send, signIn, taken } from './staff.ts';

// From the initiative to the notice, on the way of an agreement with a foreign city: what is missing is said with its link,
// each act is entered on its own page, and the renewals that nobody entered are reckoned.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });
    const title = scripts ? 'Споразум са Примерградом, са скриптама' : 'Споразум са Примерградом, без скрипти';

    test('an agreement with a foreign city goes from the initiative to the gazette, to a tacit renewal, and to the notice', async ({ page }) => {
      test.setTimeout(300_000);
      await signIn(page);
      const record = await begin(page, title);
      await expect(page.locator('#next')).toContainText('Поступак није изабран');
      await page.locator('#next').getByRole('link', { name: 'Изабери поступак' }).click();
      await page.locator('#procedure').selectOption('foreign_city');
      await page.locator('#authenticLanguages input[value=sr], input[name=authenticLanguages][value=sr]').first().check();
      await page.locator('#termMonths').fill('36');
      await page.locator('#renewal').selectOption('tacit');
      await page.locator('#renewalMonths').fill('36');
      await page.locator('#noticeMonths').fill('3');
      await send(page);
      await expect(page.locator('.path li')).toHaveCount(8);
      await expect(page.locator('.path .now')).toContainText('Иницијатива');

      await enter(page, record, 'initiative', '2013-05-08');
      await page.goto(`${record}/acts/new/drafting-started`);
      await expect(page.locator('main form')).toHaveCount(0);
      await page.getByRole('link', { name: 'Одреди ко је задужен' }).click();
      await page.locator('#ownerId').selectOption({ index: 1 });
      await send(page);
      await enter(page, record, 'drafting-started', '2013-06-01');
      await page.goto(`${record}/acts/new/text-agreed`);
      await page.getByRole('link', { name: 'Додај страну' }).click();
      await addParty(page, 'Град Ниш', 'us');
      await page.goto(`${record}/party`);
      await addParty(page, 'Нови Сад', 'them');
      await enter(page, record, 'text-agreed', '2013-08-20');

      await expect(page.locator('#next')).toContainText('нема текста на језику „српски“');
      await page.locator('#next').getByRole('link', { name: 'Приложи текст' }).click();
      await page.locator('[id="title.sr-Cyrl"]').fill('Нацрт споразума са Примерградом');
      await send(page);
      await enter(page, record, 'council-decision', '2013-09-27', async () => {
        expect(await send(page)).toBe(422);
        await expect(page.locator('.errs')).toContainText('Седница');
        await page.locator('#number').fill('06-000-7/2013-02');
        await page.locator('#session').fill('12. седница');
        await page.locator('#signatory').fill('Петар Петровић');
        await page.locator('#document').selectOption('new');
      });
      await expect(page.locator('#acts')).toContainText('Одлука Скупштине града: Споразум са Примерградом');

      await page.goto(`${record}/sign`);
      await expect(page.locator('main form')).toHaveCount(0);
      await expect(page.locator('.note')).toContainText('Без сагласности Владе споразум се не може потписати');
      await page.getByRole('link', { name: 'Унеси захтев' }).click();
      await fill(page, '2013-10-02');
      await send(page);
      await enter(page, record, 'consent-given', '2013-11-09', () => page.locator('#number').fill('05 број 000-0000'));
      await expect(page.locator('.desk-head .states')).toContainText('Спремно за потпис');
      await sign(page, record, 'Петар Петровић');
      await expect(page.locator('.path .now')).toContainText('Нови Сад: чека се');
      await sign(page, record, 'Ана Анић');
      await enter(page, record, 'publication-in-gazette', '2013-12-20', () => page.locator('#gazette').fill('Сл. лист Града Ниша, бр. 99/2013'));
      await enter(page, record, 'entry-into-force', '2014-03-01');

      await expect(page.locator('.desk-head .states')).toContainText('Продужен');
      await expect(page.locator('.path .done')).toHaveCount(8);
      await expect(page.locator('#periods')).toContainText('прећутно продужено');
      await page.goto(`${record}/acts/new/renewal`);
      await expect(page.locator('.note')).toContainText('продужење не уноси');
      await notice(page, record);
    });
  });
}

test('what the way lacks is drawn for towns of one state too: the decision of every assembly', async ({ page }) => {
  await signIn(page);
  const record = await begin(page, 'Међуопштински споразум пробе пута');
  await page.goto(`${record}/edit`);
  await page.locator('#procedure').selectOption('domestic_intermunicipal');
  await send(page);
  await expect(page.locator('.path li')).toHaveCount(6);
  for (const [name, side] of [['Град Ниш', 'us'], ['Мерошина', 'them']] as const) {
    await page.goto(`${record}/party`);
    await addParty(page, name, side);
  }
  await page.goto(`${record}/old-act`);
  await page.locator('#kind').selectOption('text_agreed');
  await fill(page, '2024-02-01');
  await send(page);
  await page.goto(`${record}/acts/new/council-decision`);
  await fill(page, '2024-03-01');
  await page.locator('#number').fill('06-1/2024');
  await page.locator('#session').fill('1. седница');
  expect(await send(page)).toBe(422);
  await page.locator('#partyId').selectOption({ label: 'Град Ниш' });
  await send(page);
  await expect(page.locator('.path .now')).toContainText('Мерошина');
  await expect(page.locator('.path .now')).toContainText('Град Ниш: 1. 3. 2024.');
});

test('a form that was begun is found again from the desk, also where its act is no longer possible', async ({ page }) => {
  await signIn(page);
  const record = await begin(page, 'Споразум започетог обрасца');
  await page.goto(`${record}/acts/new/initiative`);
  await taken(page.locator('#number'));
  await page.locator('#number').fill('Остављени број 17');
  await expect(page.locator('.kept')).toContainText('Привремено сачувано у');
  await page.goto(`${record}/old-act`);
  await page.locator('#kind').selectOption('initiative');
  await fill(page, '2024-02-01');
  await send(page);
  await page.goto('/sr-Cyrl/workspace/waiting/unsent');
  await page.locator('main').getByRole('link', { name: 'Споразум започетог обрасца' }).first().click();
  await expect(page.locator('h1')).toHaveText('Унеси иницијативу');
  await expect(page.locator('main')).toContainText('Овај акт још не може да се унесе');
  await page.getByRole('link', { name: 'Настави с њим' }).click();
  await expect(page.locator('#number')).toHaveValue('Остављени број 17');
});

/** Two people open the same act: one change, and the second is told who entered it and where it stands; then it is withdrawn. */
async function notice(page: Page, record: string): Promise<void> {
  const second = await page.context().newPage();
  for (const one of [page, second]) {
    await one.goto(`${record}/acts/new/notice`);
    await expect(one.locator('aside')).toContainText('Дат касније, везује до');
    await fill(one, belgradeToday(new Date()));
    await one.locator('#partyId').selectOption({ label: 'Град Ниш' });
  }
  await send(page);
  await expect(page.locator('.desk-head .states')).toContainText('Дато обавештење о отказу');
  expect(await send(second)).toBe(422);
  await expect(second.locator('.errs')).toContainText('Овај акт је већ унет');
  await expect(second.locator('[id="on.year"]')).toHaveValue(belgradeToday(new Date()).slice(0, 4));
  await second.getByRole('link', { name: 'Погледајте тај акт' }).click();
  await expect(second.locator('#acts div[id^="act-"]').filter({ hasText: 'Обавештење о отказу' })).toHaveCount(1);
  await second.close();
  await enter(page, record, 'notice-withdrawn', belgradeToday(new Date()), () => page.locator('#partyId').selectOption({ label: 'Град Ниш' }).then(() => undefined));
  await expect(page.locator('.desk-head .states')).toContainText('Продужен');
}

async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/sr-Cyrl/workspace/agreements/new');
  await page.locator('[id="title.sr-Cyrl"]').fill(title);
  await page.locator('#type').selectOption('cooperation_agreement');
  if (await send(page) === 422) await send(page); // another journey's record may be called nearly the same, which asks for a second look
  await expect(page.locator('h1')).toHaveText(title);
  return page.url();
}

async function enter(page: Page, record: string, act: string, day: string, more?: () => Promise<void>): Promise<void> {
  await page.goto(`${record}/acts/new/${act}`);
  await fill(page, day);
  await more?.();
  await send(page);
  await expect(page).toHaveURL(record);
}

async function sign(page: Page, record: string, signatory: string): Promise<void> {
  await page.goto(`${record}/sign`);
  await page.locator('#signatory').fill(signatory);
  await fill(page, '2013-12-14');
  await send(page);
  await expect(page).toHaveURL(record);
}

async function addParty(page: Page, name: string, side: 'us' | 'them'): Promise<void> {
  await page.locator('#organisationId').fill(name);
  await page.locator('#side').selectOption(side);
  await send(page);
  await expect(page.locator('table.acts')).toContainText(name);
}

async function fill(page: Page, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  await page.locator('[id="on.year"]').fill(year);
  await page.locator('[id="on.month"]').fill(String(Number(month)));
  await page.locator('[id="on.day"]').fill(String(Number(day)));
}
