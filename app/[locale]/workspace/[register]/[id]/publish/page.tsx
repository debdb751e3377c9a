import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { PublishForm } from '#components/record/publish-form.tsx';
import { publish } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('publish.heading') };
}

export default async function PublishPage({ params }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { viewer, register, record, title, path } = page;
  const t = await getTranslations('record.publish');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'publish', record) ?? (
        <PublishForm
          action={publish} noun={record.noun} submit={t('submit')} back={path} words={t('what')} fieldsAt={`${path}/edit`}
          hidden={{ register, id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
