import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { RecordHistory } from '#components/record/history.tsx';
import { historyOf } from '#office/audit/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('history') };
}

export default async function HistoryPage({ params }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('history')} lead={<a href={path}>{title}</a>} />
      <RecordHistory past={await historyOf(viewer, record.noun, record.id)} noun={record.noun} form={form} />
    </>
  );
}
