import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { ProgrammeTable } from '#components/programme/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import type { Publication } from '#db/columns.ts';
import { listProgrammes } from '#office/programme/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes.desk'))('heading') };
}

const publications = ['draft', 'published', 'withdrawn'] as const satisfies readonly Publication[];

export default async function ProgrammesDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('programmes.desk');
  const states = await getTranslations('states.publication');
  const table = await getTranslations('record.table');
  const query = await searchParams;
  const [q, sort] = [one(query.q), one(query.sort)];
  const publication = publications.find((known) => known === one(query.publication));
  const list = await listProgrammes(viewer, { q, form, sort, publication, page: pageNumber(query.page), perPage: 50 });
  const path = `/${form}/workspace/programmes`;
  const asked = { q, sort, publication };
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="programme" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'publication', label: table('publication'), options: publications.map((value) => ({ value, label: states(value) })) }}
    >
      <ProgrammeTable lines={list.lines} form={form} path={path} asked={asked} />
    </RegisterDesk>
  );
}
