import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { ConfirmForm } from '#components/confirm-form.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { documentById } from '#office/document/read.ts';
import { detachFile } from '../../../../actions.ts';

type Props = PageProps<{ id: string; file: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('documents.files'))('detachHeading'), 'documents', params);
}

export default async function DetachFilePage({ params, searchParams }: Props) {
  const page = await recordOf('documents', params);
  const document = page && await documentById(page.viewer, page.record.id);
  const { file: fileId } = await params;
  const file = document?.files.find(({ id }) => id === fileId);
  if (!page || !file) return notThere(params);
  const { record, title, path } = page;
  const t = await getTranslations('documents.files');
  const way = await wayTo(page, { verb: 'detach', version: record.version, submit: t('detach') }, searchParams);
  return (
    <>
      <DeskHead title={t('detachHeading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <ConfirmForm
          action={detachFile} noun="document" kind="harm" submit={way.face.submit} values={way.face.values} beside={<BackLink href={path} />} fieldsAt={`${path}/edit`}
          hidden={{ ...way.face.hidden, fileId: file.id }}
        >
          <p className="prose">{t('detachWhat', { name: file.name })}</p>
        </ConfirmForm>
      )}
    </>
  );
}
