import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { VerifyForm } from '#components/record/verify-form.tsx';
import { verify } from '../actions.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('record'))('verify.heading'), (await params).register, params);
}

export default async function VerifyPage({ params }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { viewer, register, record, title, path } = page;
  const t = await getTranslations('record.verify');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'verify', record) ?? (
        <VerifyForm
          action={verify} noun="record" submit={t('submit')} back={path} words={t('what')} fieldsAt={`${path}/edit`}
          hidden={{ register, id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
