import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { DocumentEntryForm } from '#components/document/entry-form.tsx';
import { documentFields } from '#office/document/fields.ts';
import { documentById } from '#office/document/read.ts';
import { reviseDocument } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'documents', params);
}

export default async function EditDocumentPage({ params, searchParams }: Props) {
  const page = await recordOf('documents', params);
  const record = page && await documentById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const way = await wayTo(page, { verb: 'revise', values: documentFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <DocumentEntryForm
          action={reviseDocument} back={path} {...way.face} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
