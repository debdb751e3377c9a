import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedList, listQuery, perPageChoices } from '#app/asked-list.ts';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { OrganisationRegister, organisationOrders } from '#components/organisation/register.tsx';
import { PageHead } from '#components/page-head.tsx';
import { countryCodes } from '#messages/names.ts';
import { countOrganisations } from '#office/organisation/narrow.ts';
import { organisationKinds } from '#office/organisation/organisation.ts';
import { listOrganisations } from '#office/organisation/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('partners');
  return publicFace(form, '/partners', { title: t('heading'), description: t('lead') });
}

export default async function PartnersPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('partners');
  const nav = await getTranslations('nav');
  const query = await searchParams;
  const read = listQuery();
  const asked = {
    q: read.words('q', query.q), kinds: read.chosen('type', query.type, organisationKinds.filter((kind) => kind !== 'network')),
    countries: read.chosen('country', query.country, countryCodes), verifications: read.chosen('verification', query.verification, ['unverified', 'checked', 'disputed'] as const),
    sort: read.chosen('sort', query.sort, organisationOrders)[0], page: read.page(query.page), perPage: read.perPage(query['per-page']),
  };
  // Networks stand on a page of their own, and the City is not its own partner.
  const choice = { ...asked, notKind: 'network', others: true, form } as const;
  const [list, counts] = await Promise.all([listOrganisations(visitor, choice), countOrganisations(visitor, choice)]);
  read.found(list, asked.page);
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/partners', { title: t('heading'), description: t('lead') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('partners')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <OrganisationRegister
          list={list} counts={counts} strange={read.strange} form={form} perPage={{ chosen: asked.perPage, choices: perPageChoices }}
          asked={askedList({ q: asked.q, type: asked.kinds, country: asked.countries, verification: asked.verifications, sort: asked.sort, 'per-page': asked.perPage })}
        />
      </div>
    </>
  );
}
