import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordPage, refusal, type RecordPageProps } from '#app/record-page.tsx';
import { nameOf } from '#app/record-title.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { wayOf, type Action } from '#office/permission.ts';
import { previewOf } from './preview-of.tsx';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  const heading = (await getTranslations('record'))('preview.heading');
  const name = await nameOf((await params).register, params);
  return { title: name ? `${name}: ${heading}` : heading, robots: { index: false, follow: false } };
}

/** The record's public page as it will be drawn once it is published, for staff alone; never kept in memory. */
export default async function PreviewPage({ params }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, path, title, office } = page;
  const t = await getTranslations('record.preview');
  if (!wayOf(viewer, `${record.noun}.revise` as Action, record.noun, record, office)) return refusal();
  const shown = await previewOf(form, record, viewer);
  return (
    <>
      {/* What is previewed brings the heading of its page along. */}
      {shown ? null : <DeskHead title={title} lead={<a href={path}>{t('back')}</a>} />}
      <Notice tone="wait" weight="solid" icon="eye" heading={t(shown ? 'what' : 'none')}><p><a href={path}>{t('back')}</a></p></Notice>
      {shown ? <div className="preview">{shown}</div> : null}
    </>
  );
}
