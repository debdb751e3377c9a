import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import writeWorkbook from 'write-excel-file/node';
import { readTable } from '#office/import/table.ts';
import { archive } from './files.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet as a spreadsheet lays it down: the XML of its rows, and the formats of its styles 1, 2, … (a number: one that is built in). */
function workbook(rows: string, formats: readonly (string | number)[] = [], more: Record<string, string> = {}): Buffer {
  const own = formats.map((format, at) => (typeof format === 'number' ? '' : `<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`)).join('');
  return archive({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><workbookPr/><sheets><sheet name="Подаци_x0000_" sheetId="1" r:id="rId1"/><sheet name="Друго" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + at}" applyNumberFormat='1'/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    ...more,
  });
}

const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
const head = (count: number) => `<row r="1">${Array.from({ length: count }, (_, at) => text(`${String.fromCharCode(65 + at)}1`, `К${at}`)).join('')}</row>`;

/** The cells of the row below the headings, each of a value in a format. */
async function cellsOf(...cells: readonly [value: number | string, format: string | number][]): Promise<string[]> {
  const row = cells.map(([value], at) => `<c r="${String.fromCharCode(65 + at)}2" s="${at + 1}"><v>${value}</v></c>`).join('');
  const read = await readTable(workbook(`${head(cells.length)}<row r="2">${row}</row>`, cells.map(([, format]) => format)), 'xlsx');
  assert.ok('rows' in read, JSON.stringify(read));
  return read.rows[0]?.cells ?? [];
}

describe('a cell of a workbook says what is seen in it', () => {
  // 43252 is 1 June 2018, 43263 the 12th, 43101 1 January.
  test('a month or a year that was written is no day', async () => {
    assert.deepEqual(await cellsOf([43252, 17], [43252, 'mmm\\ yy;@'], [43263, '[$-241A]mmmm\\ yyyy;@'], [43252, 'mm/yyyy'], [43101, 'yyyy'], [43101, 'yyyy"."'], [43101, '[Red]yyyy']),
      ['2018-06', '2018-06', '2018-06', '2018-06', '2018', '2018', '2018']);
  });

  test('a whole day stays one, and a moment of it a moment', async () => {
    assert.deepEqual(await cellsOf([43263, 14], [43263, 'd. m. yyyy.'], [43263, '"month" dd/mm/yy'], [43263.5, 'yyyy-mm-dd h:mm'], [43263.5, 22]),
      ['2018-06-12', '2018-06-12', '2018-06-12', '2018-06-12T12:00:00.000Z', '2018-06-12T12:00:00.000Z']);
  });

  test('hundredths keep their sign, and noughts in front stay', async () => {
    assert.deepEqual(await cellsOf([1, 9], [0.15, 10], [0.155, '0.0 %'], [7174969, '00000000'], [123, '000000000;@'], [12345678901, '0000'], [-5, '0000'], [2.5, '000'], [1250, '#,##0'], [0.5, '0"%"'], [0, '0'], [1, '0" kom."']),
      ['100%', '15%', '15.5%', '07174969', '000000123', '12345678901', '-5', '2.5', '1250', '0.5', '0', '1']);
  });

  test('what could not be reckoned is said, wherever it stands', async () => {
    const rows = `${head(3)}<row r="2"><c r="A2" t="e"><v>#N/A</v></c>${text('B2', 'један')}<c r="C2" s="0" t="e"><f>A1&amp;B1</f><v>#REF!</v></c></row><row r="4"><c r="B4" t="e"><v>#DIV/0!</v></c></row>`;
    const read = await readTable(workbook(rows), 'xlsx');
    assert.deepEqual('rows' in read && read.rows, [{ number: 2, cells: ['#N/A', 'један', '#REF!'] }, { number: 4, cells: ['', '#DIV/0!', ''] }]);
  });

  test('a character that no database keeps is left out', async () => {
    const read = await readTable(workbook(`${head(1)}<row r="2">${text('A2', 'а_x0000_б')}</row>`), 'xlsx');
    assert.deepEqual('rows' in read && [read.rows[0]?.cells, read.told], [['аб'], { sheet: 'Подаци', otherSheets: 1 }]);
  });

  test('of a library’s workbook, with its packed parts', async () => {
    const book = await writeWorkbook([{ sheet: 'Л', data: [['А', 'Б'], [{ value: new Date(Date.UTC(2018, 5, 1)), type: Date, format: 'mmm yyyy' }, { value: 0.07, type: Number, format: '0%' }]] }]).toBuffer();
    const read = await readTable(Buffer.from(book), 'xlsx');
    assert.deepEqual('rows' in read && read.rows[0]?.cells, ['2018-06', '7%']);
  });
});

describe('a workbook that would fill the memory', () => {
  const refused: [string, string, string][] = [
    ['a row beyond all rows', `${head(1)}<row r="4000000000">${text('A4000000000', 'а')}</row>`, 'importTooManyRows'],
    ['a column beyond all columns', `${head(1)}<row r="2">${text('ZZZZZZ2', 'а')}</row>`, 'importTooManyColumns'],
    ['a cell whose row is another', `${head(1)}<row r="2">${text('A4000000000', 'а')}</row>`, 'importTooManyRows'],
    ['two corners of a wide sheet', `${head(1)}<row r="2">${text('XFD2', 'а')}</row><row r="90000">${text('A90000', 'а')}</row>`, 'importTooManyColumns'],
  ];
  for (const [name, rows, rule] of refused) {
    test(`by ${name} is refused before it is read: ${rule}`, async () => {
      const read = await readTable(workbook(rows), 'xlsx');
      assert.equal('rule' in read && read.rule, rule);
    });
  }

  test('empty cells and rows far out are nothing', async () => {
    const read = await readTable(workbook(`${head(1)}<row r="2">${text('A2', 'а')}<c r="XFD2" s="0"/></row><row r="300000"><c r="A300000" t="str"><v></v></c></row>`), 'xlsx');
    assert.deepEqual('rows' in read && read.rows, [{ number: 2, cells: ['а'] }]);
  });

  test('a workbook without its directory is broken', async () => {
    const book = workbook(`${head(1)}<row r="2">${text('A2', 'а')}</row>`);
    assert.deepEqual(await readTable(book.subarray(0, book.length - 30), 'xlsx'), { rule: 'fileBroken' });
  });
});
