import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { DocumentEntryForm } from '#components/document/entry-form.tsx';
import { draftDocument } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('new') };
}

export default async function NewDocumentPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('documents');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'document.draft') ?? (
        <DocumentEntryForm
          action={draftDocument} submit={record('save')} back={`/${form}/workspace/documents`}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form)}
        />
      )}
    </>
  );
}
