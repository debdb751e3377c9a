import { StringDecoder } from 'node:string_decoder';
import type { Seen } from './cell-formats.ts';

/** A cell, counted from 1, in which something else is seen than its value; `error` where it could not be reckoned. */
export type Marked = { readonly row: number; readonly column: number; readonly seen: Seen | { readonly error: string } };
/** How far a sheet reaches. */
export type Extent = { readonly rows: number; readonly columns: number };

/** Excel's own limits (its “specifications and limits”); what lies beyond them no spreadsheet has written. */
const most = { rows: 1_048_576, columns: 16_384, cell: 4_000_000 };

/** Looks through the XML of a sheet, which may be long, in parts: how far its filled cells reach, and which of them are marked. */
export async function lookThrough(parts: AsyncIterable<Buffer>, styles: readonly (Seen | null)[]): Promise<{ extent: Extent; marked: Marked[] }> {
  const [marked, extent]: [Marked[], { rows: number; columns: number }] = [[], { rows: 0, columns: 0 }];
  const decoder = new StringDecoder('utf8');
  let held = '';
  for await (const part of parts) {
    held += decoder.write(part);
    if (held.length < 500_000) continue;
    held = held.slice(look(held));
    if (held.length > most.cell || extent.rows > most.rows || extent.columns > most.columns) break;
  }
  look(held);
  return { extent, marked };

  /** Answers up to where it was understood. */
  function look(xml: string): number {
    let end = 0;
    for (const { 0: whole, 1: row, 2: attributes = '', 3: inside = '', index } of xml.matchAll(tags)) {
      end = index + whole.length;
      if (row === undefined) lookAt(attributes, inside);
      // Rows are laid down up to the number that one says, whether or not a cell stands in it.
      else if (Number(row) > most.rows) extent.rows = Number(row);
    }
    const cell = Math.max(...[...xml.slice(end).matchAll(/<(?:\w+:)?c\s/g)].slice(-1).map(({ index }) => end + index), -1);
    const tag = xml.lastIndexOf('<');
    return cell >= 0 ? cell : xml.includes('>', tag) ? xml.length : Math.max(end, tag);
  }

  function lookAt(attributes: string, inside: string): void {
    const [, letters = '', digits = ''] = place.exec(attributes) ?? [];
    const [row, column] = [Number(digits), columnOf(letters)];
    if ((row > extent.rows || column > extent.columns) && filled.test(inside)) {
      extent.rows = Math.max(extent.rows, row);
      extent.columns = Math.max(extent.columns, column);
    }
    const failed = /\bt=["']e["']/.test(attributes) ? value.exec(inside)?.[1] : undefined;
    const seen = failed === undefined ? styles[Number(style.exec(attributes)?.[1] ?? -1)] : { error: failed };
    if (seen) marked.push({ row, column, seen });
  }
}

const tags = /<(?:\w+:)?(?:row\s(?:[^>]*?\s)?r=["'](\d+)["'][^>]*|c\s([^>]*[^/>])>(.*?)<\/(?:\w+:)?c)>/gs;
const place = /(?:^|\s)r=["']([A-Z]+)(\d+)["']/;
const style = /(?:^|\s)s=["'](\d+)["']/;
const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)</;
const filled = /<(?:\w+:)?[vt](?:\s[^>]*)?>[^<]/;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
