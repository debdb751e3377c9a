import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { AgreementTable } from '#components/agreement/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { agreementTypes } from '#office/agreement/agreement.ts';
import { listAgreements } from '#office/agreement/list.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements'))('heading') };
}

export default async function AgreementsDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('agreements');
  const types = await getTranslations('vocabulary.agreementType');
  const query = await searchParams;
  const chosen = agreementTypes.find((known) => known === one(query.type));
  const asked = { q: one(query.q), sort: one(query.sort), type: chosen };
  const list = await listAgreements(viewer, {
    q: asked.q, sort: asked.sort, types: chosen ? [chosen] : [], form, page: pageNumber(query.page), perPage: 50,
  }, belgradeToday(new Date()));
  const path = `/${form}/workspace/agreements`;
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="agreement" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'type', options: agreementTypes.map((value) => ({ value, label: types(value) })) }}
    >
      <AgreementTable lines={list.lines} form={form} path={path} asked={asked} />
    </RegisterDesk>
  );
}
