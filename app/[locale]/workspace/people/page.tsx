import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { PeopleTable } from '#components/person/people-table.tsx';
import { RightsTable } from '#components/person/rights-table.tsx';
import { listPeople } from '#office/person/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('heading') };
}

export default async function PeoplePage({ params }: PageProps) {
  const viewer = await admin();
  if (!viewer) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const path = `/${form}/workspace/people`;
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} acts={<ButtonLink href={`${path}/new`} icon="plus">{t('invite')}</ButtonLink>} />
      <section className="card"><PeopleTable people={await listPeople(viewer)} form={form} path={path} /></section>
      <section className="sec"><h2>{t('rights')}</h2><RightsTable /></section>
    </>
  );
}
