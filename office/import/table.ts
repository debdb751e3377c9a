import type { ImportTold } from '#db/schema/import-run.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { letterOf, most } from './import.ts';
import { readXlsx } from './xlsx.ts';

/** `number` of a row is the one that it has in the file. */
export type Table = { readonly headings: string[]; readonly rows: { number: number; cells: string[] }[]; readonly told: ImportTold };
export type TableFault = { readonly rule: string; readonly values?: Record<string, string | number> };

/** Reads a table from the bytes of a file that was looked at before; or says why it cannot be taken. */
export async function readTable(bytes: Buffer, kind: 'csv' | 'xlsx'): Promise<Table | TableFault> {
  if (kind === 'xlsx') {
    const book = await readXlsx(bytes);
    if (!book || 'rule' in book) return book ?? { rule: 'fileBroken' };
    return tableOf(book.rows, { sheet: book.sheet, otherSheets: book.otherSheets });
  }
  const decoded = decode(bytes);
  if (!decoded) return { rule: 'fileMislabelled' };
  const read = await readCsv(decoded.text);
  if ('brokenAt' in read) return { rule: 'importBrokenAt', values: { line: read.brokenAt } };
  return tableOf(read.rows, { encoding: decoded.encoding, separator: read.separator }, read.begins);
}

function tableOf(all: readonly string[][], told: ImportTold, begins = 0): Table | TableFault {
  const top = placeOfHeadings(all, begins);
  const [first = [], ...below] = all.slice(top);
  if (below.length > most.rows) return { rule: 'importTooManyRows', values: { max: most.rows } };
  const width = Math.max(lastFilled(first), ...below.map(lastFilled)) + 1;
  if (width > most.columns) return { rule: 'importTooManyColumns', values: { max: most.columns } };
  if (lastFilled(first) < 0) return { rule: 'importNoHeadings' };
  const rows = below.flatMap((cells, place) => (lastFilled(cells) < 0 ? [] : [{ number: top + place + 2, cells: Array.from({ length: width }, (_, at) => tidy(cells[at])) }]));
  if (rows.length === 0) return { rule: 'importEmpty' };
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > most.cell));
  if (long) return { rule: 'importCellTooLong', values: { row: long.number, max: most.cell } };
  return { headings: apart(Array.from({ length: width }, (_, at) => tidy(first[at]).replace(/\s+/g, ' ').slice(0, 300) || letterOf(at))), rows, told };
}

/** A title over the whole table is one filled cell, with the headings below it: most often one that was merged. */
function placeOfHeadings(all: readonly string[][], begins: number): number {
  if (filledIn(all[begins]) !== 1) return begins;
  const next = all.findIndex((cells, place) => place > begins && filledIn(cells) > 0);
  return next > begins && filledIn(all[next]) > 1 && all.slice(next + 1).some((cells) => filledIn(cells) > 0) ? next : begins;
}

function filledIn(cells: readonly string[] = []): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** The mark before what a spreadsheet would take for a formula is not part of the text: tables that the register gives have it. */
function tidy(cell = ''): string {
  return cell.normalize('NFC').replaceAll('\r\n', '\n').trim().replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

/** Two columns of one heading are told apart by a number. */
function apart(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let name = heading;
    for (let number = 2; taken.has(name); number += 1) name = `${heading} (${number})`;
    taken.add(name);
    return name;
  });
}
