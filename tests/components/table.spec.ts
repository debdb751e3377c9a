import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify';
import { createElement } from 'react';
import { rowsOf, sheetRules } from '#app/tables/sheet.ts';
import { shownColumns, type Column } from '#components/table/column.ts';

import { writtenForms } from '#messages/local-text.ts';
import { draw } from './drawing.ts';

type Line = { id: string; name: string; code: string };
const columns: Column<Line>[] = [
  { key: 'name', label: 'Назив', sort: 'up', lead: true, cell: ({ name }) => name, text: ({ name }) => name },
  { key: 'code', label: 'Шифра', sort: 'up', usual: true, cell: ({ code }) => code, text: ({ code }) => code },
  { key: 'note', label: 'Белешка', cell: () => null, text: () => '' },
];
const lines: Line[] = [{ id: 'a', name: 'Први', code: 'NI-1' }, { id: 'b', name: 'Други', code: 'NI-2' }];

describe('a table', () => {
  test('shows the usual columns, or those chosen in the order of the register, and always the one that names the record', () => {
    assert.deepEqual(shownColumns(columns, []).map(({ key }) => key), ['name', 'code']);
    assert.deepEqual(shownColumns(columns, ['note']).map(({ key }) => key), ['name', 'note']);
  });

  test('says which column orders it and which way, turns round by the same head, and names each box after its record', async () => {
    const { Grid } = await import('#components/table/grid.tsx');
    for (const form of writtenForms) {
      const html = draw(createElement(Grid<Line>, {
        caption: 'Списак', columns: columns.slice(0, 2), lines, sort: '-code', hrefOf: (sort) => `?sort=${sort}`, boxes: { form: 'f', nameOf: ({ name }) => name },
      }), form);
      assert.match(html, /<th scope="col" aria-sort="descending"><a href="\?sort=code">/);
      assert.match(html, /<th scope="col"><a href="\?sort=name">/);
      assert.equal(html.match(/type="checkbox"/g)?.length, 2);
      for (const { name } of lines) assert.match(html, new RegExp(`aria-label="[^"]*${name}`));
      assert.match(html, /aria-describedby="/);
    }
  });

  test('a report puts the refused first, each with all its reasons, and names no record that cannot be seen', async () => {
    const { BulkReport } = await import('#components/bulk/report.tsx');
    for (const form of writtenForms) {
      const html = draw(createElement(BulkReport, {
        form, noun: 'organisation', lines: [
          { id: 'a', title: 'Добар', code: 'NI-1', href: '/a', result: {} }, { id: 'b', title: 'Лош', code: 'NI-2', href: '/b', result: { reasons: [{ rule: 'englishOrWaiver', field: 'description.en' }, { rule: 'required', field: 'kind' }, { rule: 'embargo', values: { day: '2031-01-05' } }] } },
          { id: 'c', title: null, code: null, href: '/c', result: { reasons: [{ rule: 'notFound' }] } }, { id: 'd', title: 'Чека', code: 'NI-4', href: '/d', result: null },
        ],
      }), form);
      assert.ok(html.indexOf('Лош') < html.indexOf('Добар'));
      assert.doesNotMatch(html, /href="\/c"/);
      assert.equal(html.match(/<li>/g)?.length, 3);
      assert.doesNotMatch(html, /<span[^>]*>(?:(?!<\/span>).)*<ul/, 'a list stands in no line of text');
      assert.doesNotMatch(html, /2031-01-05/, 'a day is written out');
    }
  });

  test('a sheet has its mark, lines after RFC 4180, and no cell that a spreadsheet would reckon', async () => {
    const nasty = ['=1+1', '+381', '-5', '@SUM(A1)', '\tx', '\rx', 'a"b', 'a,b', 'a\nb', "x;=cmd|'/C calc'!A0;y", 'x,=1+1', 'Шума'];
    const sheet = (await buffer(Readable.from(rowsOf(Readable.from(nasty.map((name) => ({ id: name, name, code: 'x' }))), columns.slice(0, 1))).pipe(stringify(sheetRules)))).toString();
    assert.ok(sheet.startsWith('\uFEFF"Назив"\r\n'));
    assert.deepEqual(sheet.split('\r\n').slice(1, 5), [`"'=1+1"`, `"'+381"`, `"'-5"`, `"'@SUM(A1)"`]);
    assert.ok(sheet.includes(`"'\tx"`) && sheet.includes(`"'\rx"`) && sheet.includes('"a""b"') && sheet.includes('"a,b"') && sheet.endsWith('"Шума"\r\n'));
    // Whichever sign a spreadsheet parts the cells at, none begins with a sign that it would reckon.
    for (const delimiter of [';', ',']) assert.ok(parse(sheet, { bom: true, delimiter, relax_quotes: true, relax_column_count: true }).flat().every((cell) => !/^[=+\-@]/.test(cell)), delimiter);
  });
});
