import type { Metadata } from 'next';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DocumentSheet } from '#components/document/sheet.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { historyOf } from '#office/audit/read.ts';
import { documentById } from '#office/document/read.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('documents', params))?.title };
}

export default async function DocumentDeskPage({ params }: Props) {
  const page = await recordOf('documents', params);
  const document = page && await documentById(page.viewer, page.record.id);
  if (!page || !document) return notThere(params);
  const { form, viewer, record } = page;
  return (
    <RecordDesk page={page} past={await historyOf(viewer, 'document', record.id, 5)} sheet={null}>
      <DocumentSheet document={document} form={form} />
    </RecordDesk>
  );
}
