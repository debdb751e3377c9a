import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { reader } from '#db/client.ts';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { columnLabel } from '#office/import/column.ts';
import { columnsOf } from '#office/import/columns.ts';
import { colleagueNames } from '#office/import/person-columns.ts';
import { guess } from '#office/import/guess.ts';
import { importNouns, type ImportNoun } from '#office/import/import.ts';
import { countsOf } from '#office/import/read.ts';
import { recordsNamedIn, stoodById } from '#office/import/stood.ts';
import { readTable } from '#office/import/table.ts';
import { templateOf } from '#office/import/template.ts';
import { tables } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { brought, person, rowsIn, takenIn, today, wrongIn } from './import-ground.ts';

/** Every record of the noun as a table would hold it; null writes codes and EDTF. */
async function exported(viewer: Staff, noun: ImportNoun, form: WrittenForm | null): Promise<string[][]> {
  const ids = await reader().select({ id: tables[noun].table.id }).from(tables[noun].table).orderBy(tables[noun].table.code);
  const records = (await Promise.all(ids.map(({ id }) => stoodById(viewer, noun, id, today)))).filter((one) => one !== null);
  const named = await recordsNamedIn(viewer, records.map(({ values }) => values));
  const columns = columnsOf(noun);
  const nameOf = await colleagueNames(viewer);
  return [columns.map((column) => columnLabel(column, form ?? 'sr-Cyrl')), ...records.map(({ values }) => columns.map((column) => column.write(values, { form, record: (id) => named.get(id), person: nameOf })))];
}

/** Records that have lived: with acts of several kinds and dates, papers, hands, duties, people to write to. */
const lived: [ImportNoun, Record<string, string>][] = [
  ['organisation', {
    Назив: 'Завод за сусрете', Врста: 'ngo', 'Особе за контакт: Име и презиме': 'Злата Пробна', 'Особе за контакт: Функција': 'секретар', 'Особе за контакт: Е-адреса': 'zlata@primer.rs',
    'Особе за контакт: Телефон': '+381 18 500 600', 'Особе за контакт: Правни основ за обраду': 'пристанак', 'Особе за контакт: Чува се до': '2031', 'Особе за контакт: Приказује се јавности': 'не',
  }],
  ['agreement', {
    Назив: 'Споразум који је живео', Врста: 'cooperation_agreement', Поступак: 'foreign_city', 'Стране споразума: наша страна': 'Град Ниш', 'Стране споразума: друга страна': 'Novi Sad; Град Јајце',
    'Потписник: наша страна': 'Име Једно', 'Потписник: друга страна': '–; Име Друго', 'Датум акта: Одлука Скупштине града': '2018-05', 'Број: Одлука Скупштине града': '06-512/2018-02',
    'Седница: Одлука Скупштине града': '24.', 'Области сарадње из одлуке: Одлука Скупштине града': 'economy; tourism', 'Буџетска позиција: Одлука Скупштине града': 'Раздео 3',
    'Датум акта: Сагласност Владе': 'није познато', 'Број: Сагласност Владе': '05 број 312-4410', 'Датум акта: Потпис': '2018-06-12', 'Датум акта: Ступање на снагу': '2018',
    'Датум акта: Измене и допуне': '2019-01-05; 2020~', 'Објављено у: Објава у службеном листу': 'Сл. лист Града Ниша, бр. 45/2018', 'Датум акта: Раскид': '2024-03-01',
    'Напомена: Раскид': 'На захтев друге стране.', 'Обавезе: Обавеза': 'Извештај о размени', 'Обавезе: Рок': '31. 1. 2027.', 'Обавезе: Понавља се': 'једном годишње',
  }],
  ['membership', {
    Мрежа: 'Мрежа градова за пробу', 'Акти: Одлука о приступању': '2015-02', 'Број: Одлука о приступању': '06-7/2015', 'Акти: Приступање': '2015-03-01', 'Представници: Име и презиме': 'Милева Пробна',
    'Представници: Функција': 'члан Управног одбора', 'Представници: Од': '2016', 'Обавезе: Обавеза': 'Годишњи извештај', 'Обавезе: Рок': '2027-03-31',
  }],
  ['project', { Назив: 'Пројекат који је живео', 'Радње: Уговарање': '2020-02-03', 'Број акта: Уговарање': '48-00-00/2020', 'Радње: Обустава': '2020-04; 2021-04' }],
  ['milestone', { Назив: 'Прекретница која је одложена', 'Планирани датум': '2022-05-01', 'Раније планирано за': '2021-05-01', 'Шта се догађало: Остварење': '2022-06-02' }],
];

describe('what the register gives, it reads back', () => {
  useFreshDatabase();
  let publisher: Staff;
  before(async () => {
    publisher = await person('publisher');
    for (const [noun, row] of lived) {
      const owner = noun === 'organisation' ? {} : { Задужен: publisher.name };
      const id = await brought(publisher, noun, stringify([{ ...row, ...owner }], { header: true }), { unknown: true });
      assert.deepEqual(await wrongIn(id), [], noun);
      assert.ok((await takenIn(publisher, id)).entered > 0, noun);
    }
  });

  for (const noun of importNouns) {
    for (const form of [null, ...writtenForms]) {
      test(`every ${noun} in ${form ?? 'codes'} is the same when it is brought again, with its code and by its name alone`, async () => {
        const [headings = [], ...rows] = await exported(publisher, noun, form);
        assert.ok(rows.length > 0);
        const whole = await brought(publisher, noun, stringify([headings, ...rows], { bom: true, escape_formulas: true }));
        assert.deepEqual(await wrongIn(whole), []);
        const strange = (await rowsIn(whole)).filter(({ verdict }) => verdict !== 'same');
        assert.deepEqual(strange.map(({ cells, verdict }) => [cells[0], verdict]), []);
        const nameless = await brought(publisher, noun, stringify([headings.slice(1), ...rows.map((row) => row.slice(1))], { delimiter: '\t' }));
        assert.deepEqual((await rowsIn(nameless)).filter(({ verdict }) => verdict !== 'same').map(({ cells, verdict, issues }) => [cells[0], verdict, issues]), []);
      });
    }
  }

  for (const noun of importNouns) {
    test(`the template of ${noun}: each heading is understood, its example is one record, in text and in a workbook`, async () => {
      for (const form of writtenForms) {
        const { headings, example } = templateOf(noun, form);
        assert.deepEqual(guess(noun, headings), Object.fromEntries(columnsOf(noun).map((column, at) => [column.key, headings[at]])), form);
        const book = await writeWorkbook([headings.map((value) => ({ value, type: String })), example.map((value) => ({ value, type: String }))]).toBuffer();
        const read = await readTable(Buffer.from(book), 'xlsx');
        assert.ok('rows' in read);
        assert.deepEqual(read.rows.map(({ cells }) => cells), [example.map((text) => text.trim())]);
        const id = await brought(publisher, noun, stringify([[...headings], [...example]], { delimiter: ';' }), { unknown: true });
        assert.deepEqual(await wrongIn(id), [], form);
        if (form === 'sr-Cyrl') assert.ok((await takenIn(publisher, id)).entered > 0);
        else assert.equal((await countsOf(id)).new, 0, `${form}: the example was entered before`);
      }
    });
  }
});
