import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { isRegister } from '#app/registers.ts';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { shownRun } from '#app/tables/shown-run.tsx';
import { staff } from '#app/viewer.ts';
import { runById } from '#office/bulk/read.ts';

export async function generateMetadata({ params }: PageProps<{ register: string; id: string }>): Promise<Metadata> {
  const t = await getTranslations('record.bulk');
  const run = await runById(await staff(), (await params).id);
  return { title: run ? `${t(`headings.${run.verb}`)}: ${t('heading')}` : t('heading') };
}

/** One act on many records: what will happen to how many, then what came of each. */
export default async function BulkPage({ params, searchParams }: PageProps<{ register: string; id: string }>) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const { register, id } = await params;
  const run = await runById(viewer, id);
  const query = one((await searchParams).table) ?? '';
  return run && run.register === register && isRegister(register) ? shownRun(viewer, form, register, run, query) : notThere(params);
}
