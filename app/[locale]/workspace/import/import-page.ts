import { formOfPage } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countsOf, importById, type ImportCounts, type ImportRecord } from '#office/import/read.ts';
import type { Staff } from '#office/viewer.ts';

export type ImportPage = { form: WrittenForm; viewer: Staff; run: ImportRecord; counts: ImportCounts; path: string };

/** What a page about one import needs; null where it is not there for this viewer. */
export async function importPage(params: Promise<{ locale: string; id: string }>): Promise<ImportPage | null> {
  const form = await formOfPage(params);
  const viewer = await staff();
  const run = await importById(viewer, (await params).id);
  return run && { form, viewer, run, counts: await countsOf(run.id), path: `/${form}/workspace/import/${run.id}` };
}
