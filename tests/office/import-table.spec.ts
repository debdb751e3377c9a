import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import writeWorkbook from 'write-excel-file/node';
import { reader } from '#db/client.ts';
import { fileChunk } from '#db/schema/document-file.ts';
import { store } from '#office/document/store.ts';
import { takeIn } from '#office/document/arrival.ts';
import { tableKindByName } from '#office/document/file-kind.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words as wordsIn } from '#messages/words.ts';
import { decode } from '#office/import/decode.ts';
import { guess } from '#office/import/guess.ts';
import { readTable } from '#office/import/table.ts';
import { readWrittenDate } from '#office/import/written-date.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { archive, pdf } from './files.ts';

const words = 'Назив;Врста\nГрад Ђаковица;љубав џак њива ћуп\n';
const latin = 'Naziv;Vrsta\nOpština Čačak;žaba šljiva đak ćup\n';

describe('characters', () => {
  const bytes: [string, Buffer, string, string][] = [
    ['UTF-8', Buffer.from(words), 'UTF-8', words],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${words}`), 'UTF-8', words],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${words}`, 'utf16le'), 'UTF-16', words],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${words}`, 'utf16le').swap16(), 'UTF-16', words],
    ['UTF-16 without a mark', Buffer.from(latin, 'utf16le'), 'UTF-16', latin],
    ['windows-1251', inPage('windows-1251', words), 'windows-1251', words],
    ['windows-1250', inPage('windows-1250', latin), 'windows-1250', latin],
  ];
  for (const [name, held, encoding, text] of bytes) test(`${name} is told, and its letters are right`, () => assert.deepEqual(decode(held), { text, encoding }));

  test('bytes that are no text are none', () => assert.equal(decode(Buffer.from([0x41, 0, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f, 0x50, 0x51])), null));
});

describe('a table', () => {
  for (const [name, separator] of [['semicolons', ';'], ['commas', ','], ['tabs', '\t']] as const) {
    test(`of cells between ${name}, with line ends and marks inside quotation marks`, async () => {
      const read = await readTable(Buffer.from(`А${separator}Б\r\n"1 ; , \t \nдва"${separator}""\r\n\r\nтри${separator}'=4\r\n`), 'csv');
      assert.ok('rows' in read);
      assert.deepEqual([read.headings, read.told.separator, read.rows], [['А', 'Б'], separator, [{ number: 2, cells: ['1 ; , \t \nдва', ''] }, { number: 4, cells: ['три', '=4'] }]]);
    });
  }

  test('of a workbook: days, numbers and yes as text, the first sheet alone', async () => {
    const book = await writeWorkbook([
      { sheet: 'Подаци', data: [['А', 'Б', 'В', 'Г'], [{ value: new Date(Date.UTC(2018, 5, 12)), type: Date, format: 'dd.mm.yyyy' }, 1234.125, 9000000, true]] },
      { sheet: 'Друго', data: [['х']] },
    ]).toBuffer();
    const read = await readTable(Buffer.from(book), 'xlsx');
    assert.ok('rows' in read);
    assert.deepEqual([read.told, read.rows[0]?.cells], [{ sheet: 'Подаци', otherSheets: 1 }, ['2018-06-12', '1234.1250', '9000000', 'true']]);
  });

  const above: [string, string, string[], number[]][] = [
    ['a line that says what parts the cells', 'sep=;\r\nА;Б\r\n1,5;2\r\n', ['1,5', '2'], [3]],
    ['the same line of a comma', '"sep=,"\nА,Б\n1;5,2', ['1;5', '2'], [3]],
    ['a title over all of it', 'Регистар споразума;\n;\nА;Б\n1;2', ['1', '2'], [4]],
    ['both', 'sep=;\nРегистар;;\nА;Б\n1;2\n\n3;4', ['1', '2'], [4, 6]],
  ];
  for (const [name, text, cells, numbers] of above) {
    test(`with ${name} above its headings begins below it, and its rows keep their numbers`, async () => {
      const read = await readTable(Buffer.from(text), 'csv');
      assert.ok('rows' in read);
      assert.deepEqual([read.headings, read.rows[0]?.cells, read.rows.map(({ number }) => number)], [['А', 'Б'], cells, numbers]);
    });
  }

  test('of one column alone has no title above it', async () => {
    for (const text of ['Назив\nГрад', 'Назив;\nГрад;\nСело;', 'Назив;\nГрад;RS']) {
      const read = await readTable(Buffer.from(text), 'csv');
      assert.deepEqual('rows' in read && [read.headings[0], read.rows[0]?.cells[0]], ['Назив', 'Град'], text);
    }
  });

  const refused: [string, string, string][] = [
    ['without headings', '\nа;б', 'importNoHeadings'], ['without rows', 'А;Б\n;\n', 'importEmpty'], ['that is empty', '', 'importNoHeadings'],
    ['with an open quotation mark', 'А;Б\n1;"2\n3;4', 'importBrokenAt'], ['of 201 columns', Array.from({ length: 201 }, (_, at) => `к${at}`).join(';'), 'importTooManyColumns'],
    ['of 100,001 rows', `А\n${'1\n'.repeat(100_001)}`, 'importTooManyRows'], ['with an endless cell', `А\n${'я'.repeat(20_001)}`, 'importCellTooLong'],
  ];
  for (const [name, text, rule] of refused) {
    test(`${name} is refused: ${rule}`, async () => {
      const read = await readTable(Buffer.from(text), 'csv');
      assert.equal('rule' in read && read.rule, rule);
    });
  }

  test('of 200 columns and 100,000 rows is taken; two columns of one name are told apart, one without a name has its letter', async () => {
    assert.ok('rows' in await readTable(Buffer.from(`${Array.from({ length: 200 }, (_, at) => `к${at}`).join(';')}\n1\n`), 'csv'));
    const long = await readTable(Buffer.from(`А\n${'1\n'.repeat(100_000)}`), 'csv');
    assert.equal('rows' in long && long.rows.length, 100_000);
    const read = await readTable(Buffer.from('А;;А\n1;2;3'), 'csv');
    assert.deepEqual('headings' in read && read.headings, ['А', 'B', 'А (2)']);
  });
});

