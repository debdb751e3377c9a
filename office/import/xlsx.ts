import readWorkbook from 'read-excel-file/node';

/** The first sheet of a workbook as text: days as ISO days, numbers with a point, formulas by the values that they had. Null where it cannot be read. */
export async function readXlsx(bytes: Buffer): Promise<{ rows: string[][]; sheet: string; otherSheets: number } | null> {
  try {
    const [first, ...others] = await readWorkbook(bytes, { dateFormat: 'd. m. yyyy.' });
    return first ? { rows: first.data.map((row) => row.map(inText)), sheet: first.sheet, otherSheets: others.length } : null;
  } catch {
    return null; // whatever is wrong inside, the reader of the answer can only open it and save it anew
  }
}

function inText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'number') return numberInText(value);
  return String(value).toWellFormed();
}

/** Plain digits; with three places a fourth, so that nobody reads “9.125” as nine thousand. */
function numberInText(value: number): string {
  const text = Math.abs(value) < 1e15 ? String(Number(value.toFixed(6))) : BigInt(Math.round(value)).toString();
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
