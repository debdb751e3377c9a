import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DocumentTable } from '#components/document/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { documentKinds } from '#office/document/document.ts';
import { listDocuments } from '#office/document/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('heading') };
}

export default async function DocumentsDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('documents');
  const kinds = await getTranslations('vocabulary.documentKind');
  const query = await searchParams;
  const [q, sort, kind] = [one(query.q), one(query.sort), one(query.kind)];
  const chosen = documentKinds.find((known) => known === kind);
  const list = await listDocuments(viewer, { q, form, sort, kind: chosen, page: pageNumber(query.page), perPage: 50 });
  const asked = { q, sort, kind: chosen };
  const path = `/${form}/workspace/documents`;
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="document" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'kind', options: documentKinds.map((value) => ({ value, label: kinds(value) })) }}
    >
      <DocumentTable lines={list.lines} form={form} path={path} asked={asked} />
    </RegisterDesk>
  );
}
