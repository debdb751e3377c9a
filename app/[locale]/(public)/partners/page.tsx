import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, one, pageNumber, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { ListSearch } from '#components/list-search.tsx';
import { OrganisationCard } from '#components/organisation/card.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Pager } from '#components/pager.tsx';
import { Rows } from '#components/rows.tsx';
import { ListBar } from '#components/sort.tsx';
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
  const q = one(query.q);
  const list = await listOrganisations(visitor, { q, form, notKind: 'network', others: true, page: pageNumber(query.page) });
  const action = `/${form}/partners`;
  const hrefOf = (page: number) => `${action}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`;
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/partners', { title: t('heading'), description: t('lead') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('partners')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <ListBar count={list.total} words={t('count', { count: list.total })}>
          <ListSearch action={action} q={q} label={t('search')} />
        </ListBar>
        {list.lines.length === 0 ? <EmptyState icon="search" heading={t('none')}><p><a href={action}>{t('all')}</a></p></EmptyState> : (
          <Rows>{list.lines.map((line) => <OrganisationCard key={line.id} organisation={line} form={form} />)}</Rows>
        )}
        <Pager page={list.page} pages={list.pages} hrefOf={hrefOf} />
      </div>
    </>
  );
}
