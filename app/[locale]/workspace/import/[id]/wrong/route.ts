import { viewerNow } from '#app/viewer.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import { wrongCells } from '#office/import/preview.ts';
import { importById, wrongRowsOf } from '#office/import/read.ts';
import { asFile, csvOf, notAFile } from '../../sheet.ts';

const some = 2_000;

/** The wrong rows as they were brought, each with what is wrong with it in a column behind the others: to be mended and brought again. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; id: string }> }): Promise<Response> {
  const { locale, id } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  const run = await importById(await viewerNow(), id);
  if (!run) return notAFile();
  const rows: string[][] = [[...run.headings, words(form, 'import.verdict')('wrong')]];
  for (let after = 0; ;) {
    const found = await wrongRowsOf(id, { after, limit: some });
    for (const row of found) rows.push([...row.cells, wrongCells(run, row, form).map(({ heading, field, says }) => [heading ?? field, says].filter(Boolean).join(': ')).join(' ')]);
    after = found.at(-1)?.rowNumber ?? 0;
    if (found.length < some) break;
  }
  return asFile(csvOf(rows), `${run.fileName.replace(/\.[a-z]+$/i, '')}-greske.csv`);
}