describe('a file that is brought as a table', () => {
  useEmptyDatabase();
  const bring = (name: string, bytes: Buffer, limit = 1_000_000) => takeIn(
    { name, bytes: (async function* parts() { yield bytes.subarray(0, limit); })(), cut: () => bytes.length > limit, skip() {} }, { limit, kindOf: tableKindByName },
  );

  test('is kept while it is looked at, and then no more', async () => {
    const arrival = await bring('tabela.csv', Buffer.from(words));
    assert.ok('file' in arrival);
    await store.drop(arrival.file.storeKey);
    assert.equal(await reader().$count(fileChunk), 0);
  });

  const refused: [string, string, Buffer, string][] = [
    ['a document', 'dopis.pdf', pdf('a'), 'fileKind'], ['an old workbook', 'tabela.xls', Buffer.from('x'), 'fileKind'],
    ['a PDF that calls itself a table', 'tabela.csv', pdf('a'), 'fileMislabelled'], ['a page', 'tabela.csv', Buffer.from('<!doctype html><p>a;b'), 'fileMislabelled'],
    ['a table with an archive behind it', 'tabela.csv', Buffer.concat([Buffer.from(words), archive({ a: 'b' })]), 'fileMislabelled'],
    ['a workbook that is text', 'tabela.xlsx', Buffer.from(words), 'fileMislabelled'], ['a workbook cut in two', 'tabela.xlsx', archive({ 'xl/workbook.xml': 'a'.repeat(900) }).subarray(0, 500), 'fileBroken'],
    ['a workbook under a password', 'tabela.xlsx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'fileLocked'],
    ['a workbook that says it unpacks to a gigabyte', 'tabela.xlsx', archive({ '[Content_Types].xml': 'a', 'xl/workbook.xml': 'b' }, { unpacked: 1_000_000_000 }), 'fileTooDeep'],
    ['a workbook that lies about its size', 'tabela.xlsx', archive({ '[Content_Types].xml': 'a', 'xl/workbook.xml': 'b' }, { unpacked: 5 }), 'fileBroken'],
    ['an empty file', 'tabela.csv', Buffer.alloc(0), 'fileEmpty'],
  ];
  for (const [name, called, bytes, rule] of refused) {
    test(`${name} is refused (${rule}) and leaves no byte`, async () => {
      const arrival = await bring(called, bytes);
      assert.equal('issue' in arrival && arrival.issue.rule, rule);
      assert.equal(await reader().$count(fileChunk), 0);
    });
  }

  test('one that is too large is refused and leaves no byte', async () => {
    const arrival = await bring('tabela.csv', Buffer.from(words.repeat(100)), 1_000);
    assert.equal('issue' in arrival && arrival.issue.rule, 'fileTooLarge');
    assert.equal(await reader().$count(fileChunk), 0);
  });
});

test('dates as people write them', () => {
  const read = (typed: string) => {
    const date = readWrittenDate(typed);
    return date && ('edtf' in date ? date.edtf : date.rule);
  };
  const said: [string, string | null][] = [
    ['12. 6. 2018.', '2018-06-12'], ['12.06.2018', '2018-06-12'], ['12. јуна 2018. године', '2018-06-12'], ['12 June 2018', '2018-06-12'], ['June 12, 2018', '2018-06-12'],
    ['јун 2018', '2018-06'], ['juna 2018.', '2018-06'], ['6/2018', '2018-06'], ['2018-06', '2018-06'], ['2018.', '2018'], ['2018~', '2018~'], ['око 2018.', '2018~'],
    ['2014–2020.', '2014/2020'], ['201X', '201X'], ['13/6/2018', '2018-06-13'], ['6/13/2018', '2018-06-13'], ['5/6/2018', 'ambiguousDate'], ['6.6.2018', '2018-06-06'],
    ['12.06.2018 00:00:00', '2018-06-12'], ['12. 6. 2018. 0:00', '2018-06-12'], ['2018-06-12 00:00:00.000', '2018-06-12'], ['12.06.2018 10:30', 'notADate'],
    ['12.6.18.', 'importShortYear'], ['12/06/18', 'importShortYear'], ['јун 18', 'importShortYear'], ['12-јун-18', 'importShortYear'], ['12-јун-2018', '2018-06-12'], ['ред 18', 'notADate'],
    ['31. 2. 2019.', 'noSuchDay'], ['2018-02-31', 'noSuchDay'], ['30. фебруар 2018.', 'noSuchDay'], ['12. 13. 2018.', 'noSuchMonth'], ['29. 2. 2020.', '2020-02-29'], ['ускоро', 'notADate'], ['није познат', null], ['', null],
  ];
  assert.deepEqual(said.map(([typed]) => [typed, read(typed)]), said);
});

test('headings are known in either script, in English, by code, and as offices call them', () => {
  const headings = ['NAZIV', 'Title, English', 'врста', 'partner', 'Vazi od', 'registryNo', 'Иначе'];
  assert.deepEqual(guess('agreement', headings), { title: 'NAZIV', 'title.en': 'Title, English', type: 'врста', 'parties.them': 'partner', validFrom: 'Vazi od', registryNo: 'registryNo' });
});

test('the day that the table of milestones shows, reached or planned, is not taken for the planned one', () => {
  for (const form of writtenForms) {
    const say = wordsIn(form, 'fields.milestone');
    assert.equal(guess('milestone', [say('date'), say('planned')]).planned, say('planned'));
    assert.equal(guess('milestone', [say('date')]).planned, undefined);
  }
  assert.equal(guess('milestone', ['Датум']).planned, 'Датум', 'in a table of somebody’s own it is');
});

/** Text in a page of eight bits, by asking the decoder of each byte. */
function inPage(page: string, text: string): Buffer {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(page).decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => letters.get(letter) ?? 0x3f));
}
