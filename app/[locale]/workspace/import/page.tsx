import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tableAddress } from '#app/addresses.ts';
import { answer } from '#app/answer.ts';
import { limitInMegabytes } from '#app/files/room.ts';
import { tableRefusal } from '#app/files/table-refused.ts';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { BringForm } from '#components/import/bring-form.tsx';
import { ImportList } from '#components/import/list.tsx';
import { Templates } from '#components/import/templates.tsx';
import { Notice } from '#components/notice.tsx';
import { Pager } from '#components/pager.tsx';
import { isImportNoun } from '#office/import/import.ts';
import { importable, listImports } from '#office/import/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

export default async function ImportsPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const query = await searchParams;
  const t = await getTranslations('import');
  const nouns = importable(viewer);
  const refusal = tableRefusal(query);
  const path = `/${form}/workspace/import`;
  const asked = one(query.noun);
  const { lines, total, page, pages } = await listImports(viewer, { page: pageNumber(query.page) });
  if (refusal) answer(refusal.status);
  else if (nouns.length === 0) answer(403);
  return (
    <>
      <DeskHead title={t('title')} lead={t('lead')} />
      {nouns.length === 0 ? <Notice tone="wait" weight="solid" heading={t('new.none')} /> : (
        <>
          <section className="sec">
            <h2>{t('new.heading')}</h2>
            <BringForm to={`${tableAddress}/${form}`} form={form} nouns={nouns} chosen={isImportNoun(asked) ? asked : undefined} request={randomUUID()} limit={limitInMegabytes()} issue={refusal?.issue ?? null} />
          </section>
          <section className="sec"><h2>{t('templates.heading')}</h2><Templates nouns={nouns} path={`${path}/templates`} /></section>
        </>
      )}
      <section className="sec">
        <h2>{t('list.heading')}</h2>
        {total === 0 ? <EmptyState icon="files" heading={t('list.none')} /> : <ImportList lines={lines} form={form} path={path} />}
        <Pager page={page} pages={pages} hrefOf={(number) => `${path}?page=${number}`} />
      </section>
    </>
  );
}
