import { create } from 'content-disposition';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { sandboxed } from '#app/files/sandboxed.ts';
import { sheetRules } from '#app/tables/sheet.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Template } from '#office/import/template.ts';

/** A table of plain text for a spreadsheet. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]), sheetRules);
}

/** A workbook of two sheets: the table, and what goes into each of its columns. Every cell is text. */
export async function workbookOf({ headings, example, explained }: Template, form: WrittenForm): Promise<Uint8Array> {
  const say = words(form, 'import.template');
  const text = (value: string) => ({ value, type: String });
  const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true });
  return writeWorkbook([
    { sheet: say('table'), stickyRowsCount: 1, columns: headings.map(() => ({ width: 24 })), data: [headings.map(head), example.map(text)] },
    { sheet: say('explained'), stickyRowsCount: 1, columns: [{ width: 34 }, { width: 16 }, { width: 60 }, { width: 90 }], data: [explained.headings.map(head), ...explained.rows.map((row) => row.map((value) => ({ ...text(value), wrap: true })))] },
  ]).toBuffer();
}

/** A file that is saved, and in which nothing may run. */
export function asFile(body: string | Uint8Array, name: string): Response {
  const kind = name.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8; header=present';
  return new Response(body as BodyInit, {
    headers: { 'content-type': kind, 'content-disposition': create(name), 'content-security-policy': sandboxed, 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' },
  });
}

export function notAFile(): Response {
  return new Response(null, { status: 404, headers: { 'content-type': 'text/plain' } });
}
