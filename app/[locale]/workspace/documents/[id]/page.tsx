import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { FileList } from '#components/document/files.tsx';
import { DocumentSheet } from '#components/document/sheet.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { historyOf } from '#office/audit/read.ts';
import { documentById } from '#office/document/read.ts';
import { wayOf } from '#office/permission.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('documents', params))?.title };
}

export default async function DocumentDeskPage({ params }: Props) {
  const page = await recordOf('documents', params);
  const document = page && await documentById(page.viewer, page.record.id);
  if (!page || !document) return notThere(params);
  const { form, viewer, record, path } = page;
  const t = await getTranslations('documents.files');
  const mayAttach = wayOf(viewer, 'document.attach', 'document', record, page.office) !== null;
  return (
    <RecordDesk
      texts={document} page={page} past={await historyOf(viewer, 'document', record.id, 5)} sheet={null}
      ownActs={mayAttach ? <ButtonLink href={`${path}/files`} kind="line" icon="file-text">{t('attach')}</ButtonLink> : null}
    >
      <DocumentSheet document={document} form={form} />
      <section className="sec" id="files">
        <h2>{t('heading')}</h2>
        {document.files.length > 0 ? <FileList files={document.files} form={form} desk={mayAttach ? `${path}/files` : undefined} /> : <p>{t('none')}</p>}
      </section>
    </RecordDesk>
  );
}
