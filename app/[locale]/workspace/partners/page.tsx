import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { OrganisationTable } from '#components/organisation/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { organisationKinds, type OrganisationKind } from '#office/organisation/organisation.ts';
import { listOrganisations } from '#office/organisation/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partners'))('heading') };
}

export default async function PartnersDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('partners');
  const kinds = await getTranslations('vocabulary.organisationKind');
  const query = await searchParams;
  const [q, sort, kind] = [one(query.q), one(query.sort), one(query.kind)];
  const chosen = organisationKinds.find((known) => known === kind) as OrganisationKind | undefined;
  const list = await listOrganisations(viewer, { q, form, sort, ...(chosen ? { kinds: [chosen] } : {}), page: pageNumber(query.page), perPage: 50 });
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="organisation" path={`/${form}/workspace/partners`} newLabel={t('new')} list={list}
      asked={{ q, sort, kind: chosen }} filter={{ name: 'kind', options: organisationKinds.map((value) => ({ value, label: kinds(value) })) }}
    >
      <OrganisationTable lines={list.lines} form={form} path={`/${form}/workspace/partners`} asked={{ q, sort, kind: chosen }} />
    </RegisterDesk>
  );
}
