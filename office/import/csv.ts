import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { most } from './import.ts';

const separators = [';', ',', '\t'] as const;
export type Separator = (typeof separators)[number];

/** The records of a table of plain text, blank lines among them so that rows keep their numbers, and at which of them it begins; or the line at which it cannot be read. */
export async function readCsv(text: string): Promise<{ rows: string[][]; begins: number; separator: Separator } | { brokenAt: number }> {
  // Excel reads from such a first line what parts the cells; it is no row of the table.
  const [line = '', said] = /^\uFEFF?"?sep=([;,\t])"?[ ;,]*(?=\r?\n|\r)/i.exec(text.slice(0, 100)) ?? [];
  const separator = separators.find((one) => one === said) ?? separatorOf(text);
  const rows: string[][] = [];
  try {
    const reading = Readable.from(inParts(text.slice(line.length))).pipe(parse({ delimiter: separator, relax_column_count: true, bom: true, max_record_size: 4_000_000 }));
    for await (const record of reading as AsyncIterable<string[]>) {
      rows.push(record);
      if (rows.length > most.rows + 3) break;
    }
  } catch (error) {
    if (error instanceof CsvError) return { brokenAt: Number(error.lines ?? rows.length + 1) };
    throw error;
  }
  return { rows, begins: line ? 1 : 0, separator };
}

/** In parts, so that the process can see to others between them. */
function* inParts(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

/** The mark that parts the first line most often, outside of quotation marks; a table of one column has none. */
function separatorOf(text: string): Separator {
  let quoted = false;
  const counts = new Map<string, number>();
  for (const character of text.slice(0, 60_000)) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (counts.size > 0) break;
    } else if (separators.some((one) => one === character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return separators.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ';';
}
