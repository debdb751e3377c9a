import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { check } from '#office/import/checking.ts';
import { importById } from '#office/import/read.ts';
import { begin, map } from '#office/import/write.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed } from '../verbs.ts';
import { brought, person, rowsIn, tableFrom, takenIn, today, wrongIn } from './import-ground.ts';

const sides = 'Стране споразума: наша страна,Стране споразума: друга страна';
const signed = 'Датум акта: Потпис';

describe('what is alike and not the same', () => {
  useFreshDatabase();
  let editor: Staff;
  before(async () => { editor = await person('editor'); });
  const verdicts = async (id: string) => (await rowsIn(id)).filter(({ rowNumber }) => rowNumber > 0).map(({ verdict }) => verdict);

  test('agreements of one title with towns that nobody knows yet are one each, and no other town’s', async () => {
    await takenIn(editor, await brought(editor, 'agreement', `Назив,Врста,${sides}\nСпоразум о сарадњи,cooperation_agreement,Град Ниш,Novi Sad`));
    const held = await reader().$count(agreement);
    const towns = Array.from({ length: 30 }, (_, at) => `Нови град ${at}`);
    const csv = [`Назив,Врста,${sides}`, ...towns.map((town) => `Споразум о сарадњи,cooperation_agreement,Град Ниш,${town}`)].join('\n');
    const id = await brought(editor, 'agreement', csv, { unknown: true });
    assert.deepEqual(await wrongIn(id), []);
    assert.ok((await verdicts(id)).every((verdict) => verdict === 'new'));
    assert.equal((await takenIn(editor, id)).entered, 60, 'thirty towns, thirty agreements');
    assert.equal(await reader().$count(agreement), held + 30);
    const twice = await brought(editor, 'agreement', `${csv.replaceAll('Нови', 'Други')}\nSporazum o saradnji,cooperation_agreement,Град Ниш,Drugi grad 3`, { unknown: true });
    assert.deepEqual(await wrongIn(twice), ['32 :importTwice']);
    const again = await brought(editor, 'agreement', csv, { unknown: true });
    assert.ok((await verdicts(again)).every((verdict) => verdict === 'same'), 'more than a dozen of one title are told apart by their parties');
    const nameless = await brought(editor, 'agreement', 'Назив,Врста\nСпоразум о сарадњи,cooperation_agreement');
    assert.deepEqual(await wrongIn(nameless), ['2 title:importAmbiguous']);
  });

  test('a membership of somebody whom nobody knows is not the City’s', async () => {
    const csv = 'Мрежа,Члан\nECAD,Непознати члан један\nECAD,Непознати члан други';
    const id = await brought(editor, 'membership', csv, { unknown: true });
    assert.deepEqual([await wrongIn(id), await verdicts(id)], [[], ['new', 'new']]);
  });

  test('milestones of one title are told apart by what they belong to and by their day, however many there are', async () => {
    await takenIn(editor, await brought(editor, 'project', ['Назив', ...Array.from({ length: 15 }, (_, at) => `Пројекат извештаја ${at}`)].join('\n')));
    const csv = ['Назив,Пројекат,Планирани датум', ...Array.from({ length: 15 }, (_, at) => `Завршни извештај,Пројекат извештаја ${at},2027-03-31`), ...Array.from({ length: 14 }, (_, at) => `Завршни извештај,Пројекат извештаја 3,${2028 + at}-03-31`)].join('\n');
    const id = await brought(editor, 'milestone', csv);
    assert.deepEqual(await wrongIn(id), []);
    assert.equal((await takenIn(editor, id)).entered, 29);
    assert.ok((await verdicts(await brought(editor, 'milestone', csv))).every((verdict) => verdict === 'same'));
    assert.deepEqual(await wrongIn(await brought(editor, 'milestone', 'Назив,Пројекат\nЗавршни извештај,Пројекат извештаја 3')), ['2 title:importAmbiguous']);
    assert.deepEqual(await verdicts(await brought(editor, 'milestone', 'Назив,Пројекат,Планирани датум\nЗавршни извештај,Пројекат извештаја 3,2050')), ['new']);
  });

  test('a party that is spelt otherwise makes no double of an agreement whose number the row says', async () => {
    const head = `Назив,Врста,${sides},Деловодни број`;
    await takenIn(editor, await brought(editor, 'agreement', `${head}\nСпоразум о размени књига,cooperation_agreement,Град Ниш,Novi Sad,06-77/2011`));
    const again = (town: string, number: string) => brought(editor, 'agreement', `${head}\nСпоразум о размени књига,cooperation_agreement,Град Ниш,${town},${number}`, { unknown: true });
    assert.deepEqual(await wrongIn(await again('Град Нови Сад на Дунаву', '06-77/2011')), ['2 title:importAmbiguous']);
    assert.deepEqual(await verdicts(await again('Град Нови Сад на Дунаву', '06-78/2011')), ['new']);
  });

  test('agreements of one title and parties, signed years apart, are two; a few days apart they are one', async () => {
    const head = `Назив,Врста,${sides},${signed},Деловодни број`;
    const row = (day: string, number = '') => `Протокол о размени,protocol_on_cooperation,Град Ниш,Novi Sad,${day},${number}`;
    const id = await brought(editor, 'agreement', [head, row('2009-05-04'), row('2018-05-04')].join('\n'));
    assert.deepEqual(await wrongIn(id), []);
    assert.equal((await takenIn(editor, id)).entered, 2);
    assert.deepEqual(await verdicts(await brought(editor, 'agreement', [head, row('2018-05-04'), row('2009')].join('\n'))), ['same', 'wrong'], 'a year against a day is another date of the act that stands');
    assert.deepEqual(await wrongIn(await brought(editor, 'agreement', [head, row('2018-05-14')].join('\n'))), ['2 acts.signature:actStands']);
    assert.deepEqual(await verdicts(await brought(editor, 'agreement', [head, row('2022')].join('\n'))), ['new']);
    assert.deepEqual(await wrongIn(await brought(editor, 'agreement', [head, row('')].join('\n'))), ['2 title:importAmbiguous']);
    const numbered = 'Протокол са бројем,protocol_on_cooperation,Град Ниш,Novi Sad,';
    await takenIn(editor, await brought(editor, 'agreement', `${head}\n${numbered}2009-05-04,77-1`));
    assert.deepEqual(await wrongIn(await brought(editor, 'agreement', `${head}\n${numbered}2019-05-04,77-1`)), ['2 acts.signature:actStands'], 'the number says that it is the same one');
  });

  test('in one table an agreement with its date and the same without it are asked about, and not taken for two', async () => {
    const head = `Назив,Врста,${sides},${signed},Деловодни број`;
    const row = (title: string, day: string, number = '') => `${title},protocol_on_cooperation,Град Ниш,Novi Sad,${day},${number}`;
    const wrong = async (...rows: string[]) => wrongIn(await brought(editor, 'agreement', [head, ...rows].join('\n')));
    assert.deepEqual(await wrong(row('Протокол о песку', '2009-05-04'), row('Protokol o pesku', '')), ['3 :importMaybeTwice']);
    assert.deepEqual(await wrong(row('Протокол о песку', ''), row('Нешто између', '2001'), row('Протокол о песку', '2009-05-04')), ['4 :importMaybeTwice']);
    assert.deepEqual(await wrong(row('Протокол о песку', '2009-05-04', '06-1'), row('Протокол о песку', '2009-05-04')), ['3 :importMaybeTwice']);
    assert.deepEqual(await wrong(row('Протокол о песку', '2009-05-04', '06-1'), row('Протокол о песку', '', '06-1')), ['3 :importMaybeTwice']);
    assert.deepEqual(await wrong(row('Протокол о песку', '2009'), row('Протокол о песку', '2009-05-04')), ['3 :importMaybeTwice'], 'a year and a day of it');
    assert.deepEqual(await wrong(row('Протокол о песку', '2009-05-04'), row('Протокол о песку', '2009-05-04')), ['3 :importTwice']);
    assert.deepEqual(await wrong(row('Протокол о песку', '2009-05-04'), row('Протокол о песку', '2018-05-04'), row('Протокол о песку', '1999-01-01', '06-2')), []);
    assert.deepEqual(await wrong(row('Протокол о песку', '', '06-1'), row('Протокол о песку', '', '06-2')), [], 'the numbers tell');
    const far = Array.from({ length: 60 }, (_, at) => row(`Далеки ${at}`, '2011'));
    const id = await brought(editor, 'agreement', [head, row('Протокол о песку', '2009-05-04'), ...far, row('Протокол о песку', '')].join('\n'));
    assert.deepEqual(await wrongIn(id), ['63 :importMaybeTwice'], 'also where it was looked at much later');
    assert.deepEqual((await rowsIn(id)).at(-1)?.issues[0]?.values, { row: 2 });
    assert.deepEqual(await wrongIn(await brought(editor, 'project', 'Назив,Фаза\nПројекат песка,1\nПројекат песка,\nПројекат песка,2')), ['3 :importMaybeTwice']);
  });

  test('a membership that began anew is two; what says no day is about the one that runs', async () => {
    await takenIn(editor, await brought(editor, 'organisation', 'Назив,Врста\nМрежа двапут,network'));
    const head = 'Мрежа,Акти: Приступање,Акти: Престанак чланства';
    const id = await brought(editor, 'membership', `${head}\nМрежа двапут,2001-03-01,2009-12-31\nМрежа двапут,2015-06-01,`);
    assert.deepEqual(await wrongIn(id), []);
    assert.equal((await takenIn(editor, id)).entered, 2);
    const [, running] = (await rowsIn(id)).map(({ recordId }) => recordId);
    assert.deepEqual(await verdicts(await brought(editor, 'membership', `${head}\nМрежа двапут,2001-03-01,2009-12-31\nМрежа двапут,2015-06-01,`)), ['same', 'same']);
    const plain = await brought(editor, 'membership', 'Мрежа,Чланарина\nМрежа двапут,500 EUR');
    assert.deepEqual((await rowsIn(plain)).map(({ verdict, recordId }) => [verdict, recordId]), [['changes', running]]);
    assert.deepEqual(await wrongIn(await brought(editor, 'membership', `${head}\nМрежа двапут,2016-06-01,`)), ['2 acts.joined:actStands'], 'nobody joins what he is in');
    await takenIn(editor, await brought(editor, 'membership', `${head}\nМрежа двапут,2015-06-01,2020-01-31`));
    assert.deepEqual(await wrongIn(await brought(editor, 'membership', 'Мрежа,Чланарина\nМрежа двапут,500 EUR')), ['2 networkId:importAmbiguous']);
    assert.deepEqual(await verdicts(await brought(editor, 'membership', `${head}\nМрежа двапут,2022-02-01,`)), ['new']);
  });

  test('a second phase, or another contract, under one title is another project', async () => {
    const head = 'Назив,Фаза,Број уговора';
    const csv = `${head}\nЕксчејнџ за пробу,1,\nЕксчејнџ за пробу,2,\nПројекат са уговором,,48-1\nПројекат са уговором,,48-2`;
    const id = await brought(editor, 'project', csv);
    assert.deepEqual(await wrongIn(id), []);
    assert.equal((await takenIn(editor, id)).entered, 4);
    assert.deepEqual(await verdicts(await brought(editor, 'project', csv)), ['same', 'same', 'same', 'same']);
    assert.deepEqual(await verdicts(await brought(editor, 'project', `${head}\nЕксчејнџ за пробу,3,`)), ['new']);
    assert.deepEqual(await wrongIn(await brought(editor, 'project', 'Назив\nЕксчејнџ за пробу')), ['2 title:importAmbiguous']);
  });

  test('a change that whoever brings the table may only propose is told as that', async () => {
    const [one] = await reader().select().from(organisation).where(eq(organisation.slug, 'novi-sad'));
    assert.deepEqual(await wrongIn(await brought(editor, 'organisation', `Шифра,Веб-страна\n${one!.code},https://primer.rs/ns`)), ['2 :importPropose']);
  });

  test('with four eyes on, what the public reads is not promised to be changed by a table', async () => {
    const publisher = await person('publisher');
    const [one] = await reader().select().from(organisation).where(eq(organisation.slug, 'novi-sad'));
    const csv = `Шифра,Веб-страна\n${one!.code},https://primer.rs/novi-sad`;
    assert.deepEqual(await verdicts(await brought(publisher, 'organisation', csv)), ['changes']);
    accepted(await changeSetting(systemViewer, { entry: parsed(settingEntry, { key: ['four_eyes'], value: ['on'], reason: ['проба'] }) } as never));
    assert.deepEqual(await wrongIn(await brought(publisher, 'organisation', csv)), ['2 :fourEyesPropose']);
    assert.deepEqual(await verdicts(await brought(publisher, 'organisation', `Шифра,Назив\n${one!.code},Novi Sad`)), ['same'], 'what changes nothing needs nobody');
    assert.deepEqual(await verdicts(await brought(publisher, 'organisation', 'Назив,Врста\nУдружење четири ока,ngo')), ['new']);
  });

  test('rows that were mended are mapped as they were, and what was wrong with them is no column', async () => {
    const id = await brought(editor, 'organisation', 'Назив,Шта је,Држава\nСавез први,ngo,Атлантида');
    assert.deepEqual(await wrongIn(id), ['2 country:importNotAWord', '2 kind:required']);
    const mapping = { name: 'Назив', kind: 'Шта је', country: 'Држава' };
    const said = (await importById(editor, id))!;
    assert.equal(said.mapping.kind, undefined);
    await brought(editor, 'organisation', 'Назив,Врста,Држава\nСавез нулти,ngo,Србија');
    accepted(await map(editor, { id, entry: { columns: { c0: 'name', c1: 'kind', c2: 'country' }, entersUnknown: true } }));
    await check(id, { today: () => today });
    for (const form of writtenForms) {
      const mended = await tableFrom(`Назив,Шта је,Држава,${words(form, 'import.verdict')('wrong')}\nСавез први,ngo,Србија,Држава: Вредност „Атлантида“ није на списку.`);
      const next = (await importById(editor, accepted(await begin(editor, { noun: 'organisation', fileName: 'proba-greske.csv', table: mended }))))!;
      assert.deepEqual([next.headings, next.mapping, next.entersUnknown], [['Назив', 'Шта је', 'Држава'], mapping, true], form);
      assert.deepEqual((await rowsIn(next.id)).map(({ cells }) => cells), [['Савез први', 'ngo', 'Србија']]);
    }
    const own = await tableFrom('Назив,Нешто,Грешка\nСавез други,ngo,моја');
    const kept = (await importById(editor, accepted(await begin(editor, { noun: 'organisation', fileName: 'a.csv', table: own }))))!;
    assert.deepEqual(kept.headings, ['Назив', 'Нешто', 'Грешка'], 'a column of somebody’s own that is called so stays');
  });

  test('a cell in which a spreadsheet could not reckon is named, and nothing is written', async () => {
    const was = await ledger();
    const id = await brought(editor, 'organisation', 'Назив,Врста,Веб-страна\nСавез рачуна,ngo,#REF!\n#N/A,ngo,');
    assert.deepEqual(await wrongIn(id), ['2 website:importCellError', '3 name:importCellError']);
    assert.deepEqual((await rowsIn(id))[0]?.issues[0]?.values, { text: '#REF!' });
    assert.equal((await ledger())[0]! - was[0]!, 3, 'begun, mapped, judged');
  });
});
