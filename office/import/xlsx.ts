import { readSheet } from 'read-excel-file/node';
import { seenInStyles } from './cell-formats.ts';
import { most } from './import.ts';
import { lookThrough, type Extent, type Marked } from './marked-cells.ts';
import { openWorkbook } from './workbook.ts';

type Sheet = { rows: string[][]; sheet: string; otherSheets: number };

/**
 * The first sheet of a workbook as text: days as ISO days, months and years as such where the format shows no day, hundredths with their sign, numbers
 * with a point, formulas by the values that they had and by their errors. Refused: more rows or columns than a table may have; null where it cannot be read.
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet | { rule: string; values: Record<string, number> } | null> {
  try {
    const book = openWorkbook(bytes);
    if (!book) return null;
    const { extent, marked } = await lookThrough(book.sheetInParts(), seenInStyles(book.styles));
    // The reader lays the whole sheet down, from its first cell to its last: one cell far out would fill the memory.
    const fault = tooFar(extent);
    if (fault) return fault;
    const data: unknown[][] = await readSheet(bytes, 1, { dateFormat: 'd. m. yyyy.' });
    for (const one of marked) write(data, one);
    return { rows: data.map((row) => row.map(inText)), sheet: book.sheet, otherSheets: book.otherSheets };
  } catch {
    return null; // whatever is wrong inside, the reader of the answer can only open it and save it anew
  }
}

/** Rows of titles and blank ones above and below the table are counted when they are known. */
const beside = 100;

function tooFar({ rows, columns }: Extent) {
  if (rows > most.rows + beside) return { rule: 'importTooManyRows', values: { max: most.rows } };
  return columns > 16_384 || rows * columns > (most.rows + beside) * most.columns ? { rule: 'importTooManyColumns', values: { max: most.columns } } : null;
}

/** Puts what is seen in a cell in the place of its value. */
function write(data: unknown[][], { row, column, seen }: Marked): void {
  const value = data[row - 1]?.[column - 1];
  if (typeof seen === 'object') {
    while (data.length < row) data.push([]);
    const cells = data[row - 1] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column - 1] = seen.error;
  } else if (value !== undefined && data[row - 1]) (data[row - 1] ?? [])[column - 1] = seenOf(value, seen);
}

function seenOf(value: unknown, seen: Exclude<Marked['seen'], object>): unknown {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return seen === 'month' ? value.toISOString().slice(0, 7) : seen === 'year' ? value.toISOString().slice(0, 4) : value;
  if (typeof value !== 'number') return value;
  if (seen === 'percent') return `${Number((value * 100).toFixed(6))}%`;
  return typeof seen === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(seen, '0') : value;
}

function inText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'number') return numberInText(value);
  return String(value).toWellFormed().replaceAll('\0', '');
}

/** Plain digits; with three places a fourth, so that nobody reads “9.125” as nine thousand. */
function numberInText(value: number): string {
  const text = Math.abs(value) < 1e15 ? String(Number(value.toFixed(6))) : BigInt(Math.round(value)).toString();
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
