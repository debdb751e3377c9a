import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { uploadAddress } from '#app/addresses.ts';
import { answer } from '#app/answer.ts';
import { chosenNamed, issuesNamed, refusedStatuses } from '#app/files/refused.ts';
import { filesAtOnce, limitInMegabytes } from '#app/files/room.ts';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one, several, type PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { FileList } from '#components/document/files.tsx';
import { UploadForm } from '#components/document/upload-form.tsx';
import { languageName } from '#messages/names.ts';
import { documentLanguages } from '#office/document/document.ts';
import { documentById } from '#office/document/read.ts';
import type { FormState } from '#office/outcome.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('documents.files'))('attach'), 'documents', params);
}

export default async function DocumentFilesPage({ params, searchParams }: Props) {
  const page = await recordOf('documents', params);
  const document = page && await documentById(page.viewer, page.record.id);
  if (!page || !document) return notThere(params);
  const { form, record, title, path } = page;
  const way = await wayTo(page, { verb: 'attach', version: record.version }, searchParams);
  const t = await getTranslations('documents.files');
  return (
    <>
      <DeskHead title={t('attach')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <>
          <UploadForm
            to={`${uploadAddress}/${form}/${record.id}`} back={path} state={stateIn(await searchParams)} limit={limitInMegabytes()}
            hidden={{ version: record.version, request: randomUUID() }} asks={way.proposes ? 'proposal' : 'nothing'}
            languages={documentLanguages.map((tag) => ({ value: tag, label: languageName(tag, form) }))}
            replaceable={document.files.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {document.files.length > 0 ? <section className="sec"><h2>{t('heading')}</h2><FileList files={document.files} form={form} desk={`${path}/files`} /></section> : null}
        </>
      )}
    </>
  );
}

/** What a form that was posted without scripts came back with, from the address; the page then has the status of the refusal. */
function stateIn(query: Awaited<PageProps['searchParams']>): FormState {
  const issues = issuesNamed(several(query.issue), { limit: limitInMegabytes(), max: filesAtOnce });
  const status = refusedStatuses.find((known) => String(known) === one(query.status)) ?? null;
  if (issues.length > 0 && status) answer(status);
  return { status, issues, values: chosenNamed(several(query.chosen)), conflict: null };
}
