import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ConfirmForm } from '#components/confirm-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { documentById } from '#office/document/read.ts';
import { detachFile } from '../../../../actions.ts';

type Props = PageProps<{ id: string; file: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents.files'))('detachHeading') };
}

export default async function DetachFilePage({ params }: Props) {
  const page = await recordOf('documents', params);
  const document = page && await documentById(page.viewer, page.record.id);
  const { file: fileId } = await params;
  const file = document?.files.find(({ id }) => id === fileId);
  if (!page || !file) return notThere(params);
  const { viewer, record, title, path } = page;
  const t = await getTranslations('documents.files');
  return (
    <>
      <DeskHead title={t('detachHeading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'detach', record) ?? (
        <ConfirmForm
          action={detachFile} noun="document" kind="harm" submit={t('detach')} beside={<BackLink href={path} />} fieldsAt={`${path}/edit`}
          hidden={{ id: record.id, version: record.version, request: randomUUID(), fileId: file.id }}
        >
          <p className="prose">{t('detachWhat', { name: file.name })}</p>
        </ConfirmForm>
      )}
    </>
  );
}
