import { Readable } from 'node:stream';
import { create } from 'content-disposition';
import { stringify } from 'csv-stringify';
import { sandboxed } from '#app/files/sandboxed.ts';
import { isRegister } from '#app/registers.ts';
import { viewerNow } from '#app/viewer.ts';
import { belgradeToday } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import type { Listing, RowChoice } from '#office/rows.ts';
import type { Staff } from '#office/viewer.ts';
import { askedInText } from './asked.ts';
import { settingFor } from './setting.ts';
import { rowsOf, sheetRules } from './sheet.ts';
import { tables } from './tables.ts';

type Row = { readonly id: string };

/** How many records are read at once; a spreadsheet of a hundred thousand is never held whole. */
const some = 500;

/**
 * The table as it is shown, for a spreadsheet: the same records in the same order with the same columns, for whoever may see them.
 * UTF-8 with its mark, lines after RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function csvOfTable(request: Request, locale: string, register: string): Promise<Response> {
  const form = isWrittenForm(locale) ? locale : defaultForm;
  const viewer = await viewerNow();
  const { pathname, searchParams } = new URL(request.url);
  if (viewer.kind !== 'staff') return new Response(null, { status: 303, headers: { location: `/${form}/sign-in?next=${encodeURIComponent(`${pathname}${searchParams.size ? `?${searchParams}` : ''}`)}` } });
  if (!isRegister(register)) return new Response(null, { status: 404, headers: { 'content-type': 'text/plain' } });
  const table = tables[register];
  const setting = await settingFor(viewer, form);
  const { asked, shown } = await askedInText(table, setting, searchParams.toString());
  const ids = await table.listing.ids(viewer, asked, setting.today);
  const lines = linesOf(table.listing, viewer, ids, setting.today);
  const sheet = Readable.from(rowsOf(lines, shown)).pipe(stringify(sheetRules));
  return new Response(Readable.toWeb(sheet) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': create(`${register}-${belgradeToday(new Date())}.csv`),
      'content-security-policy': sandboxed, 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex',
    },
  });
}

async function* linesOf(listing: Listing<RowChoice, Row>, viewer: Staff, ids: readonly string[], today: string): AsyncGenerator<Row> {
  for (let from = 0; from < ids.length; from += some) yield* await listing.lines(viewer, ids.slice(from, from + some), today);
}
