import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { DocumentEntryForm } from '#components/document/entry-form.tsx';
import { documentFields } from '#office/document/fields.ts';
import { documentById } from '#office/document/read.ts';
import { reviseDocument } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditDocumentPage({ params }: Props) {
  const page = await recordOf('documents', params);
  const record = page && await documentById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <DocumentEntryForm
          action={reviseDocument} submit={t('save')} back={path} values={documentFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
